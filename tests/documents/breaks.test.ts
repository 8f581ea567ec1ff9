import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { openChromiumPrinter } from '#main/documents/chromium-printer.ts'
import { documentHtml } from '#main/documents/html.ts'
import { findBrowser } from '#main/platform/browser-finder.ts'
import type { Activity } from '#shared/activities/schema.ts'
import { printStyles } from '#shared/documents/contract.ts'
import { minutesDocument } from '#shared/documents/minutes.ts'
import { pdfPages } from './pdf-reader.ts'
import { sampleBranch, squeezed } from './sample-branch.ts'
import { generalMeeting } from './sample-general-meeting.ts'
import { organizationalLife } from './samples-january.ts'

// Records of any length: wherever a page happens to end, no heading is its last line and no line to sign stands alone.

const browser = findBrowser()
if (!browser) throw new Error('these tests print with Chromium: apt-get install chromium poppler-utils')
const printer = openChromiumPrinter(browser.path)
afterAll(() => printer.close())

const samples = { generalMeeting, organizationalLife } as const
const HEADING = '标题'
const LINES = '逐项落实，及时报告进展情况。'
const agenda = fc.array(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 9 })

/** A sitting with an item of the agenda for each list, and in it a paragraph of each length. */
function sitting(given: Activity, lengths: readonly (readonly number[])[], closing: string): Activity {
  const [part] = given.parts
  if (!part) throw new RangeError('a sitting has a part')
  const items = lengths.map((paragraphs, i) => ({
    title: `第${i + 1}个议题`,
    heading: `${HEADING}${i + 1}`,
    content: [{ kind: 'text' as const, text: paragraphs.map((count) => `发言：${LINES.repeat(count)}完。`).join('\n') }],
  }))
  return { ...given, closing, parts: [{ ...part, agenda: items }] }
}

const linesOf = (page: string) =>
  page
    .split('\n')
    .map(squeezed)
    .filter((line) => line !== '' && !/^—\d+—$|^\d{4}-[^\d]+-\d+$|^(?:—\d+—)?\d{4}-[^\d]+-\d+(?:—\d+—)?$/u.test(line))

describe('pages of a record of any length', () => {
  it.each(printStyles)('end with no heading and begin with no line to sign (%s)', { timeout: 240_000 }, async (style) => {
    const cases = fc.record({
      name: fc.constantFrom('generalMeeting' as const, 'organizationalLife' as const),
      lengths: agenda,
      closing: fc.constantFrom('', '按分工抓好落实。'),
    })
    await fc.assert(
      fc.asyncProperty(cases, async ({ name, lengths, closing }) => {
        const model = minutesDocument(sitting(samples[name], lengths, closing), sampleBranch, { style })
        const pages = pdfPages(await printer.print(documentHtml(model, { style, fonts: 'bundled' })), 'layout').map(linesOf)
        const headings = new Set(model.body.flatMap((block) => (block.kind === 'heading' ? [squeezed(block.text)] : [])))
        const labels = model.body.flatMap((block) => (block.kind === 'label' && block.text === '' ? [`${block.label}：`] : []))
        for (const [i, lines] of pages.entries()) {
          expect(lines.length, `page ${i + 1} of ${pages.length} is empty`).toBeGreaterThan(0)
          if (i === pages.length - 1) continue
          const last = lines.at(-1) ?? ''
          expect(headings.has(last) || labels.includes(last), `page ${i + 1} ends with ${last}`).toBe(false)
        }
        const end = pages.at(-1) ?? []
        expect(end.at(-1)).toContain('签字')
        expect(end.length, 'the line to sign is alone').toBeGreaterThan(1)
      }),
      { numRuns: 16 },
    )
  })
})
