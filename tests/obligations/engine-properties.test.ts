import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { purposes } from '#shared/activities/schema.ts'
import { plusDays } from '#shared/kernel/dates.ts'
import type { MemberInterval, RosterHistory } from '#shared/members/schema.ts'
import { assessRule, assessYear } from '#shared/obligations/assess.ts'
import type { SittingRecord } from '#shared/obligations/engine.ts'
import { deadlineOf, periodOf, periodsOfYear } from '#shared/obligations/periods.ts'
import { periodKinds } from '#shared/obligations/rule-evaluators.ts'
import { readRuleTable } from '#shared/obligations/rule-table.ts'
import type { PeriodState } from '#shared/obligations/schema.ts'
import { summarizeYear } from '#shared/obligations/summary.ts'
import { groupIds, historyOf, inputOf } from './sample-2025.ts'

const table = readRuleTable(JSON.parse(readFileSync('resources/rules.json', 'utf8')))
const day = fc.integer({ min: 0, max: 1095 }).map((offset) => plusDays('2024-01-01', offset))
const record: fc.Arbitrary<SittingRecord> = fc.record({
  id: fc.uuid({ version: 7 }),
  date: day,
  state: fc.constantFrom('planned', 'toRecord', 'toSign', 'signed'),
  origin: fc.constantFrom('typed', 'fromPaper', 'imported'),
  title: fc.constant(''),
  parts: fc.array(
    fc.record({
      purpose: fc.constantFrom(...purposes),
      groupId: fc.constantFrom(null, ...groupIds),
      forYear: fc.constantFrom(2024, 2025, 2026),
    }),
    { minLength: 1, maxLength: 3 },
  ),
})
const span = fc.option(fc.record({ from: fc.option(day), to: fc.constant(null) }))
const history = fc.tuple(span, span).map(([committee, groups]) => historyOf(committee, groups))
const records = fc.uniqueArray(record, { maxLength: 12, selector: (each) => each.id })
/** 已开 is best; what is not due or not yet over is never made worse into 未记录. */
const worseness: Record<PeriodState, number> = { done: 0, notApplicable: 1, upcoming: 1, open: 1, explained: 2, missing: 3 }

describe('calendar periods', () => {
  it('hold every day of a year exactly once, and each knows its days', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1921, max: 2199 }), fc.constantFrom(...periodKinds), (year, kind) => {
        const periods = periodsOfYear(kind, year)
        expect(periods[0]?.from).toBe(`${year}-01-01`)
        expect(periods.at(-1)?.to).toBe(`${year}-12-31`)
        for (const [index, period] of periods.entries()) {
          expect(period.from <= period.to).toBe(true)
          if (index > 0) expect(plusDays(periods[index - 1]?.to ?? '', 1)).toBe(period.from)
          expect([periodOf(kind, period.from), periodOf(kind, period.to)]).toEqual([period, period])
        }
        expect(new Set(periods.map((period) => period.id)).size).toBe(periods.length)
      }),
    )
  })
  it('are named as people name them', () => {
    expect(periodOf('month', '2025-08-31').id).toBe('2025-08')
    expect(periodOf('quarter', '2025-04-01')).toEqual({ id: '2025-Q2', kind: 'quarter', from: '2025-04-01', to: '2025-06-30' })
    expect(periodOf('half-year', '2025-06-30').id).toBe('2025-H1')
    expect(periodOf('year', '2025-02-28').id).toBe('2025')
    expect(periodOf('month', '2024-02-29').to).toBe('2024-02-29')
  })
  it('a period of grace ends with a month', () => {
    const [year] = periodsOfYear('year', 2025)
    expect(year && deadlineOf(year, 3)).toBe('2026-03-31')
    expect(year && deadlineOf(year, 2)).toBe('2026-02-28')
    expect(year && deadlineOf(year, 0)).toBe('2025-12-31')
  })
})

describe('the engine', () => {
  it('a held sitting more never makes a frequency rule worse', () => {
    fc.assert(
      fc.property(records, record, history, day, (list, more, roster, today) => {
        const input = { ...inputOf({ history: roster, today }), table }
        for (const rule of table.rules) {
          if (rule.evaluator !== 'frequency' && rule.evaluator !== 'lectureBy') continue
          const before = assessRule(rule, 2025, { ...input, records: list }).outcomes
          const after = assessRule(rule, 2025, { ...input, records: [...list, more] }).outcomes
          expect(after).toHaveLength(before.length)
          for (const [row, outcome] of before.entries()) {
            for (const [index, period] of outcome.periods.entries()) {
              const now = after[row]?.periods[index]
              expect(worseness[now?.state ?? 'missing']).toBeLessThanOrEqual(worseness[period.state])
              expect(now?.records.length).toBeGreaterThanOrEqual(period.records.length)
            }
          }
        }
      }),
      { numRuns: 60 },
    )
  })
  it('does not depend on the order of the records', () => {
    const shuffled = records.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })))
    fc.assert(
      fc.property(shuffled, history, day, ([list, other], roster, today) => {
        const of = (given: readonly SittingRecord[]) =>
          summarizeYear(table, 2025, inputOf({ history: roster, today, records: given }))
        expect(of(other)).toEqual(of(list))
      }),
      { numRuns: 60 },
    )
  })
  it('a branch without committee or groups has no such duty', () => {
    fc.assert(
      fc.property(records, day, (list, today) => {
        const { rules } = summarizeYear(table, 2025, inputOf({ history: historyOf(null, null), today, records: list }))
        expect(rules.some((rule) => rule.id === 'group-meeting-monthly')).toBe(false)
        expect(rules.find((rule) => rule.id === 'committee-meeting-monthly')).toMatchObject({ due: 0, done: 0, missing: [] })
      }),
      { numRuns: 60 },
    )
  })
  it('adds up: nothing is both done and missing, and days to come are never missing', () => {
    fc.assert(
      fc.property(records, history, day, (list, roster, today) => {
        for (const rule of summarizeYear(table, 2025, inputOf({ history: roster, today, records: list })).rules) {
          expect(rule.done + rule.missing.length).toBeLessThanOrEqual(rule.dueSoFar)
          expect(rule.dueSoFar).toBeLessThanOrEqual(rule.due)
          expect(rule.due).toBeLessThanOrEqual(rule.periods.length)
          const late = rule.periods.filter((period) => period.state === 'missing').map((period) => period.period)
          expect(late).toEqual(rule.missing)
          for (const id of late)
            expect(periodsOfYear(rule.period, 2025).find((period) => period.id === id)?.to).toSatisfy((to: string) => to < today)
        }
      }),
      { numRuns: 60 },
    )
  })
  it("claims nothing about a superior's duties or about single votes", () => {
    const input = { ...inputOf(), table }
    for (const rule of table.rules) {
      const { status, outcomes } = assessRule(rule, 2025, input)
      if (rule.scope === 'superior') expect(status).toBe('superior')
      if (status !== 'computed') expect(outcomes).toEqual([])
    }
    const statusOf = (id: string) =>
      table.rules.filter((rule) => rule.id === id).map((rule) => assessRule(rule, 2025, input).status)
    for (const id of ['general-quorum', 'admission-pass', 'no-fabrication']) expect(statusOf(id), id).toEqual(['perRecord'])
  })
  it('what happens to the roster after a day never changes what was said on that day', () => {
    const person = fc.integer({ min: 0, max: 7 })
    const kind = fc.constantFrom<readonly [MemberInterval['kind'], string]>(
      ['post', 'branchSecretary'],
      ['post', 'publicityCommissioner'],
      ['group', groupIds[0]],
      ['group', groupIds[1]],
      ['exemption', '年老体弱'],
      ['leadingCadre', ''],
    )
    const later = fc.array(fc.record({ person, kind, after: fc.integer({ min: 1, max: 400 }) }), { maxLength: 6 })
    fc.assert(
      fc.property(records, history, day, later, (list, roster, today, changes) => {
        const more = changes.map(
          ({ person: index, kind: [name, value], after }, at): MemberInterval => ({
            id: `later-${at}`,
            personId: roster.persons[index]?.id ?? '',
            kind: name,
            value,
            title: '',
            validFrom: plusDays(today, after),
            validTo: null,
          }),
        )
        const leaves = roster.memberships.map((membership, at) =>
          at === 0 ? { ...membership, validTo: plusDays(today, 3) } : membership,
        )
        const changed = { ...roster, intervals: [...roster.intervals, ...more], memberships: leaves }
        const of = (given: RosterHistory) => assessYear(table, 2025, [], inputOf({ history: given, today, records: list }))
        expect(of(changed)).toEqual(of(roster))
      }),
      { numRuns: 60 },
    )
  })
})
