import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { FactRecord, RatingFacts } from '#shared/rating/facts.ts'
import { propose } from '#shared/rating/propose.ts'
import {
  type AutoRule,
  checkNames,
  type Indicator,
  indicatorSchema,
  type Scheme,
  schemeSchema,
  tenths,
} from '#shared/rating/scheme.ts'
import { type Given, scoreOf } from '#shared/rating/score.ts'
import { type Talk, talkCoverage, talkPairings } from '#shared/talks/coverage.ts'

const runs = { numRuns: 300 }

const indicator = (code: string, points: number, more: Partial<Indicator> = {}): Indicator =>
  indicatorSchema.parse({ code, name: code, points, standard: '', evidence: [], ...more })

const effect = fc.oneof(
  fc.constant({ action: 'notRated' as const }),
  fc.integer({ min: 1, max: 5 }).map((value) => ({ action: 'maxStars' as const, value })),
)

/** Any scheme that is taken: 2 to 13 indicators of tenths of a point in up to four categories, bonuses, vetoes, with 达标 or without. */
const anyScheme: fc.Arbitrary<Scheme> = fc
  .record({
    cuts: fc.uniqueArray(fc.integer({ min: 1, max: 999 }), { minLength: 1, maxLength: 12 }),
    size: fc.integer({ min: 1, max: 6 }),
    bonus: fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 3 }),
    bonusCap: fc.integer({ min: 0, max: 100 }),
    vetoes: fc.array(effect, { maxLength: 4 }),
    standard: fc.option(fc.integer({ min: 0, max: 1000 })),
    floors: fc.uniqueArray(fc.integer({ min: 0, max: 110 }), { minLength: 5, maxLength: 5 }),
  })
  .map(({ cuts, size, bonus, bonusCap, vetoes, standard, floors }) => {
    const marks = [0, ...cuts.toSorted((a, b) => a - b), 1000]
    const counted = marks.slice(1).map((mark, at) => indicator(`N${at}`, (mark - (marks[at] ?? 0)) / 10))
    const groups = Array.from({ length: Math.ceil(counted.length / size) }, (_, at) => counted.slice(at * size, (at + 1) * size))
    const category = (code: string, indicators: Indicator[], weight: number) => ({ code, name: code, weight, indicators })
    return schemeSchema.parse({
      schemeName: '办法',
      version: '1',
      notice: '',
      bonusCap: bonusCap / 10,
      ...(standard === null ? {} : { standard: { minScore: standard / 10 } }),
      levels: floors.toSorted((a, b) => a - b).map((minScore, at) => ({ stars: at + 1, name: `${at + 1}`, minScore })),
      evidenceKinds: {},
      categories: [
        ...groups.map((own, at) => category(`C${at}`, own, own.reduce((sum, { points }) => sum + tenths(points), 0) / 10)),
        category(
          'H',
          bonus.map((points, at) => indicator(`H${at}`, points / 10, { bonus: true })),
          0,
        ),
        category(
          'V',
          vetoes.map((vetoEffect, at) => indicator(`V${at}`, 0, { veto: true, vetoEffect })),
          0,
        ),
      ],
    })
  })

const indicatorsOf = (scheme: Scheme) => scheme.categories.flatMap(({ indicators }) => indicators)

/** A scheme with a word on each indicator, also more points than it has. */
const assessed = anyScheme.chain((scheme) =>
  fc
    .tuple(
      ...indicatorsOf(scheme).map(({ points }) =>
        fc.record({
          points: fc.integer({ min: 0, max: tenths(points) + 20 }).map((value) => value / 10),
          isNotApplicable: fc.boolean(),
          isTriggered: fc.boolean(),
        }),
      ),
    )
    .map((list) => ({
      scheme,
      given: new Map(indicatorsOf(scheme).map(({ code }, at): [string, Given] => [code, list[at] as Given])),
    })),
)

describe('any scheme', () => {
  test('the total is within 0…100 plus the cap, whatever is given', () => {
    fc.assert(
      fc.property(assessed, ({ scheme, given }) => {
        const { base, bonus, total } = scoreOf(scheme, given)
        expect(base).toBeGreaterThanOrEqual(0)
        expect(base).toBeLessThanOrEqual(100)
        expect(bonus).toBeGreaterThanOrEqual(0)
        expect(bonus).toBeLessThanOrEqual(scheme.bonusCap)
        expect(tenths(total)).toBe(tenths(base) + tenths(bonus))
      }),
      runs,
    )
  })

  test('不适用 never lowers the share: neither of what has no points nor of what is not ahead of its category', () => {
    fc.assert(
      fc.property(assessed, fc.nat(100), ({ scheme, given }, pick) => {
        const all = new Map([...given].map(([code, word]): [string, Given] => [code, { ...word, isNotApplicable: false }]))
        const counted = indicatorsOf(scheme).filter(({ bonus, veto }) => !bonus && !veto)
        const own = counted[pick % counted.length] as Indicator
        const category = scheme.categories.find(({ indicators }) => indicators.includes(own))
        const won = (each: Indicator) => Math.min(tenths(all.get(each.code)?.points ?? 0), tenths(each.points))
        const sum = (category?.indicators ?? []).reduce((points, each) => points + won(each), 0)
        // Ahead of the others, it has lifted the share itself; nobody calls that 不适用.
        const before =
          won(own) * tenths(category?.weight ?? 0) <= sum * tenths(own.points)
            ? all
            : new Map(all).set(own.code, { points: 0, isNotApplicable: false, isTriggered: false })
        const after = new Map(before).set(own.code, { points: 0, isNotApplicable: true, isTriggered: false })
        expect(scoreOf(scheme, after).base).toBeGreaterThanOrEqual(scoreOf(scheme, before).base)
      }),
      runs,
    )
  })

  test('the strongest veto wins over every score, level and bonus', () => {
    fc.assert(
      fc.property(assessed, ({ scheme, given }) => {
        const calm = new Map([...given].map(([code, word]): [string, Given] => [code, { ...word, isTriggered: false }]))
        const without = scoreOf(scheme, calm).stars
        const effects = indicatorsOf(scheme).flatMap(({ code, vetoEffect }) =>
          vetoEffect && given.get(code)?.isTriggered ? [vetoEffect] : [],
        )
        const caps = effects.flatMap((each) => (each.action === 'maxStars' ? [each.value] : []))
        const isOut = without === null || effects.some(({ action }) => action === 'notRated')
        expect(scoreOf(scheme, given).stars).toBe(isOut ? null : Math.min(without, ...caps))
        // Points stay what they are: a veto is about stars alone.
        expect(scoreOf(scheme, given).total).toBe(scoreOf(scheme, calm).total)
      }),
      runs,
    )
  })
})

const day = (year: number) =>
  fc
    .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
    .map(([month, date]) => `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`)

const names = ['committeeMeeting', 'groupMeeting', 'partyLecture', 'firstAgendaItem', 'halfYearReview', 'honour']
const anyRecord: fc.Arbitrary<FactRecord> = fc.record({
  id: fc.uuid(),
  type: fc.constantFrom('activity' as const, 'dossier' as const),
  date: fc.oneof({ weight: 9, arbitrary: day(2025) }, day(2026), day(2024)),
  title: fc.constant('记录'),
  parts: fc.constant([]),
  countsAs: fc.subarray(names, { minLength: 1 }),
  forYear: fc.oneof({ weight: 9, arbitrary: fc.constant(2025) }, fc.constantFrom(2024, 2026)),
  groupIds: fc.subarray(['g1', 'g2']),
  tiers: fc.subarray(['centreGroupLeads', 'leadersTakeLead', 'branchPromotes', 'membersFollow']),
  audiences: fc.subarray(['inService', 'retired', 'youth', 'all']),
  half: fc.constantFrom(null, 1 as const, 2 as const),
  level: fc.constantFrom('', 'national', 'department'),
  evidence: fc.subarray(['minutes', 'studyHourLedger']),
})

const person = fc.record({
  personId: fc.uuid(),
  name: fc.constant('某人'),
  isCommittee: fc.boolean(),
  total: fc.nat(160).map((n) => n / 2),
})

const anyFacts: fc.Arbitrary<RatingFacts> = fc
  .record({
    today: fc.oneof(day(2025), fc.constant('2026-01-10')),
    records: fc.array(anyRecord, { maxLength: 20 }),
    groups: fc.subarray([
      { id: 'g1', name: '第一党小组' },
      { id: 'g2', name: '第二党小组' },
    ]),
    hasCommittee: fc.boolean(),
    hasLeadingCadre: fc.boolean(),
    hours: fc.array(person, { maxLength: 8 }),
    audiencesOnRoster: fc.integer({ min: 1, max: 3 }),
  })
  .map((given) => ({
    year: 2025,
    talks: {},
    rates: { attendanceRate: null, satisfaction: null },
    checks: Object.fromEntries(checkNames.map((name) => [name, { isTrue: false, reason: '' }])) as unknown as RatingFacts['checks'],
    termStart: null,
    last: '2025-12-31',
    excellent: null,
    frequencies: [],
    ...given,
  }))

const tenth = fc.integer({ min: 0, max: 200 }).map((value) => value / 10)
const countRule: fc.Arbitrary<AutoRule> = fc.record(
  {
    kind: fc.constant('count' as const),
    record: fc.constantFrom(...names),
    period: fc.constantFrom('month' as const, 'quarter' as const, 'half-year' as const, 'year' as const),
    min: fc.integer({ min: 1, max: 3 }),
    deductPerMiss: tenth,
    perGroup: fc.boolean(),
    appliesWhen: fc.constantFrom('branch.hasCommittee' as const, 'branch.hasGroups' as const),
    subject: fc.constantFrom('member' as const, 'leadingCadre' as const),
  },
  { requiredKeys: ['kind', 'record', 'period', 'min'] },
)
const hoursRule: fc.Arbitrary<AutoRule> = fc.record(
  {
    kind: fc.constant('hours' as const),
    subject: fc.constantFrom('member' as const, 'committeeMember' as const),
    period: fc.constant('year' as const),
    min: fc.integer({ min: 1, max: 90 }),
    target: fc.constantFrom(0.5, 0.95, 1),
  },
  { requiredKeys: ['kind', 'subject', 'period', 'min'] },
)

const ruled = (autoRule: AutoRule, points: number) => indicator('X1', points, { autoRule })

describe('more proof never lowers what is proposed', () => {
  test('count: one more record, whatever the rule, the day and what is there', () => {
    fc.assert(
      fc.property(countRule, tenth, anyFacts, anyRecord, fc.nat(20), (rule, points, facts, record, at) => {
        const before = propose(ruled(rule, points), facts)
        const after = propose(ruled(rule, points), { ...facts, records: facts.records.toSpliced(at, 0, record) })
        expect(after.isNotApplicable).toBe(before.isNotApplicable)
        expect(after.missing.length).toBeLessThanOrEqual(before.missing.length)
        if (before.points === null || after.points === null) return
        expect(after.points).toBeGreaterThanOrEqual(before.points)
        expect(after.points).toBeLessThanOrEqual(points)
        expect(before.points).toBeGreaterThanOrEqual(0)
      }),
      { numRuns: 1000 },
    )
  })

  test('hours: more hours of anybody', () => {
    fc.assert(
      fc.property(hoursRule, tenth, anyFacts, fc.nat(7), fc.integer({ min: 1, max: 80 }), (rule, points, facts, who, more) => {
        const hours = facts.hours.map((line, at) => (at === who ? { ...line, total: line.total + more / 2 } : line))
        const before = propose(ruled(rule, points), facts)
        const after = propose(ruled(rule, points), { ...facts, hours })
        expect(after.points ?? 0).toBeGreaterThanOrEqual(before.points ?? 0)
        expect(after.points ?? 0).toBeLessThanOrEqual(points)
      }),
      runs,
    )
  })

  test('coverage: one more talk of anybody with anybody', () => {
    const members = Array.from({ length: 7 }, (_, at) => ({ personId: `p${at}`, name: `某${at}`, isCommittee: at < 3 }))
    const talk: fc.Arbitrary<Talk> = fc.record({
      id: fc.uuid(),
      date: day(2025),
      talkerId: fc.constantFrom(...members.map(({ personId }) => personId), 'somebody else'),
      partnerIds: fc.subarray(
        members.map(({ personId }) => personId),
        { minLength: 1 },
      ),
    })
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 7 }),
        fc.array(talk, { maxLength: 12 }),
        talk,
        fc.subarray([...talkPairings], { minLength: 1 }),
        tenth,
        anyFacts,
        (count, talks, one, pairs, points, facts) => {
          const proposed = (list: readonly Talk[]) => {
            const covered = talkPairings.map((pairing) => {
              const { due, covered: done } = talkCoverage(pairing, members.slice(0, count), list)
              return [pairing, { due, covered: done, words: '' }] as const
            })
            const rule = { kind: 'coverage' as const, record: 'heartToHeartTalk' as const, period: 'year' as const, pairs, min: 1 }
            return propose(ruled(rule, points), { ...facts, talks: Object.fromEntries(covered) })
          }
          const [before, after] = [proposed(talks), proposed([...talks, one])]
          expect(after.isNotApplicable).toBe(before.isNotApplicable)
          expect(after.points ?? 0).toBeGreaterThanOrEqual(before.points ?? 0)
          expect(after.points ?? 0).toBeLessThanOrEqual(points)
        },
      ),
      runs,
    )
  })
})
