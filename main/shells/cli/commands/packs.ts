import type { PackImportResult, PackPreview } from '#shared/packs/import-schema.ts'
import { type PackLayout, type PackProblem, type PackResult, packLayouts, type Verdict } from '#shared/packs/schema.ts'
import type { Command, CommandContext } from '../command.ts'
import { ensureFolder } from '../files.ts'
import { lastOf } from '../steps.ts'

/** The statement of DOMAIN 7.5 item 3, which a window has ticked; who names a folder here is told it. */
export const exportNotice =
  '导出前请确认：本次导出内容不含国家秘密、工作秘密和不宜公开的内部信息，移动存储介质为本单位登记的非涉密介质，未在涉密与非涉密计算机之间交叉使用。'

const problemNames: Record<PackProblem['problem'], string> = {
  changed: '内容与文件清单不一致',
  missing: '缺少',
  added: '不在文件清单里',
  unsafePath: '路径不安全',
  malformed: '格式有误',
  oxumMismatch: '总数与登记的不一致',
  unreadable: '无法读取',
  remote: '引用了外部文件',
  notPortable: '在其他电脑上可能变样',
  unsupported: '本程序不认识',
}

const verdictNames: Record<Verdict['status'], string> = {
  valid: '完好：所有文件与文件清单一致',
  damaged: '有改动：部分文件与文件清单不一致',
  incomplete: '不完整：缺少文件',
  notABag: '不是一份佐证材料',
}

const phaseNames: Record<string, string> = {
  write: '写入',
  measure: '合订本逐份排版',
  print: '合订本生成整本',
  readBack: '读回核对',
  verify: '核对',
  read: '读取记录',
  attachments: '复制附件',
}

/** What to do with what an interrupted export has left in the folder. */
const leftoverChoices = ['ask', 'continue', 'clear'] as const

interface ExportWords {
  readonly kind?: 'evidence' | 'exchange'
  readonly form?: 'folder' | 'zip'
  readonly layout?: PackLayout
  readonly leftover?: (typeof leftoverChoices)[number]
}

/** Writes a pack into a folder. */
export async function exportPack(
  context: CommandContext,
  year: number,
  folder: string,
  { leftover = 'ask', ...words }: ExportWords = {},
): Promise<PackResult> {
  const { core, client, note, signal } = context
  const passphrase = words.kind === 'exchange' ? await context.secrets.get('pack') : null
  ensureFolder(folder)
  note(exportNotice)
  const targetId = core.targets.admit(folder)
  const left = leftover === 'ask' ? [] : await client.packs.leftovers({ targetId })
  const [first] = left.filter(({ canContinue }) => canContinue)
  if (leftover === 'continue' && first) {
    note(`接着导出：${first.packName}`)
    return lastOf(
      await client.packs.continueLeftover({ targetId, name: first.name, confirmed: true }, { signal }),
      note,
      phaseNames,
    )
  }
  if (leftover === 'clear') for (const { name } of left) await client.packs.clearLeftover({ targetId, name })
  return lastOf(
    await client.packs.export(
      { year, targetId, confirmed: true, ...words, ...(passphrase === null ? {} : { passphrase }) },
      { signal },
    ),
    note,
    phaseNames,
  )
}

/** Checks a pack against its own lists. */
export async function verifyPack({ core, client, note, signal }: CommandContext, path: string): Promise<Verdict> {
  return lastOf(await client.packs.verify({ targetId: core.targets.admit(path) }, { signal }), note, phaseNames)
}

/** Shows the differences of a pack, then takes it in. */
async function importPack({ core, client, note, signal, secrets }: CommandContext, path: string, take: 'all' | 'none') {
  const given = await secrets.get('pack')
  const secret = given === null ? {} : { passphrase: given }
  const targetId = core.targets.admit(path)
  const preview: PackPreview = await lastOf(await client.packs.previewImport({ targetId, ...secret }, { signal }), note, phaseNames)
  for (const line of preview.notes) note(line)
  for (const { title, kind, isOlder } of preview.differences)
    note(`不同：${title}（${kind}）${isOlder ? '本机较新，保持不变' : ''}`)
  const choices = take === 'all' ? preview.differences.filter(({ isOlder }) => !isOlder).map(({ key }) => key) : []
  const result: PackImportResult = await lastOf(
    await client.packs.import({ targetId, choices, ...secret }, { signal }),
    note,
    phaseNames,
  )
  const { added, changed, kept, same, attachments } = result
  return {
    json: { ...result, branch: preview.branch, takesIdentity: preview.takesIdentity, differences: preview.differences },
    text: `${preview.branch.shortName}：新增 ${added} 条，改动 ${changed} 条，保持不变 ${kept} 条，相同 ${same} 条，附件 ${attachments} 个`,
  }
}

export const packCommands: readonly Command[] = [
  {
    name: 'pack export',
    operands: [],
    options: ['year', 'out', 'kind', 'layout', 'zip', 'leftover'],
    summary:
      '导出一年的佐证材料（evidence）或全部数据的移交包（exchange）；--leftover continue 接着上次没有完成的导出，clear 清除它',
    ledger: 'open',
    prints: true,
    async run(context) {
      const words = context.arguments
      const kind = words.choice('kind', ['evidence', 'exchange'], 'evidence')
      const layout = words.choice('layout', packLayouts, 'date')
      const year = kind === 'exchange' && words.option('year') === undefined ? context.core.clock.now().getFullYear() : words.year()
      const form = words.option('zip') === undefined ? 'folder' : 'zip'
      const { path, files, octets, tagManifestSha256 } = await exportPack(context, year, words.path('out'), {
        kind,
        form,
        layout,
        leftover: words.choice('leftover', leftoverChoices, 'ask'),
      })
      return {
        json: { path, files, octets, form, kind, layout, tagManifestSha256 },
        text: `已写入 ${files} 个文件：${path}\n清单校验值：${tagManifestSha256}`,
      }
    },
  },
  {
    name: 'pack import',
    operands: ['PATH'],
    options: ['take'],
    summary: '导入材料包；--take all 时，内容不同的以材料包为准，否则保持本机的',
    ledger: 'open',
    async run(context) {
      const { json, text } = await importPack(
        context,
        context.arguments.pathOperand(0),
        context.arguments.choice('take', ['all', 'none'], 'none'),
      )
      return { json, text, exitCode: 0 }
    },
  },
  {
    name: 'pack verify',
    operands: ['PATH'],
    options: [],
    summary: '核对一份佐证材料（不需要数据文件夹）',
    ledger: 'none',
    async run(context) {
      const { status, problems } = await verifyPack(context, context.arguments.pathOperand(0))
      const lines = problems.map(
        ({ path, problem, detail }) => `  ${path}：${problemNames[problem]}${detail ? `（${detail}）` : ''}`,
      )
      return {
        json: { status, problems },
        text: [verdictNames[status], ...lines].join('\n'),
        exitCode: status === 'valid' ? 0 : 1,
      }
    },
  },
]
