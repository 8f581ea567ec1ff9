import type { AppraisalTally, TeamTally } from '../../activities/details.ts'
import type { Part } from '../../activities/schema.ts'
import { countedGrades, gradeNames, isGraded, teamGradeNames, teamGrades } from '../../appraisal/grades.ts'
import { chineseDate } from '../../kernel/dates.ts'
import { paddedName } from '../../kernel/text.ts'
import type { RosterEntry } from '../../members/schema.ts'
import { isHeld } from '../minutes-head.ts'
import { type Block, type DocumentModel, paper, type TableBlock } from '../model.ts'
import { byStrokes } from '../stroke-order.ts'
import type { PaperSource } from './kinds.ts'

const blank = '　　'
const team = '党支部班子'
const gradeHeads = countedGrades.map((grade) => gradeNames[grade])
const teamHeads = teamGrades.map((grade) => teamGradeNames[grade])
const widths = [3.2, 2, 2, 2.2, 2]
// So many names still leave the 支部班子 and the instructions on the same page.
const ROOMY = 16

interface Appraised {
  readonly part: Part
  readonly due: readonly RosterEntry[]
  /** Who is given a grade, 以姓氏笔画为序: an order that ranks nobody. */
  readonly names: readonly string[]
  /** Who takes part without one. */
  readonly notGraded: readonly string[]
}

function appraisedOf({ activity, due, branch }: PaperSource): Appraised[] {
  return activity.parts.flatMap((part, index): Appraised[] => {
    if (part.purpose !== 'democraticAppraisal') return []
    const members = due[index] ?? []
    const named = (isWanted: (member: RosterEntry) => boolean) =>
      members
        .filter(isWanted)
        .map(({ name }) => name)
        .toSorted(byStrokes)
    const graded = (member: RosterEntry) => isGraded(member, branch.settings)
    return [{ part, due: members, names: named(graded), notGraded: named((member) => !graded(member)) }]
  })
}

const titleOf = ({ branch }: PaperSource, { part }: Appraised, name: string) => [branch.shortName, `${part.forYear}年度${name}`]

function gradeTable(rows: TableBlock['rows'], height: number): TableBlock {
  return { kind: 'table', head: ['姓名', ...gradeHeads], rows, widths, rowHeight: height }
}

const teamTable = (cells: readonly string[], height: number): TableBlock => ({
  kind: 'table',
  head: ['测评对象', ...teamHeads],
  rows: [[team, ...cells]],
  widths,
  rowHeight: height,
})

const note = (text: string): Block => ({ kind: 'paragraph', text, isFlush: true })

function sheetOf(source: PaperSource, appraised: Appraised): DocumentModel {
  const { names, notGraded } = appraised
  const height = names.length > ROOMY ? 8 : 9.5
  const rows = names.length > 0 ? names : Array.from({ length: ROOMY }, () => '')
  return paper('sheet', {
    title: titleOf(source, appraised, '民主评议党员测评表'),
    head: [[{ label: '测评日期', value: chineseDate(source.activity.date) }]],
    body: [
      gradeTable(
        rows.map((name) => [paddedName(name), '', '', '', '']),
        height,
      ),
      teamTable(['', '', '', ''], height),
      note(
        '填写说明：1. 按姓氏笔画为序。在每名党员和党支部班子后面的一个栏内画“○”，每行只选一项，多选的该行无效，不选的视为弃权。2. 优秀等次一般不超过参加评议正式党员的三分之一。3. 本表不署名。',
      ),
      ...(notGraded.length > 0 ? [note(`预备党员${notGraded.join('、')}参加评议，不评定等次。`)] : []),
    ],
  })
}

/** 测评表: one for each member due, all alike, without a name of who fills it in. */
export function appraisalSheets(source: PaperSource): DocumentModel[] {
  return appraisedOf(source).flatMap((appraised) => {
    const raters = Math.max(1, appraised.due.length, appraised.part.counts.due)
    return Array.from({ length: raters }, () => sheetOf(source, appraised))
  })
}

const tallyCells = (tally: AppraisalTally | undefined) => countedGrades.map((grade) => (tally ? String(tally[grade]) : ''))
const teamCells = (tally: TeamTally | undefined) => teamGrades.map((grade) => (tally ? String(tally[grade]) : ''))

/** Those who were counted in the order of the record; whoever has no figures yet stands below with empty cells. */
function summaryRows({ part, names }: Appraised): string[][] {
  const tallies = part.details?.tallies ?? []
  const others = names.filter((name) => !tallies.some((tally) => tally.name === name))
  return [
    ...tallies.map((tally) => [paddedName(tally.name), ...tallyCells(tally)]),
    ...others.map((name) => [paddedName(name), ...tallyCells(undefined)]),
  ]
}

/** 测评汇总表: the counts of the record, or room for them; counted by hand and signed. */
export function appraisalSummaries(source: PaperSource): DocumentModel[] {
  return appraisedOf(source).map((appraised) => {
    const { part, notGraded } = appraised
    const { ballots, teamTally } = part.details ?? {}
    const copies = (count: number | undefined) => `${count ?? blank}份`
    const people = (count: number, isKnown: boolean) => `${isKnown && count > 0 ? count : blank}名`
    return paper('sheet', {
      title: titleOf(source, appraised, '民主评议党员测评汇总表'),
      head: [
        [
          { label: '测评日期', value: chineseDate(source.activity.date) },
          { label: '应到党员', value: people(part.counts.due, true) },
          { label: '实到党员', value: people(part.counts.present, isHeld(source.activity)) },
        ],
        [
          { label: '发出测评表', value: copies(ballots?.issued) },
          { label: '收回', value: copies(ballots?.returned) },
          { label: '有效', value: copies(ballots?.valid) },
        ],
      ],
      body: [
        gradeTable(summaryRows(appraised), 9),
        teamTable(teamCells(teamTally), 9),
        note('采取无记名方式测评，汇总情况提交支部委员会研究，提出评定意见。'),
        ...(notGraded.length > 0 ? [note(`预备党员${notGraded.join('、')}参加评议，不评定等次。`)] : []),
      ],
      signatures: ['计票人（签字）', '监票人（签字）', '党支部书记（签字）'],
      recordNumber: part.recordNumber,
    })
  })
}
