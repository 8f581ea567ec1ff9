import { newId } from '#shared/kernel/ids.ts'
import type { RuleSummary, YearSummary } from '#shared/obligations/schema.ts'
import type { AttendanceReport } from '#shared/reports/schema.ts'
import type { HourReport, MemberStudy } from '#shared/study/contract.ts'
import { dueMembers } from './samples-papers.ts'

const asOf = '2025-12-31'
const id = newId()

type Period = RuleSummary['period']
const periodsOf: Record<Period, readonly string[]> = {
  month: Array.from({ length: 12 }, (_, i) => `2025-${String(i + 1).padStart(2, '0')}`),
  quarter: ['2025-Q1', '2025-Q2', '2025-Q3', '2025-Q4'],
  'half-year': ['2025-H1', '2025-H2'],
  year: ['2025'],
}

/** A row of the year's table, nothing recorded in the periods named. */
function rule(label: string, period: Period, missing: readonly string[] = [], authority: RuleSummary['authority'] = 'central') {
  const own = periodsOf[period]
  return {
    id: label,
    label,
    authority,
    source: '',
    text: '',
    period,
    scope: { kind: 'branch' as const, id, name: '' },
    due: own.length,
    done: own.length - missing.length,
    dueSoFar: own.length,
    held: own.length - missing.length,
    missing: [...missing],
    records: [],
    periods: own.map((each) => ({
      period: each,
      state: missing.includes(each) ? ('missing' as const) : ('done' as const),
      records: missing.includes(each) ? [] : [{ id: newId(), date: '2025-03-01', title: '' }],
    })),
  } satisfies RuleSummary
}

export const yearSummary: YearSummary = {
  year: 2025,
  asOf,
  rulesVersion: '1',
  rules: [
    rule('支部委员会会议', 'month', ['2025-08']),
    rule('党小组会（第一小组）', 'month'),
    rule('党小组会（第二小组）', 'month'),
    rule('主题党日', 'month'),
    rule('支部党员大会', 'quarter'),
    rule('党课', 'quarter', ['2025-Q3'], 'local'),
    rule('组织生活会', 'year'),
    rule('民主评议党员', 'year'),
  ],
}

const counts = (due: number, present: number) => ({ due, present, leave: due - present, unexcused: 0 })

export const attendance: AttendanceReport = {
  year: 2025,
  asOf,
  lines: dueMembers.slice(0, 6).map(({ personId, name, category, groupName }, i) => ({
    personId,
    name,
    category,
    groupName,
    ...(i === 5 ? { ...counts(0, 0), exemptDue: 42, exemptPresent: 8 } : { ...counts(42, 42 - i), exemptDue: 0, exemptPresent: 0 }),
    leaveReasons: [],
    rate: i === 5 ? null : (42 - i) / 42,
    makeUp: i === 0 || i === 5 ? null : i,
    exemptNote: i === 5 ? '年老体弱，不作硬性要求' : '',
    kinds: [],
    records: [],
  })),
  totals: { ...counts(210, 200), exemptDue: 42, exemptPresent: 8 },
  rateWithoutExempt: 200 / 210,
  rateWithExempt: 208 / 252,
  meetings: 58,
  unknownMeetings: 1,
}

const entry = (date: string, title: string, source: 'group' | 'training' | 'online', own: number) => ({
  source,
  recordId: newId(),
  isSitting: source === 'group',
  date,
  title,
  hours: own,
})
const entries = [
  entry('2025-01-17', '2025年1月主题党日活动', 'group', 1.5),
  entry('2025-02-19', '2025年第2次集中学习', 'group', 2),
  entry('2025-04-22', '机关党支部书记培训班', 'training', 16),
  entry('2025-12-29', '2025年学习平台学时', 'online', 10),
]

const hourLines: HourReport['lines'] = dueMembers.slice(0, 5).map(({ personId, name, category }, i) => {
  const own = { group: 1.5 + 2 + i * 8, training: 16, superiorTraining: 0, online: 10, selfStudy: 0, cadre: i === 0 ? 50 : 0 }
  const target = i === 4 ? null : i < 2 ? 56 : 32
  const total = own.group + own.training + own.online
  return {
    personId,
    name,
    category,
    isCommittee: i < 2,
    target,
    hours: own,
    total,
    missing: Math.max(0, (target ?? 0) - total),
    cadre: null,
    entries,
  }
})

export const hours: HourReport = { year: 2025, asOf, showsShortfall: true, asksCadreHours: false, lines: hourLines }

const [line] = hourLines
if (!line) throw new RangeError('the sample branch has members')

export const memberStudy: MemberStudy = {
  year: 2025,
  asOf,
  showsShortfall: true,
  line,
  attended: [],
  missed: [
    { sittingId: newId(), date: '2025-03-19', title: '2025年第3次集中学习', hours: 2, reason: 'businessTrip', madeUpIn: newId() },
    { sittingId: newId(), date: '2025-05-16', title: '2025年5月主题党日活动', hours: 1.5, reason: 'sickLeave', madeUpIn: null },
  ],
  lacksTraining: false,
}
