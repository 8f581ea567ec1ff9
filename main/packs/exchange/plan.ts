import { chineseDate } from '#shared/kernel/dates.ts'
import { exchangeName } from '#shared/packs/names.ts'
import { formatVersion, type RecordKind, type RecordLine, recordFiles } from '#shared/packs/records.ts'
import { readBranch } from '../../branch/read.ts'
import type { Core } from '../../core.ts'
import { today } from '../../platform/clock.ts'
import { type BagEntry, expectedOctets } from '../bag/bag-plan.ts'
import { guideFile } from '../evidence/guide.ts'
import { escaped, htmlPage } from '../evidence/html.ts'
import type { EvidencePlan } from '../evidence/plan.ts'
import { recordEntries } from '../evidence/record-lines.ts'
import { contentPath, ledgerLines } from './lines.ts'

const kindNames: Record<Exclude<RecordKind, 'history'>, string> = {
  branch: '党支部',
  group: '党小组',
  person: '党员',
  membership: '组织关系',
  interval: '职务、党小组等变动',
  activity: '会议和活动（含回收站）',
  dossier: '其他工作记录（含回收站）',
  attachment: '附件',
  explanation: '情况说明',
  override: '本单位细则',
  table: '更新过的规则和工作日表',
  ratingScheme: '评定办法',
  assessment: '达标创星自评',
}

const ratingKinds: ReadonlySet<string> = new Set(['ratingScheme', 'assessment'])

const indexPath = '00_请先打开_说明.html'

function indexPage(title: string, madeOn: string, lines: readonly RecordLine[], leftOut: readonly string[]): string {
  // A branch that does not use the rating sees nothing of it.
  const isShown = (kind: string) => !ratingKinds.has(kind) || lines.some((line) => line.kind === kind)
  const kinds = (Object.entries(kindNames) as [Exclude<RecordKind, 'history'>, string][]).filter(([kind]) => isShown(kind))
  const rows = kinds.map(
    ([kind, name]) => `<tr><td>${escaped(name)}</td><td>${lines.filter((line) => line.kind === kind).length}</td></tr>`,
  )
  return htmlPage(
    title,
    `<h1>${escaped(title)}</h1>
<p class="quiet">制作日期：${escaped(chineseDate(madeOn))}</p>
<p>这份材料包用来在另一台电脑上继续工作，或者移交给接手的同志：在新的电脑上建立数据文件夹，再用“导入材料包”。</p>
<table style="max-width: 480px; table-layout: auto"><tbody>${rows.join('')}</tbody></table>
<h2>未列入的内容</h2>
<ul>${leftOut.map((sentence) => `<li>${escaped(sentence)}</li>`).join('')}</ul>`,
  )
}

/**
 * Plans the exchange pack: every record of the ledger, all years, each attachment once under its hash, the chains of
 * 修改记录. Sealed fields are left out and said to be, unless the user gave a passphrase for them.
 *
 * @param sealed files of the sealed part, encrypted; null: without it
 * @throws AppError NOT_FOUND before a branch is made
 */
export function planExchange(core: Core, sealed: readonly BagEntry[] | null = null): EvidencePlan {
  const ledger = core.session.require()
  const branch = readBranch(ledger)
  const madeOn = today(core.clock)
  const lines = ledgerLines(ledger, true)
  const attachments = lines.filter((line) => line.kind === 'attachment')
  const missing = attachments.filter(({ path }) => path === null)
  const leftOut = [
    ...(sealed === null
      ? [
          '党员的身份证号、电话和住址没有列入，需要在新的电脑上重新登记或导入花名册。',
          '谈心谈话等不公开的内容和附件没有列入，只有登记。',
        ]
      : []),
    '尚未保存的草稿没有列入。',
    ...missing.map(({ originalName }) => `附件“${originalName}”的内容在数据文件夹中缺失。`),
  ]
  const contents = new Map(attachments.filter(({ path }) => path !== null).map((line) => [line.sha256, line]))
  const title = `${branch.shortName}数据移交包`
  const files: (BagEntry & { origin: string })[] = [
    {
      path: indexPath,
      source: { kind: 'bytes', content: new TextEncoder().encode(indexPage(title, madeOn, lines, leftOut)) },
      origin: '说明',
    },
    ...[...contents.values()].map(({ sha256, octets, originalName }) => ({
      path: contentPath(sha256).slice('data/'.length),
      source: { kind: 'file' as const, file: ledger.attachments.pathOf(sha256), label: originalName, octets, sha256 },
      origin: originalName,
    })),
    ...(sealed ?? []).map((entry) => ({ ...entry, origin: '不公开的内容（加密）' })),
    ...recordEntries(lines, Object.keys(recordFiles) as (keyof typeof recordFiles)[]).map((entry) => ({
      ...entry,
      origin: '数据',
    })),
  ]
  const head = ledger.history.head()
  const name = exchangeName(branch.superiorName, branch.shortName, madeOn)
  return {
    bag: {
      name,
      entries: files,
      info: [
        ['Source-Organization', branch.fullName],
        ['External-Description', `${title}。${leftOut[0]}`],
        ['Bagging-Date', madeOn],
        ['Bag-Software-Agent', `Branch Handbook ${core.programVersion}`],
        ['Pack-Kind', 'exchange'],
        ['Format-Version', formatVersion],
        ['Branch-Id', branch.id],
        ['Left-Out', sealed === null ? 'id-number, phone, address, sealed, drafts' : 'drafts'],
        ['History-Head', `${ledger.deviceId} ${head.seq} ${head.hash}`],
      ],
      tagFiles: (facts) => [guideFile(facts, madeOn, indexPath)],
    },
    preview: {
      name,
      scheme: null,
      records: [],
      files: files.map(({ path, source, origin }) => ({ path, octets: expectedOctets(source), source: origin })),
      octets: files.reduce((sum, { source }) => sum + expectedOctets(source), 0),
      notes: leftOut,
    },
  }
}
