import { describe, expect, it } from 'vitest'
import { newRecordLink, purposeOfRule } from '#renderer/obligations/rule-links.ts'
import { dueThisMonth, todoLines } from '#renderer/obligations/todo.ts'
import type { PeriodState, RuleSummary, YearSummary } from '#shared/obligations/schema.ts'

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

describe('近期要办', () => {
  const year = summary(
    rule('general-meeting-quarterly', '支部党员大会', 'quarter', { '2025-Q2': 'done', '2025-Q3': 'open', '2025-Q4': 'upcoming' }),
    rule('committee-meeting-monthly', '支部委员会会议', 'month', { '2025-03': 'missing', '2025-08': 'missing', '2025-09': 'open' }),
    rule('group-meeting-monthly', '党小组会（第一党小组）', 'month', { '2025-09': 'open' }),
    rule('talk-committee-member', '谈心谈话', 'year', { '2025': 'missing' }),
  )

  it('lists drafts, then what is open by the day it ends, then what is missing, the latest first', () => {
    const draft = { id: groupId, activityId: null, content: '{}', title: '', savedAt: '2025-09-01T08:00:00Z' }
    expect(todoLines(year, [draft], today).map((line) => line.title)).toEqual([
      '有一份未保存的记录',
      '第三季度支部党员大会',
      '9月支部委员会会议',
      '9月党小组会',
      '8月支部委员会会议未记录',
      '3月支部委员会会议未记录',
    ])
  })

  it('leads a draft of a saved record to that record', () => {
    const draft = { id: groupId, activityId: branchId, content: '{}', title: '8月支委会', savedAt: '2025-09-01T08:00:00Z' }
    expect(todoLines(summary(), [draft], today)[0]).toMatchObject({
      link: `/activities/${branchId}`,
      note: '8月支委会',
      button: '继续',
    })
  })

  it('leads to a new record with purpose, date and group filled in', () => {
    const links = todoLines(year, [], today).map((line) => line.link)
    expect(links).toContain('/activities/new?purpose=committeeMeeting&date=2025-08-31')
    expect(links).toContain(`/activities/new?purpose=groupMeeting&date=2025-09-01&groupId=${groupId}`)
  })

  it('says which of the duties is the branch’s own rule', () => {
    const [line] = todoLines(summary(rule('party-lecture-quarterly', '党课', 'quarter', { '2025-Q1': 'missing' })), [], today)
    expect(line?.note).toContain('本单位细则')
  })

  it('names what is due this month once, without its groups', () => {
    expect(dueThisMonth(year)).toEqual(['支部委员会会议', '党小组会'])
  })

  it('offers no record for a duty that no sitting fulfils', () => {
    const talks = rule('talk-committee-member', '谈心谈话', 'year', { '2025': 'missing' })
    expect(purposeOfRule('talk-committee-member')).toBeNull()
    expect(newRecordLink(talks, talks.periods[0] ?? { period: '2025', state: 'missing', records: [] }, today)).toBeNull()
  })
})
