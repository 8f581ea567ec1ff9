import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { openChromiumPrinter } from '#main/documents/chromium-printer.ts'
import { documentHtml } from '#main/documents/html.ts'
import { findBrowser } from '#main/platform/browser-finder.ts'
import type { Activity } from '#shared/activities/schema.ts'
import { type FontChoice, fontChoices, type PrintStyle, printStyles } from '#shared/documents/contract.ts'
import { minutesDocument } from '#shared/documents/minutes.ts'
import { cellsOf, type DocumentModel } from '#shared/documents/model.ts'
import { bodyText, pdfFonts, pdfInfo, pdfPages, pdfPictures, pdfWords } from './pdf-reader.ts'
import { sampleBranch, squeezed } from './sample-branch.ts'
import { committeeMeeting } from './sample-committee-meeting.ts'
import { generalMeeting } from './sample-general-meeting.ts'
import { democraticAppraisal, electionMeeting, organizationalLife } from './samples-january.ts'
import { groupMeeting, partyLecture, studySession, themedPartyDay } from './samples-other.ts'

const browser = findBrowser()
if (!browser) throw new Error('these tests print with Chromium: apt-get install chromium poppler-utils')
const printer = openChromiumPrinter(browser.path)
afterAll(() => printer.close())

const sample = (name: string) => squeezed(readFileSync(join(import.meta.dirname, `${name}.txt`), 'utf8'))
const printModel = (model: DocumentModel, style: PrintStyle, fonts: FontChoice = 'office') =>
  printer.print(documentHtml(model, { style, fonts }))
const print = (activity: Activity, style: PrintStyle, fonts: FontChoice = 'office') =>
  printModel(minutesDocument(activity, sampleBranch, { style }), style, fonts)
const recordNumberOf = (activity: Activity) => activity.parts[0]?.recordNumber ?? ''

/** A meeting whose minutes end a line later for each step of `lines`. */
function longMeeting(lines: number): Activity {
  const part = generalMeeting.parts[0] as Activity['parts'][number]
  const text = Array.from({ length: lines }, (_, i) => `第${i + 1}点：按照分工逐项落实，及时报告进展情况。`).join('\n')
  return {
    ...generalMeeting,
    closing: '',
    parts: [{ ...part, resolutions: [], agenda: [{ title: '部署工作', heading: '', content: [{ kind: 'text', text }] }] }],
  }
}

describe('minutes as PDF', () => {
  it.each([
    ['general-meeting', 'office', generalMeeting],
    ['general-meeting', 'bundled', generalMeeting],
    ['committee-meeting', 'office', committeeMeeting],
    ['group-meeting', 'bundled', groupMeeting],
    ['party-lecture', 'bundled', partyLecture],
    ['themed-party-day', 'bundled', themedPartyDay],
    ['organizational-life', 'bundled', organizationalLife],
    ['democratic-appraisal', 'bundled', democraticAppraisal],
    ['study-session', 'bundled', studySession],
  ] as const)('in 公文式 read as the sample %s (%s)', async (name, fonts, activity) => {
    const pdf = await print(activity, 'official', fonts)
    const number = recordNumberOf(activity)
    // A reader that looks for columns goes through a table column by column; it is no reader of tables.
    const hasTable = name === 'organizational-life'
    const pages = pdfPages(pdf, hasTable ? 'raw' : 'page')
    expect(pages.every((page) => squeezed(page).includes(number))).toBe(true)
    expect(bodyText(pages, number)).toBe(sample(name))
  })

  it('tell an election as the sample does', async () => {
    const text = bodyText(pdfPages(await print(electionMeeting, 'official', 'bundled')), recordNumberOf(electionMeeting))
    expect(text).toContain(sample('election'))
  })

  it.each([
    ['committee-meeting', committeeMeeting],
    ['group-meeting', groupMeeting],
    ['party-lecture', partyLecture],
    ['themed-party-day', themedPartyDay],
    ['organizational-life', organizationalLife],
    ['democratic-appraisal', democraticAppraisal],
    ['study-session', studySession],
    ['election', electionMeeting],
  ] as const)('in 表格式 carry the facts of %s', async (_, activity) => {
    const text = bodyText(pdfPages(await print(activity, 'table', 'bundled'), 'raw'), recordNumberOf(activity))
    const model = minutesDocument(activity, sampleBranch, { style: 'table' })
    for (const { value } of model.head.flat()) expect(text).toContain(squeezed(value))
    for (const block of model.body) {
      if ('text' in block) expect(text).toContain(squeezed(block.text))
      if (block.kind === 'table') for (const cell of block.rows.flatMap(cellsOf)) expect(text).toContain(squeezed(cell))
    }
  })

  it('in 表格式 carry the same facts in the same words, the name whole on a line of its own', async () => {
    const pdf = await print(generalMeeting, 'table')
    expect(pdfPages(pdf).join('\n').split('\n')).toContain('某局机关第三党支部2025年第二季度支部党员大会记录')
    const text = bodyText(pdfPages(pdf, 'raw'), recordNumberOf(generalMeeting))
    const model = minutesDocument(generalMeeting, sampleBranch, { style: 'table' })
    for (const { value } of model.head.flat()) expect(text).toContain(squeezed(value))
    for (const block of model.body) if ('text' in block) expect(text).toContain(squeezed(block.text))
  })

  it.each(fontChoices)('in 表格式 keep a name of any length inside its cell (%s)', async (fonts) => {
    const part = generalMeeting.parts[0] as Activity['parts'][number]
    for (const extra of [0, 1, 2, 3, 4, 6, 9, 12, 16, 30]) {
      const title = `2025年${'第'.repeat(extra)}二季度支部党员大会`
      const words = pdfWords(await print({ ...generalMeeting, parts: [{ ...part, title }] }, 'table', fonts), 1)
      const name = words.filter(({ text }) => text.includes('二季度') || text.includes('大会记录'))
      expect(name.length, title).toBeGreaterThan(0)
      // The form ends at 541 pt; between text and line there is room.
      for (const { to } of name) expect(to, title).toBeLessThan(536.5)
    }
  })

  it.each(printStyles.flatMap((style) => fontChoices.map((fonts) => [style, fonts] as const)))(
    'are tagged A4 pages with a title and without Type 3 fonts (%s, %s)',
    async (style, fonts) => {
      const pdf = await print(generalMeeting, style, fonts)
      const types = pdfFonts(pdf)
      expect(types.length).toBeGreaterThan(0)
      expect(types.filter((line) => line.includes('Type 3'))).toEqual([])
      const info = pdfInfo(pdf)
      expect(info['Title']).toBe('某局机关第三党支部2025年第二季度支部党员大会记录')
      expect(info['Tagged']).toBe('yes')
      expect(info['Page size']).toContain('A4')
      expect(new TextDecoder('latin1').decode(pdf)).toContain('/Outlines')
    },
  )

  it('print rare characters from the fonts that are shipped', async () => {
    const activity = { ...generalMeeting, place: '㐱𠮷䶮㛃会议室', closing: '（一）㐱𠮷䶮㛃\n完' }
    for (const style of printStyles) {
      const pdf = await print(activity, style, 'bundled')
      expect(squeezed(pdfPages(pdf).join(''))).toContain('㐱𠮷䶮㛃会议室')
      expect(pdfFonts(pdf).filter((line) => /Type 3|NotoSansCJK|NotoSerifCJK/.test(line))).toEqual([])
    }
  })

  it('put 22 lines of 28 characters on a page of 公文式', async () => {
    const text = '党'.repeat(28 * 60 - 2)
    const part = generalMeeting.parts[0] as Activity['parts'][number]
    const activity = {
      ...generalMeeting,
      parts: [{ ...part, agenda: [{ title: '一', heading: '', content: [{ kind: 'text' as const, text }] }] }],
    }
    const lines =
      pdfPages(await print(activity, 'official', 'bundled'))[2]
        ?.split('\n')
        .filter((line) => /^党+$/u.test(line)) ?? []
    expect(lines).toHaveLength(22)
    expect(new Set(lines.map((line) => line.length))).toEqual(new Set([28]))
  })

  it.each(printStyles)('never leave the line to sign alone on a page (%s)', async (style) => {
    const printed = async (lines: number) => pdfPages(await print(longMeeting(lines), style, 'bundled'))
    // The shortest text that needs a third page: there the line to sign is what no longer fits on the second.
    let [fits, breaks] = [1, 64]
    while (breaks - fits > 1) {
      const middle = Math.floor((fits + breaks) / 2)
      if ((await printed(middle)).length > 2) breaks = middle
      else fits = middle
    }
    for (const lines of [fits, breaks, breaks + 1]) {
      const last = squeezed((await printed(lines)).at(-1) ?? '')
      expect(last, `${lines} lines`).toContain('主持人（签字）')
      expect(last, `${lines} lines`).toContain('本次会议未形成决议事项')
    }
  })

  it.each(printStyles)('never leave the line to sign alone behind a short table (%s)', async (style) => {
    const part = organizationalLife.parts[0] as Activity['parts'][number]
    for (const lines of [0, 1, 2, 3, 4, 5, 6]) {
      const text = Array.from({ length: lines }, () => '补充一行。').join('\n')
      const agenda = [...part.agenda, { title: '其他', heading: '', content: [{ kind: 'text' as const, text }] }]
      const pages = pdfPages(await print({ ...organizationalLife, parts: [{ ...part, agenda }] }, style, 'bundled'))
      expect(squeezed(pages.at(-1) ?? ''), `${lines} lines`).toContain('完成情况')
    }
  })

  it.each(printStyles)('never leave the line to sign alone behind a long table (%s)', { timeout: 120_000 }, async (style) => {
    const part = organizationalLife.parts[0] as Activity['parts'][number]
    const one = { owner: '张三', measure: '每月通报一次', due: '2026年3月底', done: '' }
    for (let rows = 9; rows <= 40; rows += 1) {
      const rectifications = Array.from({ length: rows }, (_, i) => ({ ...one, problem: `第${i + 1}个问题` }))
      const details = { ...part.details, rectifications }
      const pages = pdfPages(await print({ ...organizationalLife, parts: [{ ...part, details }] }, style, 'bundled'))
      const last = squeezed(pages.at(-1) ?? '')
      expect(last, `${rows} rows`).toContain('主持人（签字）')
      expect(last, `${rows} rows`).toContain(`第${rows}个问题`)
    }
  })

  it.each(printStyles)('of many pages repeat the head of a table (%s)', async (style) => {
    const rows = Array.from({ length: 120 }, (_, i) => [String(i + 1), `第${i + 1}项问题`, '王五'])
    const model = minutesDocument(generalMeeting, sampleBranch, { style })
    const pages = pdfPages(
      await printModel(
        { ...model, body: [...model.body, { kind: 'table', head: ['序号', '问题内容', '责任人'], rows, widths: [1, 4, 2] }] },
        style,
      ),
    )
    const withRows = pages.filter((page) => page.includes('项问题'))
    expect(withRows.length).toBeGreaterThan(3)
    for (const page of withRows) expect(page).toContain('问题内容')
  })

  it('are pictures without white ones', async () => {
    const pictures = pdfPictures(await print(generalMeeting, 'table'))
    expect(pictures.length).toBe(2)
    for (const picture of pictures) expect(picture.length).toBeGreaterThan(20_000)
  })
})

describe('the printer', () => {
  it('answers a cancelled print with CANCELLED and goes on working', async () => {
    const html = documentHtml(minutesDocument(generalMeeting, sampleBranch, { style: 'table' }), {
      style: 'table',
      fonts: 'bundled',
    })
    await expect(printer.print(html, AbortSignal.abort())).rejects.toMatchObject({ code: 'CANCELLED' })
    const controller = new AbortController()
    const printing = printer.print(html, controller.signal)
    controller.abort()
    await expect(printing).rejects.toMatchObject({ code: 'CANCELLED' })
    expect((await printer.print(html)).length).toBeGreaterThan(1000)
  })

  it('asks nothing of the network or the disk', async () => {
    const pdf = await printer.print(
      '<!doctype html><title>x</title><link rel="stylesheet" href="http://example.com/x.css"><img src="file:///etc/hostname"><iframe src="file:///etc/passwd"></iframe><img src="/fonts/../../etc/passwd">text',
    )
    expect(squeezed(pdfPages(pdf).join(''))).not.toContain('root:')
  })

  it('prints documents asked for together each with its own text, also when one of them is cancelled', async () => {
    const text = (i: number) => `<!doctype html><title>t</title><p>document number ${i}`
    const controller = new AbortController()
    const prints = Array.from({ length: 6 }, (_, i) => printer.print(text(i), i === 3 ? controller.signal : undefined))
    controller.abort()
    const results = await Promise.allSettled(prints)
    for (const [i, result] of results.entries()) {
      if (i === 3) expect(result).toMatchObject({ status: 'rejected', reason: { code: 'CANCELLED' } })
      else expect(result.status === 'fulfilled' && pdfPages(result.value).join('')).toContain(`document number ${i}`)
    }
  })

  it('fails as an expected error where the program does not start', async () => {
    const broken = openChromiumPrinter('/bin/false')
    await expect(broken.print('<p>x</p>')).rejects.toMatchObject({ code: 'PRINT_FAILED' })
    await broken.close()
  })
})
