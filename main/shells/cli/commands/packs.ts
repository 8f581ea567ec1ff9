import type { Progress } from '#shared/kernel/contract.ts'
import type { PackProblem, PackResult, Verdict } from '#shared/packs/schema.ts'
import type { Command, CommandContext } from '../command.ts'
import { ensureFolder } from '../files.ts'

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

const phaseNames: Record<string, string> = { write: '写入', readBack: '读回核对', verify: '核对' }

type Step<T> = ({ readonly type: 'progress' } & Progress) | { readonly type: 'result'; readonly result: T }

/** Reads a long task to its result, telling each new phase once. */
async function resultOf<T>(steps: AsyncIterable<Step<T>>, note: CommandContext['note']): Promise<T> {
  let phase = ''
  for await (const step of steps) {
    if (step.type === 'result') return step.result
    if (step.phase === phase) continue
    phase = step.phase
    note(`${phaseNames[phase] ?? phase}……`)
  }
  throw new Error('a long task ended without its result')
}

/** Writes the pack of a year into a folder. */
export async function exportPack(context: CommandContext, year: number, folder: string): Promise<PackResult> {
  const { core, client, note, signal } = context
  ensureFolder(folder)
  note(exportNotice)
  const targetId = core.targets.admit(folder)
  return resultOf(await client.packs.export({ year, targetId, confirmed: true }, { signal }), note)
}

/** Checks a pack against its own lists. */
export async function verifyPack({ core, client, note, signal }: CommandContext, path: string): Promise<Verdict> {
  return resultOf(await client.packs.verify({ targetId: core.targets.admit(path) }, { signal }), note)
}

export const packCommands: readonly Command[] = [
  {
    name: 'pack export',
    operands: [],
    options: ['year', 'out'],
    summary: '导出一年的佐证材料到文件夹',
    ledger: 'open',
    prints: true,
    async run(context) {
      const { path, files, octets } = await exportPack(context, context.arguments.year(), context.arguments.path('out'))
      return { json: { path, files, octets }, text: `已写入 ${files} 个文件：${path}` }
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
