import { describe, expect, it } from 'vitest'
import { newRecordLink, purposeOfRule } from '#renderer/obligations/rule-links.ts'
import { dueThisMonth, todoLines } from '#renderer/obligations/todo.ts'
import type { DueItem, PeriodState, RuleSummary, YearSummary } from '#shared/obligations/schema.ts'

const branchId = '0197b000-0000-7000-8000-000000000001'
const groupId = '0197b000-0000-7000-8000-000000000002'

function rule(id: string, label: string, period: RuleSummary['period'], states: Record<string, PeriodState>): RuleSummary {
  const isGroup = id.startsWith('group')
  return {
    id,
    label,
    authority: id.startsWith('party-lecture') ? 'local' : 'central',
    source: '《中国共产党支部工作条例（试行）》(2018) 第十二条',
    text: '支部委员会会议一般每月召开1次。',
    period,
    scope: { kind: isGroup ? 'group' : 'branch', id: isGroup ? groupId : branchId, name: label },
    due: 12,
    done: 0,
    dueSoFar: 8,
    held: 0,
    missing: [],
    records: [],
    periods: Object.entries(states).map(([name, state]) => ({ period: name, state, records: [] })),
  }
}

const summary = (...rules: RuleSummary[]): YearSummary => ({ year: 2025, asOf: '2025-09-01', rulesVersion: '1', rules })
const today = '2025-09-01'

const item = (own: Partial<DueItem>): DueItem => ({
  id: 'x',
  rule: 'committee-meeting-monthly',
  scopeId: branchId,
  period: '2025-08',
  state: 'missing',
  title: '8月支部委员会会议未记录',
  detail: '已开的可补记，没有开的填情况说明',
  dueOn: '2025-08-31',
  action: { kind: 'record', purpose: 'committeeMeeting', date: '2025-08-31' },
  canExplain: true,
  source: '第十二条',
  ...own,
})

const deedOf = (own: Partial<DueItem>) => {
  const [line] = todoLines([item(own)], [], today)
  return { button: line?.button, ...line?.deed }
}

describe('近期要办', () => {
  it('lists drafts first, and missing periods of one duty as one line', () => {
    const draft = { id: groupId, activityId: null, content: '{}', title: '', savedAt: '2025-09-01T08:00:00Z' }
    const march = item({ id: 'y', period: '2025-03', title: '3月支部委员会会议未记录' })
    const lines = todoLines([item({}), march], [draft], today)
    expect(lines.map((line) => line.title)).toEqual(['有一份未保存的记录', '8月等2个月支部委员会会议未记录'])
    expect(lines[1]?.deed).toMatchObject({
      kind: 'periods',
      places: [
        { period: '2025-08', name: '8月支部委员会会议', recordLink: '/activities/new?purpose=committeeMeeting&date=2025-08-31' },
        { period: '2025-03', name: '3月支部委员会会议' },
      ],
    })
  })

  it('leads a draft of a saved record to that record', () => {
    const draft = { id: groupId, activityId: branchId, content: '{}', title: '8月支委会', savedAt: '2025-09-01T08:00:00Z' }
    expect(todoLines([], [draft], today)[0]).toMatchObject({
      deed: { kind: 'go', link: `/activities/${branchId}` },
      note: '8月支委会',
      button: '继续',
    })
  })

  it('has for every kind of matter the button that does it', () => {
    expect(deedOf({})).toEqual({ button: '补记', kind: 'go', link: '/activities/new?purpose=committeeMeeting&date=2025-08-31' })
    expect(deedOf({ state: 'open', action: { kind: 'record', activityId: groupId } })).toMatchObject({
      button: '记录',
      link: `/activities/${groupId}`,
    })
    expect(
      deedOf({ state: 'open', period: '2025-09', action: { kind: 'prepare', purpose: 'groupMeeting', groupId } }),
    ).toMatchObject({
      button: '准备',
      link: `/plans/prepare?purpose=groupMeeting&groupId=${groupId}&period=2025-09`,
    })
    expect(deedOf({ action: { kind: 'prepare', activityId: groupId } })).toMatchObject({ link: `/plans/${groupId}` })
    expect(deedOf({ action: { kind: 'explain' } })).toMatchObject({ button: '填情况说明', kind: 'periods' })
    expect(deedOf({ canExplain: false, action: { kind: 'followUp', followUpId: groupId } })).toEqual({
      button: '落实',
      kind: 'followUp',
      followUpId: groupId,
    })
    expect(deedOf({ action: { kind: 'sign', activityId: groupId } })).toMatchObject({ link: `/activities/${groupId}/preview` })
    expect(deedOf({ canExplain: false, action: { kind: 'view', personId: groupId } })).toMatchObject({
      link: `/members?id=${groupId}`,
    })
    expect(deedOf({ action: { kind: 'view', personId: groupId } })).toMatchObject({
      button: '查看',
      kind: 'periods',
      places: [{ viewLink: `/members?id=${groupId}`, recordLink: null }],
    })
    expect(deedOf({ action: { kind: 'prepare' } }).button).toBe('准备')
  })

  it('names what is due this month once, without its groups', () => {
    const year = summary(
      rule('general-meeting-quarterly', '支部党员大会', 'quarter', { '2025-Q3': 'open' }),
      rule('committee-meeting-monthly', '支部委员会会议', 'month', { '2025-09': 'open' }),
      rule('group-meeting-monthly', '党小组会（第一党小组）', 'month', { '2025-09': 'open' }),
      rule('group-meeting-monthly', '党小组会（第二党小组）', 'month', { '2025-09': 'open' }),
    )
    expect(dueThisMonth(year)).toEqual(['支部委员会会议', '党小组会'])
  })

  it('offers no record for a duty that no sitting fulfils', () => {
    const talks = rule('talk-committee-member', '谈心谈话', 'year', { '2025': 'missing' })
    expect(purposeOfRule('talk-committee-member')).toBeNull()
    expect(newRecordLink(talks, talks.periods[0] ?? { period: '2025', state: 'missing', records: [] }, today)).toBeNull()
  })
})
