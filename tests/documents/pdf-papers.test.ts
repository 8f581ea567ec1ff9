import { afterAll, describe, expect, it } from 'vitest'
import { openChromiumPrinter } from '#main/documents/chromium-printer.ts'
import { documentHtml } from '#main/documents/html.ts'
import { findBrowser } from '#main/platform/browser-finder.ts'
import type { Activity } from '#shared/activities/schema.ts'
import { printStyles } from '#shared/documents/contract.ts'
import { minutesDocument, minutesDocuments } from '#shared/documents/minutes.ts'
import type { DocumentModel } from '#shared/documents/model.ts'
import { followUpList } from '#shared/documents/papers/follow-up-list.ts'
import { paperKinds } from '#shared/documents/papers/kinds.ts'
import { sittingPapers } from '#shared/documents/papers/papers.ts'
import { newId } from '#shared/kernel/ids.ts'
import { pdfFonts, pdfInfo, pdfPages, pdfWords } from './pdf-reader.ts'
import { activityOf, partOf, sampleBranch, squeezed } from './sample-branch.ts'
import { generalMeeting } from './sample-general-meeting.ts'
import { democraticAppraisal, organizationalLife } from './samples-january.ts'
import { dueMembers, planned, plannedElection } from './samples-papers.ts'

const browser = findBrowser()
if (!browser) throw new Error('these tests print with Chromium: apt-get install chromium poppler-utils')
const printer = openChromiumPrinter(browser.path)
afterAll(() => printer.close())

const print = (models: DocumentModel | DocumentModel[], style: 'table' | 'official' = 'official') =>
  printer.print(documentHtml(models, { style, fonts: 'bundled' }))
const longName = '阿卜杜热合曼·麦麦提明·买买提艾力·吐尔逊江·阿卜力克木某'

describe('papers around a meeting as PDF', () => {
  it('follow each other on pages of A4, each numbered from 1, without Type 3 fonts', async () => {
    const pdf = await print(sittingPapers(planned, paperKinds))
    const pages = pdfPages(pdf)
    expect(pdfInfo(pdf)['Page size']).toContain('A4')
    expect(pdfFonts(pdf).filter((line) => line.includes('Type 3'))).toEqual([])
    const firstPages = pages.filter((page) => squeezed(page).includes('—1—'))
    // Notice, sign-in sheet, script, tally and guidance; ballots bear no number.
    expect(firstPages).toHaveLength(5)
    expect(squeezed(firstPages[1] ?? '')).toContain('支部党员大会签到表')
    expect(squeezed(pages.join(''))).not.toMatch(/支部手册|2025-党员大会-02/)
  })

  it('have exactly the ballots of the voters due, in whole pages, and nothing else on them', async () => {
    const votes = pdfPages(await print(sittingPapers(planned, ['ballots'])))
    expect(votes).toHaveLength(3)
    for (const page of votes) expect(squeezed(page).match(/表决票/g)).toHaveLength(4)
    const election = pdfPages(await print(sittingPapers(plannedElection, ['ballots'])))
    expect(election).toHaveLength(6)
    for (const page of election) expect(squeezed(page)).not.toMatch(/—\d+—/)
  })

  it('cut no ballot off, however many candidates there are and however long a 表决事项 is', async () => {
    const [part] = plannedElection.activity.parts
    const [block] = part?.agenda[0]?.content ?? []
    if (!part || block?.kind !== 'election') throw new RangeError('the sample has an election')
    const election = (names: readonly string[]) => {
      const content = [{ ...block, election: { ...block.election, candidates: names.map((name) => ({ name, votes: 0 })) } }]
      const parts = [{ ...part, agenda: [{ title: '选举', heading: '', content }] }]
      return { ...plannedElection, activity: { ...plannedElection.activity, parts } }
    }
    const names = (many: number) => Array.from({ length: many }, (_, i) => `李${i + 1}`)
    // Candidates, and the pages that one ballot takes.
    const cases = [
      [names(5), 0.5],
      [names(7), 0.5],
      [names(8), 1],
      [names(18), 1],
      [names(60), 3],
      [[...names(5), longName], 1],
    ] as const
    for (const [candidates, pages] of cases) {
      const pdf = await print(sittingPapers(election(candidates), ['ballots']))
      const printed = pdfPages(pdf)
      expect(printed.length / 12, `${candidates.length} candidates`).toBeCloseTo(pages)
      const onOne = pdfWords(pdf, 1)
      expect(Math.max(...onOne.map(({ bottom }) => bottom)), `${candidates.length} candidates`).toBeLessThan(842 - 28)
      const whole = squeezed(printed.slice(0, Math.ceil(pages)).join(''))
      expect(whole.split('本票不署名').length - 1).toBe(pages < 1 ? 2 : 1)
      for (const name of candidates) expect(whole).toContain(squeezed(name))
    }
    const [item] = planned.activity.parts[0]?.agenda.slice(-1) ?? []
    if (!item) throw new RangeError('the sample has an agenda')
    for (const length of [20, 59, 140, 300]) {
      const parts = planned.activity.parts.map((each) => ({ ...each, agenda: [{ ...item, title: '议'.repeat(length) }] }))
      const pdf = await print(sittingPapers({ ...planned, activity: { ...planned.activity, parts } }, ['ballots']))
      const text = squeezed(pdfPages(pdf, 'raw')[0] ?? '')
      expect(text.split('议').length - 1, `${length} characters`).toBe(length * (text.split('本票不署名').length - 1))
      expect(Math.max(...pdfWords(pdf, 1).map(({ bottom }) => bottom)), `${length} characters`).toBeLessThan(842 - 20)
    }
  })

  it('keep a sign-in sheet of 14 on one page, one of 200 under a repeated head', async () => {
    expect(pdfPages(await print(sittingPapers(planned, ['signInSheet'])))).toHaveLength(1)
    const grouped = dueMembers.map((member) => ({ ...member, groupName: member.groupName.replace('小组', '党小组') }))
    expect(pdfPages(await print(sittingPapers({ ...planned, due: [grouped] }, ['signInSheet'])))).toHaveLength(1)
    const due = Array.from({ length: 200 }, (_, i) => ({ ...dueMembers[0], name: `张${i}` }) as (typeof dueMembers)[number])
    const pages = pdfPages(await print(sittingPapers({ ...planned, due: [due] }, ['signInSheet'])))
    expect(pages.length).toBeGreaterThan(5)
    for (const page of pages) expect(squeezed(page)).toContain('签到（本人签名）')
    expect(squeezed(pages.join(''))).toContain('张199')
    expect(squeezed(pages.at(-1) ?? '')).toContain('统计人')
  })

  it('hold a name of 30 characters and rare ones whole', async () => {
    const odd = [longName, '㐱𠮷', '䶮㛃']
    const due = odd.map((name) => ({ ...dueMembers[0], name }) as (typeof dueMembers)[number])
    const pdf = await print(sittingPapers({ ...planned, due: [due] }, ['signInSheet']))
    const text = squeezed(pdfPages(pdf, 'raw').join(''))
    for (const name of odd) expect(text).toContain(squeezed(name))
    expect(pdfFonts(pdf).filter((line) => /Type 3|NotoSansCJK|NotoSerifCJK/.test(line))).toEqual([])
  })

  it('repeat the head of a follow-up list of 200', async () => {
    const one = {
      activityId: newId(),
      date: '2025-06-27',
      title: '支部党员大会',
      owner: '孙八',
      dueOn: '2025-07-31',
      doneOn: null,
      doneNote: '',
    }
    const list = Array.from({ length: 200 }, (_, i) => ({ ...one, id: newId(), text: `第${i + 1}项议定事项` }))
    const pages = pdfPages(await print(followUpList(list, sampleBranch, '2025-08-01')))
    expect(pages.length).toBeGreaterThan(5)
    for (const page of pages) expect(squeezed(page)).toContain('落实情况')
    expect(squeezed(pages.join(''))).toContain('第200项议定事项')
  })
})

describe('minutes of unusual length', () => {
  it.each(printStyles)('of more than 60 pages end with the line to sign (%s)', async (style) => {
    const part = generalMeeting.parts[0] as Activity['parts'][number]
    const text = Array.from({ length: 2100 }, (_, i) => `第${i + 1}点：按照分工逐项落实，及时报告进展情况。`).join('\n')
    const activity = {
      ...generalMeeting,
      parts: [{ ...part, agenda: [{ title: '部署', heading: '', content: [{ kind: 'text' as const, text }] }] }],
    }
    const pages = pdfPages(await print(minutesDocument(activity, sampleBranch, { style }), style))
    expect(pages.length).toBeGreaterThan(60)
    expect(squeezed(pages.at(-1) ?? '')).toContain('主持人（签字）')
    expect(squeezed(pages[61] ?? '')).toContain('—62—')
  })

  it.each(printStyles)('of one line are one page (%s)', async (style) => {
    const activity = activityOf({ date: '2025-06-27', parts: [partOf({ purpose: 'groupMeeting', title: '' })] })
    expect(pdfPages(await print(minutesDocument(activity, sampleBranch, { style }), style))).toHaveLength(1)
  })

  it.each(printStyles)('hold a name of 30 characters (%s)', async (style) => {
    const person = { name: longName, post: '' }
    const activity = { ...generalMeeting, chair: person, recorder: person }
    const text = squeezed(pdfPages(await print(minutesDocument(activity, sampleBranch, { style }), style), 'raw').join(''))
    expect(text.split(longName).length - 1).toBe(2)
  })
})

describe('分别记录 as PDF', () => {
  it('has each paper on a new page with its own number', async () => {
    const apart = {
      ...organizationalLife,
      isPrintedApart: true,
      parts: [...organizationalLife.parts, ...democraticAppraisal.parts],
    }
    const pages = pdfPages(await print(minutesDocuments(apart, sampleBranch, { style: 'table' }), 'table')).map(squeezed)
    const second = pages.findIndex((page) => page.includes('民主评议党员情况记录'))
    expect(second).toBeGreaterThan(0)
    for (const [i, page] of pages.entries()) {
      expect(page).toContain(i < second ? '2025-组织生活会-01' : '2025-民主评议-01')
      expect(page).toContain(`—${i < second ? i + 1 : i - second + 1}—`)
    }
  })
})
