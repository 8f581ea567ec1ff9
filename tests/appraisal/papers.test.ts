import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type GradeLine, gradeLines, opinionSentence } from '#shared/appraisal/opinion.ts'
import type { DocumentModel, TableBlock } from '#shared/documents/model.ts'
import { appraisalOpinionPaper, personalOpinions } from '#shared/documents/papers/appraisal-opinion.ts'
import { papersFor } from '#shared/documents/papers/kinds.ts'
import { sittingPapers } from '#shared/documents/papers/papers.ts'
import { byStrokes } from '#shared/documents/stroke-order.ts'
import { memberNames, sampleBranch } from '../documents/sample-branch.ts'
import { generalMeeting } from '../documents/sample-general-meeting.ts'
import { opinion, tallies, withProblems } from '../documents/samples-appraisal.ts'
import { democraticAppraisal, organizationalLife } from '../documents/samples-january.ts'
import { dueMembers, plannedOf, sourceOf } from '../documents/samples-papers.ts'

const tablesOf = ({ body }: DocumentModel) => body.filter((block): block is TableBlock => block.kind === 'table')
const squeezed = (text: string) => text.replace(/\s/gu, '')
const cells = (table: TableBlock | undefined) => (table?.rows ?? []).map((row) => ('band' in row ? [row.band] : row.map(squeezed)))
const names = (table: TableBlock | undefined) => cells(table).map(([name]) => name)

describe('民主测评表', () => {
  const coming = sourceOf(plannedOf(democraticAppraisal))
  const sheets = sittingPapers(coming, ['appraisalSheets'])

  test('is one sheet for each member due, all alike, nameless and without a number', () => {
    expect(sheets).toHaveLength(14)
    for (const sheet of sheets) expect(sheet).toEqual(sheets[0])
    expect(sheets[0]?.recordNumber).toBe('')
    expect(sheets[0]?.signatures).toEqual([])
  })

  test('names those who are graded 以姓氏笔画为序, with four empty boxes, and the 支部班子 below', () => {
    const [members, team] = sheets[0] ? tablesOf(sheets[0]) : []
    const graded = dueMembers.filter(({ category }) => category === 'formalMember').map(({ name }) => name)
    expect(names(members)).toEqual(graded.toSorted(byStrokes))
    expect(members?.head).toEqual(['姓名', '优秀', '合格', '基本合格', '不合格'])
    for (const [, ...boxes] of cells(members)) expect(boxes).toEqual(['', '', '', ''])
    expect(team?.head).toEqual(['测评对象', '好', '较好', '一般', '差'])
    expect(names(team)).toEqual(['党支部班子'])
    expect(JSON.stringify(sheets[0])).toContain('预备党员卫戊、蒋己参加评议，不评定等次。')
  })

  test('lists probationary members too where the branch grades them', () => {
    const branch = { ...sampleBranch, settings: { ...sampleBranch.settings, gradesProbationary: true } }
    const [sheet] = sittingPapers({ ...coming, branch }, ['appraisalSheets'])
    expect(names(sheet && tablesOf(sheet)[0])).toHaveLength(14)
    expect(JSON.stringify(sheet)).not.toContain('不评定等次')
  })

  test('orders nobody by anything but strokes, whatever the roster', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(dueMembers, { minLength: 1 }), (due) => {
        const [sheet] = sittingPapers({ ...coming, due: [due] }, ['appraisalSheets'])
        const shown = names(sheet && tablesOf(sheet)[0])
        const graded = due.filter(({ category }) => category === 'formalMember').map(({ name }) => name)
        if (graded.length > 0) expect(shown).toEqual(graded.toSorted(byStrokes))
      }),
    )
  })
})

describe('测评汇总表', () => {
  test('has the counts of the record, the 支部班子 among them, and room for what was not counted', () => {
    const [part] = democraticAppraisal.parts
    if (!part) throw new Error('no part')
    const teamTally = { good: 12, fair: 1, average: 0, poor: 0 }
    const activity = { ...democraticAppraisal, parts: [{ ...part, details: { ...part.details, teamTally } }] }
    const [summary] = sittingPapers(sourceOf(activity), ['appraisalSummary'])
    if (!summary) throw new Error('no summary')
    const [members, team] = tablesOf(summary)
    expect(cells(members).slice(0, 2)).toEqual([
      ['张三', '9', '4', '0', '0'],
      ['李四', '8', '5', '0', '0'],
    ])
    expect(cells(members)).toHaveLength(12)
    expect(cells(members).at(-1)?.slice(1)).toEqual(['', '', '', ''])
    expect(cells(team)).toEqual([['党支部班子', '12', '1', '0', '0']])
    expect(squeezed(JSON.stringify(summary.head))).toContain('"value":"13份"')
  })
})

describe('整改清单', () => {
  test('says of a tracked line how far it is, of the others what the record says', () => {
    const [list] = sittingPapers(withProblems, ['rectificationList'])
    expect(cells(list && tablesOf(list)[0])).toEqual([
      ['1', '特色项目推进不快', '制定季度计划', '王五', '2026年3月底', '2026年3月31日销号'],
      ['2', '党小组会质量不平衡', '组长互相列席、每月通报', '孙八', '2026年2月起', ''],
    ])
  })

  test('has empty rows before the meeting', () => {
    const [part] = organizationalLife.parts
    if (!part) throw new Error('no part')
    const coming = plannedOf({ ...organizationalLife, parts: [{ ...part, details: null }] })
    const [list] = sittingPapers(sourceOf(coming), ['rectificationList'])
    expect(cells(list && tablesOf(list)[0])).toHaveLength(6)
  })
})

test('papers are offered where they belong', () => {
  expect(papersFor(democraticAppraisal)).toEqual(expect.arrayContaining(['appraisalSheets', 'appraisalSummary']))
  expect(papersFor(organizationalLife)).toContain('rectificationList')
  for (const kind of ['appraisalSheets', 'appraisalSummary', 'rectificationList'] as const)
    expect(papersFor(generalMeeting)).not.toContain(kind)
})

describe('评定意见', () => {
  test('is a paper of its own with the sentence of DOMAIN 3.5.7', () => {
    const text = squeezed(JSON.stringify(appraisalOpinionPaper(opinion, sampleBranch)))
    expect(text).toContain(
      '参加评定的正式党员13名，评定为优秀4名（不超过三分之一）、合格9名、基本合格0名、不合格0名；已向本人反馈。',
    )
  })

  test('claims neither a share that does not hold nor feedback that was not given', () => {
    const line = (grade: GradeLine['grade'], toldOn: string | null): GradeLine => ({
      row: 0,
      name: '某',
      grade,
      opinion: '',
      toldOn,
    })
    expect(opinionSentence([line('excellent', '2026-01-23'), line('qualified', null)])).toBe(
      '参加评定的正式党员2名，评定为优秀1名、合格1名、基本合格0名、不合格0名；已向本人反馈1名，其余1名尚未反馈。',
    )
    expect(opinionSentence([line('qualified', null), line('notGraded', null)])).toContain('正式党员1名')
    expect(opinionSentence([line('qualified', null)])).toContain('尚未向本人反馈。')
  })

  test('has a page for each person, with its own totals and nobody else’s', () => {
    const pages = personalOpinions(opinion, sampleBranch, tallies)
    expect(pages).toHaveLength(13)
    const [first] = pages.map((page) => squeezed(JSON.stringify(page)))
    expect(first).toContain('优秀9票，合格4票')
    for (const name of memberNames.slice(1)) expect(first).not.toContain(name)
    expect(first).not.toContain('评语')
  })

  test('prints what the branch wrote of a person, and leaves room where it wrote nothing', () => {
    const [row] = gradeLines(opinion.content)
    if (!row) throw new Error('no row')
    const written = {
      ...opinion,
      content: { ...opinion.content, grades: [{ name: row.name, grade: 'qualified', opinion: '联系群众经常。' }] },
    }
    const [page] = personalOpinions(written, sampleBranch, [])
    expect(page?.body).toContainEqual({ kind: 'paragraph', text: '联系群众经常。' })
    const [empty] = personalOpinions(opinion, sampleBranch, [])
    expect(empty?.body[0]).toMatchObject({ label: '支部委员会意见', blankLines: 6 })
  })
})
