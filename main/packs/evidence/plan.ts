import { purposeNames } from '#shared/activities/labels.ts'
import type { DocumentFormat } from '#shared/documents/contract.ts'
import type { PackFront } from '#shared/documents/papers/pack-front.ts'
import { dossierKind } from '#shared/dossier/kinds/index.ts'
import { packName, pathTable } from '#shared/packs/names.ts'
import { formatVersion } from '#shared/packs/records.ts'
import type { PackPlan } from '#shared/packs/schema.ts'
import type { Core } from '../../core.ts'
import { renderRecord } from '../../documents/records.ts'
import { renderMinutes } from '../../documents/service.ts'
import type { YearEvidence } from '../../rating/read.ts'
import { type BagEntry, type BagPlan, type BagSource, expectedOctets } from '../bag/bag-plan.ts'
import { cataloguePath, catalogueXlsx } from './catalogue-sheet.ts'
import { boundVolume, compendiumPath, packFront } from './compendium.ts'
import type { DossierPaper } from './dossier-layout.ts'
import type { GatheredYear } from './gather.ts'
import { guideFile } from './guide.ts'
import { indexPage, indexPath } from './index-page.ts'
import type { AnyPaper } from './indicator-layout.ts'
import { laidOutByDate, laidOutByIndicator } from './laid-out.ts'
import type { Paper } from './layout.ts'
import { recordEntries, recordLines } from './record-lines.ts'
import { yearTables } from './tables.ts'

/** A file of the pack with words on where it comes from, for the preview. */
interface PlannedEntry extends BagEntry {
  readonly origin: string
}

type MakeContent = Extract<BagSource, { kind: 'made' }>['make']

/** A pack ready to be written. */
export interface EvidencePlan {
  readonly bag: BagPlan
  readonly preview: PackPlan
}

/** Octets of papers that do not exist yet, somewhat above those of the sample year: what is asked for must be there, and be no scare. */
const estimates: Record<DocumentFormat | 'xlsx', number> = { pdf: 120_000, docx: 16_000, html: 30_000, xlsx: 20_000 }

/** Octets of the bound volume: its fonts lie in it once, so that a paper takes less there than alone. */
const volumeEstimate = (papers: number) => 400_000 + 25_000 * papers

const encoder = new TextEncoder()
const text = (path: string, content: string, origin: string): PlannedEntry => ({
  path,
  source: { kind: 'bytes', content: encoder.encode(content) },
  origin,
})

function paperEntries(core: Core, { branch }: GatheredYear, paper: Paper): PlannedEntry[] {
  const { activity } = paper.record
  const documents = paper.documents.map(({ format, path }): PlannedEntry => {
    const options = { format, style: 'table', fonts: 'office', ...(paper.partIds ? { partIds: paper.partIds } : {}) } as const
    const make = async (signal?: AbortSignal) =>
      (await renderMinutes(core, activity, branch, { ...options, ...(signal ? { signal } : {}) })).content
    return { path, source: { kind: 'made', estimate: estimates[format], make }, origin: paper.part.recordNumber }
  })
  return [...documents, ...attachmentEntries(paper.attachments, paper.title)]
}

function attachmentEntries(attachments: Paper['attachments'], title: string): PlannedEntry[] {
  return attachments.flatMap(({ attachment, path }): PlannedEntry[] => {
    const { file, octets, sha256, originalName } = attachment
    if (path === null || file === null) return []
    const label = `${originalName}（${title}）`
    return [{ path, source: { kind: 'file', file, label, octets, sha256 }, origin: originalName }]
  })
}

function recordPaperEntries(core: Core, { branch, roster }: GatheredYear, paper: DossierPaper): PlannedEntry[] {
  const { dossier } = paper
  const documents = paper.documents.map(({ format, path }): PlannedEntry => {
    const make = async (signal?: AbortSignal) =>
      (await renderRecord(core, dossier, { branch, roster }, { format, fonts: 'office', ...(signal ? { signal } : {}) })).content
    return { path, source: { kind: 'made', estimate: estimates[format], make }, origin: dossier.recordNumber }
  })
  return [...documents, ...attachmentEntries(paper.attachments, dossier.title)]
}

/** The volume before the catalogue, which names its pages. @param volume null without a browser: nothing is bound, no page is known */
function frontEntries(
  volume: ReturnType<typeof boundVolume> | null,
  papers: readonly AnyPaper[],
  front: PackFront,
  paths: { readonly compendium: string | null; readonly catalogue: string },
): PlannedEntry[] {
  const { compendium, catalogue } = paths
  const sheet = async (signal?: AbortSignal) => await catalogueXlsx(volume ? (await volume(signal)).front : front, papers)
  const entry: PlannedEntry = {
    path: catalogue,
    source: { kind: 'made', estimate: estimates.xlsx, make: sheet },
    origin: '目录',
  }
  if (compendium === null || volume === null) return [entry]
  const estimate = volumeEstimate(papers.length)
  const make: MakeContent = async (signal, onProgress) => (await volume(signal, onProgress)).pdf
  return [{ path: compendium, source: { kind: 'made', estimate, make }, origin: '合订本' }, entry]
}

/** One sentence for each thing that a reviewer might look for and not find. */
function leftOutOf(gathered: GatheredYear, papers: readonly AnyPaper[], hasPdf: boolean): string[] {
  const missing = papers.flatMap(({ attachments, number }) =>
    attachments
      .filter(({ path }) => path === null)
      .map(({ attachment }) => `附件“${attachment.originalName}”（${number}）的内容在数据文件夹中缺失。`),
  )
  const kinds = [...new Set(gathered.dossiers.map(({ dossier }) => dossier.kind))].map(dossierKind)
  const listed = kinds.filter(({ isListedOnly }) => isListedOnly).map(({ name }) => name)
  return [
    '党员的身份证号、电话和住址没有列入。',
    listed.length > 0 ? `${listed.join('、')}只列清单，内容没有列入。` : '',
    gathered.unfinished > 0 ? `${gathered.unfinished} 次仅有计划或尚未记录的会议没有列入。` : '',
    gathered.excluded.records > 0 ? `${gathered.excluded.records} 份记录按选择没有列入。` : '',
    gathered.excluded.attachments > 0 ? `${gathered.excluded.attachments} 个附件按选择没有列入。` : '',
    hasPdf ? '' : '制作时这台电脑上没有可生成 PDF 的浏览器，会议记录只有 Word 和网页两种格式。',
    ...missing,
  ].filter((sentence) => sentence !== '')
}

/**
 * Plans the evidence pack of a year (DESIGN §8). Papers are made while the pack is written; everything else is in the plan,
 * so that the ledger is not needed afterwards.
 *
 * @param evidence what proves each indicator, for folders by indicator; null: folders by kind and day (第二种编排)
 */
export function planEvidence(core: Core, gathered: GatheredYear, evidence: YearEvidence | null = null): EvidencePlan {
  const { branch, year, madeOn, summary } = gathered
  const table = pathTable('data/')
  const index = table.place('', indexPath)
  const catalogue = table.place('', cataloguePath)
  const compendium = core.pdf === null ? null : table.place('', compendiumPath)
  const counted = yearTables(core, gathered).map((each) => ({ ...each, path: table.place('90_统计表', `${each.name}.xlsx`) }))
  const formats: readonly DocumentFormat[] = core.pdf ? ['pdf', 'docx'] : ['docx', 'html']
  const laidOut = evidence ? laidOutByIndicator(gathered, evidence, formats, table) : laidOutByDate(gathered, formats, table)
  const { papers, notices } = laidOut
  const leftOut = leftOutOf(gathered, papers, core.pdf !== null)
  const materials = evidence ? '达标创星佐证材料' : '佐证材料'
  const front = packFront(gathered, materials, papers, notices)
  const volume = core.pdf ? boundVolume(core.pdf, gathered, papers, front) : null
  const title = `${branch.shortName}${year}年度${materials}目录`
  const tables = [
    ...counted.map(({ name, path }) => ({ name: `${year}年${name}`, path })),
    { name: '目录（Excel）', path: catalogue },
    ...(compendium === null ? [] : [{ name: '合订本（封面、目录和全部材料，PDF）', path: compendium }]),
  ]
  const attachmentPaths = new Map(
    papers.flatMap(({ attachments }) =>
      attachments.flatMap(({ attachment, path }) => (path === null ? [] : [[attachment.id, `data/${path}`] as const])),
    ),
  )
  const entries: PlannedEntry[] = [
    text(index, indexPage({ gathered, title, ...laidOut, tables, leftOut }), '目录'),
    ...frontEntries(volume, papers, front, { compendium, catalogue }),
    ...papers.flatMap((paper) =>
      'record' in paper ? paperEntries(core, gathered, paper) : recordPaperEntries(core, gathered, paper),
    ),
    ...laidOut.pages.map(({ path, html }) => text(path, html, '目录')),
    ...counted.map(
      ({ path, make }): PlannedEntry => ({ path, source: { kind: 'made', estimate: estimates.xlsx, make }, origin: '统计表' }),
    ),
    ...recordEntries(recordLines(gathered, attachmentPaths)).map((entry) => ({ ...entry, origin: '数据' })),
  ]
  const name = packName(branch.superiorName, branch.shortName, year, madeOn, materials)
  return {
    bag: {
      name,
      entries,
      info: [
        ['Source-Organization', branch.fullName],
        ['External-Description', `${branch.shortName}${year}年度佐证材料。${leftOut[0] ?? ''}`],
        ['Bagging-Date', madeOn],
        ['Bag-Software-Agent', `Branch Handbook ${core.programVersion}`],
        ['Pack-Kind', 'evidence'],
        ['Format-Version', formatVersion],
        ['Pack-Year', String(year)],
        ...laidOut.info,
        ['Branch-Id', branch.id],
        ['Rules-Version', summary.rulesVersion],
        ['Left-Out', 'id-number, phone, address'],
      ],
      tagFiles: (facts) => [guideFile(facts, madeOn, indexPath)],
    },
    preview: {
      name,
      scheme: evidence ? `${evidence.schemeName}（${evidence.schemeVersion}）` : null,
      records: [
        ...gathered.all.map(({ activity, attachments }) => ({
          id: activity.id,
          date: activity.date,
          title: activity.parts.map(({ title }) => title).join('、'),
          kindName: activity.parts.slice(0, 1).map(({ purpose }) => purposeNames[purpose])[0] ?? '',
          attachments,
        })),
        ...gathered.allDossiers.map(({ dossier: { id, date, title, kind }, attachments }) => ({
          id,
          date,
          title,
          kindName: dossierKind(kind).name,
          attachments,
        })),
      ].map(({ attachments, ...record }) => ({
        ...record,
        attachments: attachments.map(({ id, name: attachmentName, octets }) => ({ id, name: attachmentName, octets })),
      })),
      files: entries.map(({ path, source, origin }) => ({
        path,
        octets: source.kind === 'made' ? null : expectedOctets(source),
        source: origin,
      })),
      octets: entries.reduce((sum, { source }) => sum + expectedOctets(source), 0),
      notes: leftOut,
    },
  }
}
