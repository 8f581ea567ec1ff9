import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { MemberInterval, RosterHistory } from '#shared/members/schema.ts'
import { assessYear } from '#shared/obligations/assess.ts'
import type { EngineInput, SittingRecord } from '#shared/obligations/records.ts'
import { readRuleTable } from '#shared/obligations/rule-table.ts'
import { groupIds, historyOf, inputOf, sitting, wholeHistory } from './sample-2025.ts'

const table = readRuleTable(JSON.parse(readFileSync('resources/rules.json', 'utf8')))
const outcomes = (id: string, changes: Partial<Omit<EngineInput, 'table'>> = {}, year = 2025) => {
  const rule = assessYear(table, year, [], inputOf(changes)).rules.find((each) => each.id === id)
  if (!rule) throw new Error(`no rule ${id}`)
  return rule.outcomes
}
const only = (id: string, changes: Partial<Omit<EngineInput, 'table'>> = {}, year = 2025) => {
  const found = outcomes(id, changes, year)
  expect(found, id).toHaveLength(1)
  return found[0]?.periods[0]
}
/** The first so many people of the sample. */
const smaller = (count: number, history: RosterHistory = wholeHistory): RosterHistory => ({
  ...history,
  memberships: history.memberships.slice(0, count),
})
const changedPerson = (
  index: number,
  changes: Partial<RosterHistory['persons'][number]>,
  history = wholeHistory,
): RosterHistory => ({
  ...history,
  persons: history.persons.map((person, at) => (at === index ? { ...person, ...changes } : person)),
})
const idOf = (index: number) => wholeHistory.persons[index]?.id ?? ''
const withInterval = (
  index: number,
  kind: MemberInterval['kind'],
  value: string,
  validFrom: string | null = null,
): RosterHistory => ({
  ...wholeHistory,
  intervals: [
    ...wholeHistory.intervals,
    { id: `more-${index}`, personId: idOf(index), kind, value, title: '', validFrom, validTo: null },
  ],
})

describe('how a branch is set up', () => {
  it('says what the roster of the year shows, with its numbers', () => {
    expect(only('branch-min-members')).toMatchObject({ state: 'done', note: '正式党员8人' })
    expect(only('branch-min-members', { history: smaller(2) })).toMatchObject({ state: 'missing', note: '正式党员2人' })
    expect(only('branch-max-members')).toMatchObject({ state: 'done' })
    expect(only('committee-required')).toMatchObject({ state: 'done' })
    expect(only('committee-required', { history: historyOf(null, null) })).toMatchObject({ state: 'missing' })
    expect(only('committee-required', { history: smaller(6) })).toMatchObject({ state: 'notApplicable' })
    expect(only('committee-size')).toMatchObject({ state: 'done', note: '支委5人' })
    expect(only('no-committee-secretary')).toMatchObject({ state: 'notApplicable' })
  })
  it('names the posts that a committee lacks', () => {
    const intervals = wholeHistory.intervals.filter((interval) => interval.value !== 'disciplineCommissioner')
    expect(only('committee-size', { history: { ...wholeHistory, intervals } })).toMatchObject({
      state: 'missing',
      note: '支委4人，未登记纪检委员',
    })
  })
  it('claims nothing without a roster, and nothing about a year to come', () => {
    const none: RosterHistory = { persons: [], memberships: [], intervals: [], groups: [] }
    for (const id of [
      'branch-min-members',
      'committee-required',
      'committee-size',
      'no-committee-secretary',
      'secretary-seniority',
    ]) {
      expect(only(id, { history: none }), id).toMatchObject({ state: 'notApplicable' })
      expect(only(id, { today: '2024-12-31' }), id).toMatchObject({ state: 'upcoming' })
    }
  })
  it('党龄 of the secretary counts from becoming a full member; what a year alone leaves open is not claimed', () => {
    const state = (fullMemberOn: string | null, today = '2025-06-30') =>
      only('secretary-seniority', { history: changedPerson(0, { fullMemberOn }), today })?.state
    expect(state('2024-06-30')).toBe('done')
    expect(state('2024-07-01')).toBe('missing')
    expect(state('2024')).toBe('notApplicable')
    expect(state('2023')).toBe('done')
    expect(state(null)).toBe('notApplicable')
  })
  it('looks at each group', () => {
    const rows = outcomes('group-min-members')
    expect(rows.map(({ scope }) => scope.id)).toEqual([...groupIds])
    expect(outcomes('group-min-members', { history: historyOf(null, null) })).toEqual([])
  })
})

describe('terms', () => {
  const term = (today: string, history = historyOf({ from: '2023-05-12', to: null }, null)) =>
    only('committee-term', { today, history }, Number(today.slice(0, 4)))
  it('three years, with notice six months ahead', () => {
    expect(term('2025-06-01')).toMatchObject({ state: 'done', dueOn: '2026-05-12' })
    expect(term('2025-11-11')).toMatchObject({ state: 'done' })
    expect(term('2025-11-12')).toMatchObject({ state: 'open', dueOn: '2026-05-12' })
    expect(term('2026-05-12')).toMatchObject({ state: 'open' })
    expect(term('2026-05-13')).toMatchObject({ state: 'missing' })
  })
  it('a by-election does not begin a new term; nothing is claimed without a beginning', () => {
    const history = historyOf({ from: '2023-05-12', to: null }, null)
    const byElected = {
      ...history,
      intervals: history.intervals.map((each) =>
        each.kind === 'post' && each.value === 'branchSecretary' ? { ...each, validFrom: '2024-09-01' } : each,
      ),
    }
    expect(term('2025-12-01', byElected)).toMatchObject({ dueOn: '2026-05-12' })
    expect(term('2025-12-01', historyOf({ from: null, to: null }, null))).toMatchObject({ state: 'notApplicable' })
    expect(term('2026-06-01', historyOf({ from: '2023-05', to: null }, null))).toMatchObject({
      dueOn: '2026-05-31',
      state: 'missing',
    })
  })
  it('an extension is explained', () => {
    const explanations = [{ ruleId: 'committee-term', scopeId: inputOf().branch.id, period: '2026', text: '经机关党委批准延期' }]
    expect(
      only(
        'committee-term',
        { explanations, today: '2026-08-01', history: historyOf({ from: '2023-05-12', to: null }, null) },
        2026,
      ),
    ).toMatchObject({
      state: 'explained',
      explanation: '经机关党委批准延期',
    })
  })
})

describe('probation', () => {
  const row = (today: string, changes: Partial<RosterHistory['persons'][number]> = {}, year = Number(today.slice(0, 4))) => {
    const history = changedPerson(7, {
      joinedOn: '2025-01-20',
      fullMemberOn: null,
      declaredCategory: 'probationaryMember',
      ...changes,
    })
    return outcomes('probation-one-year', { history, today }, year).find(({ scope }) => scope.id === idOf(7))?.periods[0]
  }
  it('ends a year after joining', () => {
    expect(row('2025-06-01')).toBeUndefined()
    expect(row('2026-01-02', {}, 2026)).toMatchObject({ state: 'open', dueOn: '2026-01-20' })
    expect(row('2026-01-20')).toMatchObject({ state: 'open' })
    expect(row('2026-01-21')).toMatchObject({ state: 'missing' })
    expect(row('2026-03-01', { fullMemberOn: '2026-01-23' })).toMatchObject({ state: 'done', note: '2026年1月23日转正' })
    expect(row('2027-02-01')).toMatchObject({ state: 'missing' })
  })
  it('points out a 转正 before its end', () => {
    expect(row('2026-03-01', { fullMemberOn: '2026-01-10' })?.note).toContain('早于预备期满')
    expect(row('2026-03-01', { fullMemberOn: '2026-01' })?.note).not.toContain('早于')
  })
})

describe('lectures by the secretary', () => {
  const lecture = (lecturer: SittingRecord['parts'][number]['lecturer']): SittingRecord => {
    const record = sitting('l', '2025-05-23', 'partyLecture')
    return { ...record, parts: record.parts.map((part) => ({ ...part, lecturer })) }
  }
  const state = (record: SittingRecord, changes: Partial<Omit<EngineInput, 'table'>> = {}) =>
    only('party-lecture-secretary-yearly', { records: [record], ...changes })
  it('by person, or by name', () => {
    expect(state(lecture({ personId: idOf(0), name: '张三' }))).toMatchObject({ state: 'done', records: [{ id: 'l' }] })
    expect(state(lecture({ name: '张　三' }))).toMatchObject({ state: 'done' })
    expect(state(lecture({ name: '李四' }))).toMatchObject({ state: 'missing', records: [] })
  })
  it('a lecture without a lecturer is pointed out; without a secretary nothing is claimed', () => {
    expect(state(lecture(null))).toMatchObject({ state: 'missing', note: '有1次党课没有填写授课人' })
    expect(state(lecture(null), { history: historyOf(null, null) })).toMatchObject({ state: 'notApplicable' })
  })
})

describe('absences', () => {
  type Row = { present: boolean; reason: 'unexcused' | 'sickLeave' | null; exempt?: boolean }
  const monthly = (rows: readonly (Row | null)[]): SittingRecord[] =>
    rows.flatMap((row, month) => {
      if (!row) return []
      const record = sitting(`m${month}`, `2025-${String(month + 1).padStart(2, '0')}-15`, 'themedPartyDay')
      const attendance = [{ personId: idOf(7), exempt: false, ...row }]
      return [{ ...record, parts: record.parts.map((part) => ({ ...part, rosterKnown: true, attendance })) }]
    })
  const away: Row = { present: false, reason: 'unexcused' }
  const there: Row = { present: true, reason: null }
  const leave: Row = { present: false, reason: 'sickLeave' }
  const state = (rows: readonly (Row | null)[], id = 'absence-3-months', history = wholeHistory, today = '2025-12-31') =>
    outcomes(id, { records: monthly(rows), history, today }).find(({ scope }) => scope.id === idOf(7))?.periods[0]
  it('three months on end without leave', () => {
    expect(state([there, away, away, away])).toMatchObject({
      state: 'missing',
      note: '2025-02至2025-04连续3个月没有参加，也没有请假记录',
      records: [{ id: 'm1' }, { id: 'm2' }, { id: 'm3' }],
    })
    expect(state([there, away, away])).toMatchObject({ state: 'done' })
    expect(state([away, away, leave, away])).toMatchObject({ state: 'done' })
    expect(state([away, away, away, there])).toMatchObject({ state: 'done' })
    expect(state([away, away, null, away])).toMatchObject({ state: 'missing' })
    expect(state([there, away, away, away], 'absence-6-months')).toMatchObject({ state: 'done' })
    expect(state([away, away, away, away, away, away], 'absence-6-months')).toMatchObject({ state: 'missing' })
  })
  it('the running month lengthens nothing', () => {
    expect(state([there, away, away, away], 'absence-3-months', wholeHistory, '2025-04-20')).toMatchObject({ state: 'done' })
  })
  it('nothing without records, and nothing about those of whom nothing hard is asked', () => {
    expect(state([])).toMatchObject({ state: 'notApplicable' })
    expect(state([away, away, away], 'absence-3-months', withInterval(7, 'exemption', '年老体弱'))).toMatchObject({
      state: 'notApplicable',
    })
  })
})

describe('双重组织生活', () => {
  it('is proved by the attendance of the leading cadre', () => {
    const history = withInterval(7, 'leadingCadre', '')
    const record = sitting('d', '2025-03-10', 'groupMeeting')
    const attended = (present: boolean): SittingRecord => ({
      ...record,
      parts: record.parts.map((part) => ({ ...part, attendance: [{ personId: idOf(7), present, reason: null, exempt: false }] })),
    })
    expect(only('leader-dual-life', { history, records: [attended(true)] })).toMatchObject({
      state: 'done',
      records: [{ id: 'd' }],
    })
    expect(only('leader-dual-life', { history, records: [attended(false)] })).toMatchObject({ state: 'missing' })
    expect(outcomes('leader-dual-life')).toEqual([])
  })
})

describe('activities called by a superior organisation', () => {
  const called: SittingRecord = { ...sitting('s', '2025-08-20', 'themedPartyDay'), organizer: 'organPartyCommittee' }
  const state = (countsSuperiorActivities: boolean) =>
    outcomes('themed-party-day-monthly', { records: [called], countsSuperiorActivities })[0]?.periods[7]
  it('count only where the branch says so', () => {
    expect(state(false)).toMatchObject({ state: 'missing', records: [] })
    expect(state(true)).toMatchObject({ state: 'done', records: [{ id: 's' }] })
  })
})
