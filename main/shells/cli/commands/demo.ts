import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Purpose } from '#shared/activities/schema.ts'
import { AppError } from '#shared/kernel/errors.ts'
import type { InProcessClient } from '../../in-process.ts'
import type { Command, CommandContext } from '../command.ts'
import { ensureFolder, writeDocument } from '../files.ts'
import { createProgram } from '../program.ts'
import { exportPack, verifyPack } from './packs.ts'

/** `ledger`, or `ledger-2`, `ledger-3` …: what an earlier run wrote stays as it is. */
function freeFolder(parent: string, name: string): string {
  for (let n = 1; n < 1000; n++) {
    const folder = join(parent, n === 1 ? name : `${name}-${n}`)
    if (!existsSync(folder)) return folder
  }
  throw new AppError('TARGET_EXISTS', { path: join(parent, name) })
}

/** The year of the sample branch that has the most records. */
async function fullestYear(client: InProcessClient): Promise<number> {
  const years = await client.activities.years({})
  const counted = await Promise.all(years.map(async (year) => ({ year, count: (await client.activities.list({ year })).length })))
  const fullest = counted.toSorted((a, b) => b.count - a.count || b.year - a.year)[0]
  if (!fullest) throw new AppError('PACK_NOTHING', {})
  return fullest.year
}

/** The sitting of a purpose that has the most written under its agenda: an old ledger has headings only. */
async function fullestSitting(client: InProcessClient, year: number, purpose: Purpose): Promise<string | undefined> {
  const lines = await client.activities.list({ year })
  const held = lines.filter(({ purposes, state }) => purposes.includes(purpose) && (state === 'toSign' || state === 'signed'))
  const written = await Promise.all(
    held.map(async ({ id }) => {
      const { parts } = await client.activities.get({ id })
      return { id, blocks: parts.flatMap((part) => part.agenda).reduce((sum, item) => sum + item.content.length, 0) }
    }),
  )
  return written.toSorted((a, b) => b.blocks - a.blocks)[0]?.id
}

/** Minutes of a 支部党员大会 and of a 支委会, as PDF where a browser is found and as DOCX. */
async function writeMinutes({ core, client, note }: CommandContext, year: number, folder: string): Promise<string[]> {
  const { pdf } = await client.documents.abilities({})
  const formats = pdf ? (['pdf', 'docx'] as const) : (['docx', 'html'] as const)
  if (!pdf) note('没有找到浏览器，会议记录不生成 PDF，改为 DOCX 和 HTML。')
  const written: string[] = []
  for (const purpose of ['generalMeeting', 'committeeMeeting'] as const) {
    const activityId = await fullestSitting(client, year, purpose)
    if (!activityId) continue
    for (const format of formats) {
      const { token, fileName } = await client.documents.makeMinutes({
        activityId,
        format,
        style: purpose === 'generalMeeting' ? 'official' : 'table',
        fonts: 'bundled',
      })
      const file = join(folder, fileName)
      writeDocument(core, token, file)
      written.push(file)
    }
  }
  return written
}

export const demoCommand: Command = {
  name: 'demo',
  operands: [],
  options: ['out'],
  summary: '用示例支部走一遍：数据、会议记录、佐证材料（默认写到 ./demo）',
  ledger: 'none',
  prints: true,
  async run(context) {
    const out = context.arguments.path('out', 'demo')
    ensureFolder(out)
    // A program of its own: the sample never goes into the ledger the user works with. A folder named on purpose is taken when
    // there is no ledger in it; where there is one, making the sample is refused.
    const ledger = context.ledgerFolder ?? freeFolder(out, 'ledger')
    const program = createProgram({ ledgerDirectory: ledger, pdf: context.core.pdf })
    const own: CommandContext = { ...context, ...program }
    try {
      context.note(`建立示例支部：${ledger}`)
      await own.client.ledger.create({ sample: true })
      const year = await fullestYear(own.client)
      const minutesFolder = join(out, 'minutes')
      ensureFolder(minutesFolder)
      context.note(`生成会议记录：${minutesFolder}`)
      const minutes = await writeMinutes(own, year, minutesFolder)
      // Each run has a folder of its own: two packs of one year would bear the same name.
      const packs = join(out, 'packs')
      const target = existsSync(packs) ? freeFolder(packs, 'again') : packs
      ensureFolder(target)
      const pack = await exportPack(own, year, target)
      const verdict = await verifyPack(own, pack.path)
      return {
        json: { ledger, year, minutes, pack, verdict },
        text: [
          `示例支部的数据文件夹：${ledger}`,
          ...minutes.map((file) => `会议记录：${file}`),
          `${year}年佐证材料（${pack.files} 个文件）：${pack.path}`,
          verdict.status === 'valid' ? '佐证材料核对无误。' : `佐证材料核对有 ${verdict.problems.length} 处问题。`,
        ].join('\n'),
        exitCode: verdict.status === 'valid' ? 0 : 1,
      }
    } finally {
      await program.core.close()
    }
  },
}
