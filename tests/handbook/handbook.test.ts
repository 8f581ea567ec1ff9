import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Core, createCore } from '#main/core.ts'
import { openChromiumPrinter } from '#main/documents/chromium-printer.ts'
import { saveDossier } from '#main/dossier/service.ts'
import { handbookRouter } from '#main/handbook/router.ts'
import { createLedger } from '#main/ledger/service.ts'
import { findBrowser } from '#main/platform/browser-finder.ts'
import { saveDossierSchema } from '#shared/dossier/schema.ts'
import { type HandbookResult, handbookInputSchema } from '#shared/handbook/contract.ts'
import type { Progress } from '#shared/kernel/contract.ts'
import { pdfFonts, pdfInfo, pdfLeftEdges, pdfOutline, pdfPages } from '../documents/pdf-reader.ts'
import { squeezed } from '../documents/sample-branch.ts'
import { openTestLedger, testClock } from '../helpers/ledger.ts'

const browser = findBrowser()
if (!browser) throw new Error('these tests print with Chromium: apt-get install chromium poppler-utils')
const printer = openChromiumPrinter(browser.path)
afterAll(() => printer.close())

const clientOf = (core: Core) => createRouterClient(handbookRouter, { context: { core } })

async function read(events: AsyncIterable<({ type: 'progress' } & Progress) | { type: 'result'; result: HandbookResult }>) {
  const progress: Progress[] = []
  for await (const event of events) {
    if (event.type === 'result') return { progress, result: event.result }
    progress.push(event)
  }
  throw new Error('no result')
}

const input = (given: object) => handbookInputSchema.parse({ year: 2025, fonts: 'bundled', ...given })

/** 公文 of the contents: every line that ends in a page number. */
function contentsLines(pages: readonly string[]): { text: string; page: number }[] {
  const first = pages.findIndex((page) => squeezed(page).startsWith('目录'))
  const end = pages.findIndex((page, i) => i > first && squeezed(page).includes('支部委员会和党小组截至'))
  return pages
    .slice(first, end)
    .flatMap((page) => page.split('\n'))
    .flatMap((line) => {
      const match = /^\s*(?<text>\S.*?)\s+(?<page>\d{1,3})\s*$/u.exec(line)
      return match?.groups ? [{ text: match.groups['text'] ?? '', page: Number(match.groups['page']) }] : []
    })
}

describe('党支部工作手册 of the sample year', () => {
  const folder = mkdtempSync(join(tmpdir(), 'branch-handbook-book-'))
  let pdf: Uint8Array
  let pages: string[]
  let made: HandbookResult
  let progress: Progress[]

  beforeAll(async () => {
    const core = createCore({
      ledgerDirectory: join(folder, '支部手册'),
      programVersion: '0.0.0-test',
      pdf: printer,
      clock: testClock('2026-01-10'),
      backsUpOnClose: false,
    })
    await createLedger(core, '', true)
    const answer = await read(await clientOf(core).make(input({})))
    made = answer.result
    progress = answer.progress
    pdf = core.outbox.find(made.token).content
    pages = pdfPages(pdf, 'layout')
    core.session.close()
  }, 300_000)
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('has as many pages as it says, on A4, tagged, with its title and without Type 3 fonts', () => {
    expect(made.pages).toBe(pages.length)
    expect(made.pages).toBeGreaterThan(150)
    expect(made.fileName).toBe('某局机关第三党支部2025年党支部工作手册.pdf')
    expect(pdfInfo(pdf)).toMatchObject({ Title: '某局机关第三党支部2025年党支部工作手册', Tagged: 'yes' })
    expect(pdfFonts(pdf).filter((line) => line.includes('Type 3'))).toEqual([])
  })

  it('is numbered through, the cover alone without a number', () => {
    expect(squeezed(pages[0] ?? '')).not.toMatch(/—\d+—/)
    for (const [i, page] of pages.entries()) if (i > 0) expect(squeezed(page)).toContain(`—${i + 1}—`)
  })

  it('has contents whose every page number leads to the paper named there, each on an odd page', () => {
    const lines = contentsLines(pages)
    expect(lines.length).toBeGreaterThan(70)
    for (const { text, page } of lines) {
      const title = text.replace(/^\d+月\d+日\s*/u, '').replace(/（.*$/u, '')
      expect(squeezed(pages[page - 1] ?? ''), text).toContain(squeezed(title))
      expect(page % 2).toBe(1)
    }
  })

  it('has bookmarks by section, and under each its records at their pages', () => {
    const outline = pdfOutline(pdf)
    const sections = outline.filter(({ depth }) => depth === 0).map(({ text }) => text)
    expect(sections).toEqual(
      expect.arrayContaining(['目录', '支部基本情况', '年度工作计划', '支部党员大会', '支部委员会会议', '谈心谈话', '统计表']),
    )
    expect(sections.indexOf('年度工作计划')).toBeLessThan(sections.indexOf('支部党员大会'))
    const record = outline.find(({ text }) => text.endsWith('2025年第二季度支部党员大会记录'))
    expect(record).toMatchObject({ depth: 1 })
    expect(squeezed(pages[(record?.page ?? 0) - 1] ?? '')).toContain('2025年第二季度支部党员大会记录')
  })

  it('leaves 28 mm to bind at the left of odd pages and at the right of even ones', () => {
    const edges = pdfLeftEdges(pdf, 7, 10)
    // Page 9 is the roster across the page.
    expect(edges[0]).toBeGreaterThan(27 * 2.8346)
    expect(edges[1]).toBeLessThan(29 * 2.8346)
  })

  it('leaves the backs free for handwriting, and never the line to sign alone', () => {
    expect(pages.filter((page) => squeezed(page).startsWith('补记')).length).toBeGreaterThan(50)
    expect(pages.filter((page) => squeezed(page).startsWith('备忘'))).toHaveLength(4)
    for (const page of pages) expect(squeezed(page)).not.toMatch(/^记录人（签字）/u)
  })

  it('lists talks without their content and holds the tables of the year', () => {
    const text = squeezed(pages.join(''))
    expect(text).toContain('2025年谈心谈话登记表')
    for (const table of ['“三会一课”统计表', '党员出勤率统计表', '党员学时统计表', '党员花名册']) expect(text).toContain(table)
  })

  it('tells how many papers are done while it is made', () => {
    expect(progress.some(({ phase }) => phase === 'measure')).toBe(true)
    for (const { done, total } of progress) expect(done).toBeLessThanOrEqual(total)
    expect(progress.at(-1)?.phase).toBe('print')
  })
})

describe('making a handbook', () => {
  function withRecord() {
    const { core } = openTestLedger()
    saveDossier(core, saveDossierSchema.parse({ kind: 'annualPlan', date: '2025-01-10', title: '2025年工作计划', forYear: 2025 }))
    return { ...core, pdf: printer }
  }

  it('puts records one after the other where odd pages are switched off', async () => {
    const core = withRecord()
    const { result } = await read(await clientOf(core).make(input({ oddStart: false, notePages: 0 })))
    const pages = pdfPages(core.outbox.find(result.token).content)
    expect(pages.map((page) => squeezed(page).slice(0, 2)).slice(0, 4)).toEqual(['某局', '—2', '目录', '—4'])
    expect(pages.join('')).not.toContain('补记')
    expect(result).toMatchObject({ pages: 4 + 6, records: 1, unfinished: 0 })
  })

  it('stops when it is cancelled, and the next one is made', async () => {
    const core = withRecord()
    const controller = new AbortController()
    const events = await clientOf(core).make(input({}), { signal: controller.signal })
    const cancelled = (async () => {
      for await (const event of events) if (event.type === 'progress') controller.abort()
    })()
    await expect(cancelled).rejects.toMatchObject({ code: 'CANCELLED' })
    expect((await read(await clientOf(core).make(input({ notePages: 0 })))).result.records).toBe(1)
  })

  it('says what is missing: records, or a browser', async () => {
    const { core } = openTestLedger()
    await expect(read(await clientOf({ ...core, pdf: printer }).make(input({})))).rejects.toMatchObject({
      code: 'HANDBOOK_NOTHING',
    })
    await expect(read(await clientOf(core).make(input({})))).rejects.toMatchObject({ code: 'BROWSER_NOT_FOUND' })
  })
})
