import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as xlsx from '@e965/xlsx'
import { afterAll, describe, expect, test } from 'vitest'
import { createCore } from '#main/core.ts'
import { openChromiumPrinter } from '#main/documents/chromium-printer.ts'
import { createLedger } from '#main/ledger/service.ts'
import { findBrowser } from '#main/platform/browser-finder.ts'
import { inProcessClient } from '#main/shells/in-process.ts'
import type { PackResult } from '#shared/packs/schema.ts'
import { pdfInfo, pdfOutline, pdfPages } from '../documents/pdf-reader.ts'
import { squeezed } from '../documents/sample-branch.ts'
import { temporaryFolder, testClock } from '../helpers/ledger.ts'
import { verdictLines } from './bags.ts'

const browser = findBrowser()
if (!browser) throw new Error('these tests print with Chromium: apt-get install chromium poppler-utils')
const printer = openChromiumPrinter(browser.path)
afterAll(() => printer.close())

async function exportedYear() {
  const folder = temporaryFolder()
  const core = createCore({
    ledgerDirectory: join(folder, '支部手册'),
    programVersion: '0.0.0-test',
    pdf: printer,
    clock: testClock('2026-01-10'),
    backsUpOnClose: false,
  })
  await createLedger(core, '某支部', false)
  const client = inProcessClient(core)
  const lines = (count: number) =>
    Array.from({ length: count }, (_, at) => ({
      kind: 'text' as const,
      text: `第${at + 1}段。${'集体学习，交流讨论。'.repeat(8)}`,
    }))
  const save = async (date: string, title: string, paragraphs: number) =>
    await client.activities.save({
      date,
      state: 'signed',
      parts: [{ purpose: 'generalMeeting', title, agenda: [{ title: '学习文件', content: lines(paragraphs) }] }],
    })
  const { id } = await save('2025-03-28', '2025年第一季度支部党员大会', 2)
  await save('2025-06-27', '2025年第二季度支部党员大会', 40)
  await save('2025-09-26', '2025年第三季度支部党员大会', 80)
  await client.activities.save({
    date: '2025-10-17',
    state: 'signed',
    parts: [{ purpose: 'themedPartyDay', title: '2025年10月主题党日活动' }],
  })
  const photo = join(folder, '签到表.jpg')
  writeFileSync(photo, 'a signed page')
  await client.attachments.add({ file: core.staging.fromPath(photo).token, activityId: id })
  const targetId = core.targets.admit(temporaryFolder())
  let pack: PackResult | null = null
  const phases: string[] = []
  for await (const event of await client.packs.export({ year: 2025, targetId, confirmed: true })) {
    if (event.type === 'result') pack = event.result
    else if (event.phase !== phases.at(-1)) phases.push(event.phase)
  }
  core.session.close()
  if (!pack) throw new Error('no pack')
  return { root: pack.path, phases }
}

describe('合订本', () => {
  test('its catalogue and the sheets name the pages on which each paper really stands', { timeout: 300_000 }, async () => {
    const { root, phases } = await exportedYear()
    expect(phases).toEqual(['write', 'measure', 'print', 'write', 'readBack'])
    expect(await verdictLines(root)).toEqual(['valid'])
    const pdf = readFileSync(join(root, 'data/00_合订本.pdf'))
    const pages = pdfPages(pdf, 'layout')
    expect(Number(pdfInfo(pdf)['Pages'])).toBe(pages.length)
    expect(squeezed(pages[0] ?? '')).toContain(`共4件共${pages.length}页`)
    // Where each paper begins, by its bookmark; it ends before the next one.
    const titles = ['第一季度支部党员大会', '第二季度支部党员大会', '第三季度支部党员大会', '10月主题党日活动']
    const starts = titles.map((title) => pdfOutline(pdf).find(({ text }) => squeezed(text).includes(title))?.page ?? 0)
    const counts = starts.map((start, at) => (starts[at + 1] ?? pages.length + 1) - start)
    expect(counts[0]).toBe(1)
    expect(counts[2]).toBeGreaterThan(counts[1] ?? 0)
    const catalogue = squeezed(pages.slice(1, starts[0] === undefined ? 2 : starts[0] - 1).join('\n'))
    for (const [at, start] of starts.entries()) {
      expect(start, titles[at]).toBeGreaterThan(1)
      const date = ['20250328', '20250627', '20250926', '20251017'][at]
      expect(catalogue).toContain(`${date}${counts[at]}${start}`)
      // The number at the foot of that page is the one that the catalogue names.
      expect(squeezed(pages[start - 1] ?? '')).toContain(`—${start}—`)
    }
    const book = xlsx.read(readFileSync(join(root, 'data/00_目录.xlsx')))
    const [checked = [], archived = []] = book.SheetNames.map((name) =>
      xlsx.utils.sheet_to_json<string[]>(book.Sheets[name] ?? {}, { header: 1, defval: '' }),
    )
    const column = (rows: readonly (readonly string[])[], head: string) =>
      rows.slice(1, 5).map((row) => row[rows[0]?.indexOf(head) ?? -1])
    expect(column(checked, '页数')).toEqual(counts.map(String))
    expect(column(checked, '合订本页码')).toEqual(starts.map(String))
    expect(column(archived, '页数')).toEqual(counts.map(String))
    expect(column(archived, '备注')[0]).toContain('页数不含附件1个')
  })
})
