import { afterAll, describe, expect, it } from 'vitest'
import { openChromiumPrinter } from '#main/documents/chromium-printer.ts'
import { documentHtml } from '#main/documents/html.ts'
import { findBrowser } from '#main/platform/browser-finder.ts'
import { minutesDocument } from '#shared/documents/minutes.ts'
import { pdfPages } from './pdf-reader.ts'
import { sampleBranch } from './sample-branch.ts'
import { committeeMeeting } from './sample-committee-meeting.ts'

// A page more for a line and the line to sign is paper wasted: such a form is set closer.

const browser = findBrowser()
if (!browser) throw new Error('these tests print with Chromium: apt-get install chromium poppler-utils')
const printer = openChromiumPrinter(browser.path)
afterAll(() => printer.close())

/** The committee meeting of the samples with one item and so many lines said about it. */
function meeting(lines: number) {
  const [part] = committeeMeeting.parts
  if (!part) throw new RangeError('a sitting has a part')
  const text = Array.from({ length: lines }, (_, i) => `第${i + 1}点按分工落实。`).join('\n')
  const agenda = [{ title: '研究下月安排', heading: '', content: [{ kind: 'text' as const, text }] }]
  return { ...committeeMeeting, parts: [{ ...part, agenda, resolutions: [] }] }
}

const pagesOf = async (lines: number, isCloser: boolean) => {
  const html = documentHtml(minutesDocument(meeting(lines), sampleBranch, { style: 'table' }), { style: 'table', fonts: 'bundled' })
  const set = isCloser ? html : html.replace('class="form close"', 'class="form"')
  return { isClose: html.includes('class="form close"'), pages: pdfPages(await printer.print(set)).length }
}

describe('a form in 表格式', () => {
  it('takes no second page for a few lines, and is set as usual where it needs none or much of it', {
    timeout: 240_000,
  }, async () => {
    const saved: number[] = []
    for (let lines = 1; lines <= 30; lines++) {
      const { isClose, pages } = await pagesOf(lines, true)
      // Never more pages for being set closer.
      const usual = isClose ? (await pagesOf(lines, false)).pages : pages
      expect(pages, `${lines} lines`).toBeLessThanOrEqual(usual)
      if (pages < usual) saved.push(lines)
    }
    expect(saved.length).toBeGreaterThanOrEqual(3)
    expect((await pagesOf(5, true)).isClose).toBe(false)
    expect((await pagesOf(30, true)).isClose).toBe(false)
  })
})
