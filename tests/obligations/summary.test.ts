import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { EngineInput } from '#shared/obligations/engine.ts'
import { readRuleTable } from '#shared/obligations/rule-table.ts'
import { yearSummarySchema } from '#shared/obligations/schema.ts'
import { summarizeYear } from '#shared/obligations/summary.ts'
import { groupIds, historyOf, inputOf, records2025, sitting } from './sample-2025.ts'

const table = readRuleTable(JSON.parse(readFileSync('resources/rules.json', 'utf8')))
const summarize = (changes: Partial<Omit<EngineInput, 'table'>> = {}, year = 2025) => summarizeYear(table, year, inputOf(changes))
const row = (id: string, changes?: Partial<Omit<EngineInput, 'table'>>, year = 2025) => {
  const found = summarize(changes, year).rules.find((rule) => rule.id === id)
  if (!found) throw new Error(`no row ${id}`)
  return found
}
const states = (id: string, changes?: Partial<Omit<EngineInput, 'table'>>, year = 2025) =>
  row(id, changes, year).periods.map((period) => period.state)

describe('the sample year', () => {
  const summary = summarize()
  it('says what was held and what is missing', () => {
    expect(summary.rules.map(({ label, due, done, held, missing }) => ({ label, due, done, held, missing }))).toEqual([
      { label: '支部党员大会', due: 4, done: 4, held: 4, missing: [] },
      { label: '支部委员会会议', due: 12, done: 11, held: 11, missing: ['2025-08'] },
      { label: '党小组会（第一党小组）', due: 12, done: 12, held: 12, missing: [] },
      { label: '党小组会（第二党小组）', due: 12, done: 12, held: 12, missing: [] },
      { label: '党课', due: 4, done: 2, held: 2, missing: ['2025-Q1', '2025-Q3'] },
      { label: '主题党日', due: 12, done: 12, held: 12, missing: [] },
      { label: '组织生活会', due: 1, done: 0, held: 0, missing: ['2025'] },
      { label: '民主评议党员', due: 1, done: 0, held: 0, missing: ['2025'] },
    ])
  })
  it('fits the contract, names the table it used, and proves each number', () => {
    expect(yearSummarySchema.parse(summary)).toMatchObject({ year: 2025, asOf: '2026-11-23', rulesVersion: '2025-draft-1' })
    expect(summary.rules.find((rule) => rule.id === 'party-lecture-quarterly')).toMatchObject({ authority: 'local' })
    const proven = new Set(summary.rules.flatMap((rule) => rule.records))
    expect(proven).toEqual(new Set(records2025.map((record) => record.id)))
    expect(summary.rules[1]?.periods[0]).toMatchObject({ period: '2025-01', state: 'done', records: [{ date: '2025-01-06' }] })
  })
})

describe('a running year', () => {
  it('the month that runs is open, later ones have not begun, earlier ones are missing', () => {
    const records = records2025.filter((record) => record.date <= '2025-09-04')
    expect(states('committee-meeting-monthly', { records, today: '2025-09-04' })).toEqual([
      ...Array.from({ length: 7 }, () => 'done'),
      'missing',
      'open',
      'upcoming',
      'upcoming',
      'upcoming',
    ])
    expect(row('committee-meeting-monthly', { records, today: '2025-09-04' })).toMatchObject({
      due: 12,
      done: 7,
      dueSoFar: 8,
      missing: ['2025-08'],
    })
    expect(states('general-meeting-quarterly', { records, today: '2025-09-04' })).toEqual(['done', 'done', 'open', 'upcoming'])
  })
  it('the last day of a period still belongs to it', () => {
    expect(states('themed-party-day-monthly', { records: [], today: '2025-01-31' })[0]).toBe('open')
    expect(states('themed-party-day-monthly', { records: [], today: '2025-02-01' })[0]).toBe('missing')
  })
  it('done early counts as due so far', () => {
    const records = [sitting('a', '2025-09-01', 'themedPartyDay')]
    expect(row('themed-party-day-monthly', { records, today: '2025-09-02' })).toMatchObject({ done: 1, dueSoFar: 9 })
  })
  it('a 情况说明 explains, it does not make up for the meeting', () => {
    const explanations = [
      { ruleId: 'committee-meeting-monthly', scopeId: inputOf().branch.id, period: '2025-08', text: '并入七月下旬的会' },
    ]
    expect(row('committee-meeting-monthly', { explanations })).toMatchObject({ due: 12, done: 11, dueSoFar: 12, missing: [] })
    expect(states('committee-meeting-monthly', { explanations })[7]).toBe('explained')
  })
})

describe('which sittings count', () => {
  it('plans, drafts and days to come do not; old ledgers do', () => {
    const held = sitting('x', '2025-08-06', 'committeeMeeting')
    const missing = (record: typeof held, today = '2026-11-23') =>
      row('committee-meeting-monthly', { records: [...records2025, record], today }).missing
    expect(missing({ ...held, state: 'planned' })).toEqual(['2025-08'])
    expect(missing({ ...held, state: 'planned', origin: 'imported' })).toEqual(['2025-08'])
    expect(missing({ ...held, state: 'toRecord' })).toEqual(['2025-08'])
    expect(missing({ ...held, state: 'toSign' })).toEqual([])
    expect(missing({ ...held, state: 'toRecord', origin: 'imported' })).toEqual([])
    expect(states('committee-meeting-monthly', { records: [held], today: '2025-08-05' })[7]).toBe('open')
  })
  it('four in one quarter are one quarter of four', () => {
    const records = ['0106', '0206', '0306', '0327'].map((day) =>
      sitting(day, `2025-${day.slice(0, 2)}-${day.slice(2)}`, 'generalMeeting'),
    )
    expect(row('general-meeting-quarterly', { records })).toMatchObject({ due: 4, done: 1, held: 4 })
  })
  it('a sitting counts for each purpose it carries', () => {
    const records = [sitting('one', '2025-06-27', 'themedPartyDay', 'generalMeeting', 'partyLecture')]
    for (const id of ['themed-party-day-monthly', 'general-meeting-quarterly', 'party-lecture-quarterly']) {
      expect(row(id, { records })).toMatchObject({ done: 1, records: ['one'] })
    }
  })
  it('a group meeting counts for its own group, a joint one for each', () => {
    const joint = { ...sitting('joint', '2025-03-03', 'groupMeeting', 'groupMeeting') }
    const records = [{ ...joint, parts: joint.parts.map((part, index) => ({ ...part, groupId: groupIds[index] })) }]
    const groups = (list: typeof records) =>
      summarize({ records: list })
        .rules.filter((rule) => rule.id === 'group-meeting-monthly')
        .map((rule) => rule.done)
    expect(groups(records)).toEqual([1, 1])
    expect(groups(records.map((record) => ({ ...record, parts: record.parts.slice(0, 1) })))).toEqual([1, 0])
  })
  it('组织生活会 and 民主评议 count in the year they are for, until the end of March', () => {
    const meeting = sitting('life', '2026-01-16', 'generalMeeting', 'organizationalLifeMeeting')
    const records = [{ ...meeting, parts: meeting.parts.map((part) => ({ ...part, forYear: 2025 })) }]
    expect(row('org-life-meeting-yearly', { records })).toMatchObject({ done: 1, missing: [], records: ['life'] })
    expect(row('org-life-meeting-yearly', { records }, 2026)).toMatchObject({ done: 0 })
    // The general meeting it was held as belongs to the quarter of its day.
    expect(row('general-meeting-quarterly', { records }, 2026)).toMatchObject({ done: 1 })
    expect(row('general-meeting-quarterly', { records }, 2025)).toMatchObject({ done: 0 })
    expect(states('org-life-meeting-yearly', { records: [], today: '2026-03-31' })).toEqual(['open'])
    expect(states('org-life-meeting-yearly', { records: [], today: '2026-04-01' })).toEqual(['missing'])
  })
  it('组织生活会 of the committee alone is not that of the branch', () => {
    const inCommittee = [sitting('c', '2025-12-05', 'committeeMeeting', 'organizationalLifeMeeting')]
    expect(row('org-life-meeting-yearly', { records: inCommittee })).toMatchObject({ done: 0 })
    expect(row('committee-meeting-monthly', { records: inCommittee })).toMatchObject({ done: 1 })
    const inBoth = [sitting('b', '2025-12-05', 'generalMeeting', 'committeeMeeting', 'organizationalLifeMeeting')]
    expect(row('org-life-meeting-yearly', { records: inBoth })).toMatchObject({ done: 1 })
  })
})

describe('duties that a branch does not have', () => {
  it('no committee: nothing due; no groups: no rows', () => {
    const summary = summarize({ history: historyOf(null, null) })
    expect(summary.rules.map((rule) => rule.id)).not.toContain('group-meeting-monthly')
    expect(row('committee-meeting-monthly', { history: historyOf(null, null) })).toMatchObject({ due: 0, done: 0, missing: [] })
  })
  it('a committee and groups from a day on: due from that month on', () => {
    const history = historyOf({ from: '2025-05-12', to: null }, { from: '2025-03', to: '2025-10' })
    expect(row('committee-meeting-monthly', { history, records: [] })).toMatchObject({ due: 8 })
    expect(states('committee-meeting-monthly', { history, records: [] }).slice(3, 5)).toEqual(['notApplicable', 'missing'])
    expect(states('group-meeting-monthly', { history, records: [] })).toEqual([
      'notApplicable',
      'notApplicable',
      ...Array.from({ length: 8 }, () => 'missing'),
      'notApplicable',
      'notApplicable',
    ])
  })
  it('a rule holds from its first day to its last', () => {
    const rules = table.rules.map((rule) =>
      rule.id === 'themed-party-day-monthly' ? { ...rule, effectiveFrom: '2025-04-01', effectiveTo: '2025-06-30' } : rule,
    )
    const found = summarizeYear({ ...table, rules }, 2025, inputOf()).rules.find((rule) => rule.id === 'themed-party-day-monthly')
    expect(found).toMatchObject({ due: 3, done: 3 })
  })
})
