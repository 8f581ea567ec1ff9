import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inProcessClient } from '#main/shells/in-process.ts'
import { dossierKinds } from '#shared/dossier/kinds/index.ts'
import { readRuleTable } from '#shared/obligations/rule-table.ts'
import type { FactRecord, RatingFacts } from '#shared/rating/facts.ts'
import { propose } from '#shared/rating/propose.ts'
import { checkNames, type Indicator, schemeSchema } from '#shared/rating/scheme.ts'
import { type Given, scoreOf } from '#shared/rating/score.ts'
import { openTestLedger, testClock, testCore } from '../helpers/ledger.ts'

const bundled: unknown = JSON.parse(readFileSync(join(import.meta.dirname, '../../resources/star-catalogue.json'), 'utf8'))
const scheme = schemeSchema.parse(bundled)
const bundledRules = readRuleTable(JSON.parse(readFileSync(join(import.meta.dirname, '../../resources/rules.json'), 'utf8')))
const indicators = scheme.categories.flatMap((category) => category.indicators)

const givenArbitrary = fc.record({
  points: fc.integer({ min: 0, max: 100 }).map((n) => n / 10),
  isNotApplicable: fc.boolean(),
  isTriggered: fc.boolean(),
})
const allGiven = fc
  .tuple(...indicators.map(() => givenArbitrary))
  .map((list) => new Map(indicators.map(({ code }, at): [string, Given] => [code, list[at] as Given])))

describe('scores', () => {
  test('the total stays between 0 and 100 plus the cap; vetoes win', () => {
    fc.assert(
      fc.property(allGiven, (given) => {
        const { base, bonus, total, stars } = scoreOf(scheme, given)
        expect(base).toBeGreaterThanOrEqual(0)
        expect(base).toBeLessThanOrEqual(100)
        expect(bonus).toBeLessThanOrEqual(scheme.bonusCap)
        expect(Math.round(total * 10)).toBe(Math.round(base * 10) + Math.round(bonus * 10))
        const vetoes = indicators.filter(({ code, veto }) => veto && given.get(code)?.isTriggered)
        if (vetoes.some(({ vetoEffect }) => vetoEffect?.action === 'notRated')) expect(stars).toBeNull()
        for (const { vetoEffect } of vetoes)
          if (vetoEffect?.action === 'maxStars' && stars !== null) expect(stars).toBeLessThanOrEqual(vetoEffect.value)
      }),
    )
  })

  test('不适用 never lowers the total where everything else is full', () => {
    const full = new Map(indicators.map(({ code, points }) => [code, { points, isNotApplicable: false, isTriggered: false }]))
    for (const { code } of indicators) {
      const without = new Map(full).set(code, { points: 0, isNotApplicable: true, isTriggered: false })
      expect(scoreOf(scheme, without).base, code).toBe(100)
    }
  })

  test('the level is that of the total', () => {
    const all = (share: number) =>
      new Map(indicators.map(({ code, points }) => [code, { points: points * share, isNotApplicable: false, isTriggered: false }]))
    expect(scoreOf(scheme, all(1))).toMatchObject({ base: 100, stars: 5 })
    expect(scoreOf(scheme, all(0))).toMatchObject({ total: 0, stars: 1 })
  })
})

const emptyFacts: RatingFacts = {
  year: 2025,
  today: '2026-01-10',
  records: [],
  groups: [{ id: 'g1', name: '第一党小组' }],
  hasCommittee: true,
  hasLeadingCadre: true,
  hours: [],
  talks: {},
  rates: { attendanceRate: null, satisfaction: null },
  audiencesOnRoster: 2,
  checks: Object.fromEntries(checkNames.map((name) => [name, { isTrue: false, reason: '' }])) as unknown as RatingFacts['checks'],
  termStart: null,
  last: '2025-12-31',
  excellent: null,
  frequencies: [],
}

const factArbitrary: fc.Arbitrary<FactRecord> = fc.record({
  id: fc.uuid(),
  type: fc.constant('activity' as const),
  date: fc.integer({ min: 1, max: 12 }).map((month) => `2025-${String(month).padStart(2, '0')}-15`),
  title: fc.constant('记录'),
  parts: fc.constant([]),
  countsAs: fc.subarray(
    ['generalMeeting', 'committeeMeeting', 'groupMeeting', 'themedPartyDay', 'studySession', 'honour', 'taskList'],
    { minLength: 1 },
  ),
  forYear: fc.constant(2025),
  groupIds: fc.constant(['g1']),
  tiers: fc.subarray(['centreGroupLeads', 'leadersTakeLead', 'branchPromotes', 'membersFollow']),
  audiences: fc.subarray(['inService', 'retired', 'youth']),
  half: fc.constant(null),
  level: fc.constant('department'),
  evidence: fc.constant(['minutes']),
})

describe('proposals', () => {
  test('more records never lower what is proposed, and it stays within the points', () => {
    fc.assert(
      fc.property(fc.array(factArbitrary, { maxLength: 25 }), (records) => {
        for (const indicator of indicators) {
          let before = 0
          for (let n = 0; n <= records.length; n += 5) {
            const { points } = propose(indicator, { ...emptyFacts, records: records.slice(0, n) })
            if (points === null) continue
            expect(points).toBeGreaterThanOrEqual(before)
            expect(points).toBeLessThanOrEqual(indicator.points)
            before = points
          }
        }
      }),
      { numRuns: 40 },
    )
  })

  test('a month without its meeting is named', () => {
    const committee = indicators.find(({ code }) => code === 'B3') as Indicator
    const records = Array.from({ length: 12 }, (_, at) => at + 1)
      .filter((month) => month !== 8)
      .map(
        (month): FactRecord => ({
          id: String(month),
          type: 'activity',
          date: `2025-${String(month).padStart(2, '0')}-06`,
          title: '支委会',
          parts: [],
          countsAs: ['committeeMeeting'],
          forYear: 2025,
          groupIds: [],
          tiers: [],
          audiences: [],
          half: null,
          level: '',
          evidence: ['minutes'],
        }),
      )
    const found = propose(committee, { ...emptyFacts, records })
    expect(found.points).toBe(2.7)
    expect(found.reason).toContain('8月')
    expect(propose(committee, { ...emptyFacts, records, hasCommittee: false }).isNotApplicable).toBe(true)
  })
})

describe('a scheme that is wrong is refused in words', () => {
  const broken = (change: (copy: typeof scheme) => void) => {
    const copy = structuredClone(scheme)
    change(copy)
    return schemeSchema.safeParse(copy).error?.issues.map(({ message }) => message) ?? []
  }
  test('weights, codes, rules and checks', () => {
    expect(broken((copy) => Object.assign(copy.categories[0] as object, { weight: 11 }))).toEqual([
      'A类的分值为11，各指标相加为10',
      '各类分值相加为101，应为100',
    ])
    expect(broken((copy) => Object.assign(copy.categories[0]?.indicators[1] as object, { code: 'A1' }))).toContain(
      '指标编号A1出现两次',
    )
    expect(
      broken((copy) => Object.assign(copy.categories[0]?.indicators[0] as object, { autoRule: { kind: 'magic' } })),
    ).not.toEqual([])
    expect(
      broken((copy) =>
        Object.assign(copy.categories[0]?.indicators[0] as object, { autoRule: { kind: 'check', expr: 'process.exit()' } }),
      ),
    ).toContain('没有这项检查')
  })
})

describe('every record and evidence kind has a home', () => {
  const ofSittings = [
    'minutes',
    'signInSheet',
    'notice',
    'resolution',
    'ballotTally',
    'lectureNotes',
    'rectificationList',
    'appraisalForm',
    'appraisalSummary',
    'studyRecord',
  ]
  const purposes = [
    'generalMeeting',
    'committeeMeeting',
    'groupMeeting',
    'partyLecture',
    'themedPartyDay',
    'organizationalLifeMeeting',
    'democraticAppraisal',
    'studySession',
    'activity',
    'firstAgendaItem',
  ]
  const known = new Set<string>(dossierKinds.flatMap(({ key, evidence, countsAs }) => [key, ...evidence, ...(countsAs ?? [])]))
  // Kept by the roster, and by files on any record.
  const elsewhere = ['roster', 'photo']

  test('records that indicators count', () => {
    const named = indicators.flatMap(({ autoRule }) => (autoRule && 'record' in autoRule ? [autoRule.record] : []))
    expect(named.filter((name) => !known.has(name) && !purposes.includes(name) && !elsewhere.includes(name))).toEqual([])
  })

  test('records that rules ask for', () => {
    const rules = bundledRules.rules
    const asked = (isSuperior: boolean) =>
      rules.flatMap(({ scope, params }) => ('record' in params && (scope === 'superior') === isSuperior ? [params.record] : []))
    const own = asked(false)
    expect(own.length).toBeGreaterThan(5)
    expect(own.filter((name) => !known.has(name) && !elsewhere.includes(name))).toEqual([])
    // A superior's own study is kept for reference only (四学机制, tiers 1 and 2).
    expect(asked(true)).toEqual(['centreGroupStudy'])
    const reference = dossierKinds.find(({ key }) => key === 'studyReference')
    expect(JSON.stringify(reference)).toContain('centreGroupLeads')
  })

  test('kinds of evidence', () => {
    const named = Object.keys(scheme.evidenceKinds)
    expect(named.filter((name) => !known.has(name) && !ofSittings.includes(name) && !elsewhere.includes(name))).toEqual([])
  })
})

describe('the gap list', () => {
  test('of the sample year: at least 35 of 50 cite a record, the others say what is missing', async () => {
    const core = testCore({ clock: testClock('2026-01-10') })
    const client = inProcessClient(core)
    await client.ledger.create({ sample: true })
    const { lines, score, scheme: used } = await client.rating.get({ year: 2025 })
    expect(lines).toHaveLength(50)
    expect(used.notice).toContain('不是任何机关的正式文件')
    expect(lines.filter(({ records }) => records.length > 0).length).toBeGreaterThanOrEqual(35)
    for (const { code, records, reason } of lines) if (records.length === 0) expect(reason, code).not.toBe('')
    expect(lines.find(({ code }) => code === 'B3')?.reason).toContain('8月')
    expect(score.total).toBeGreaterThan(0)
  })

  test('a person’s word counts, is kept with its scheme, and can be taken back', async () => {
    const { core, ledger } = openTestLedger({ clock: testClock('2026-01-10') })
    const client = inProcessClient(core)
    const first = await client.rating.get({ year: 2025 })
    expect(first.revision).toBe(0)
    const confirmed = { points: 2, note: '按办法' }
    const { revision } = await client.rating.confirm({ year: 2025, revision: 0, code: 'B2', confirmed })
    await expect(client.rating.confirm({ year: 2025, revision: 0, code: 'B2', confirmed })).rejects.toMatchObject({
      code: 'CHANGED_ELSEWHERE',
    })
    await expect(client.rating.confirm({ year: 2025, revision, code: 'B2', confirmed: { points: 3 } })).rejects.toMatchObject({
      code: 'INPUT_INVALID',
    })
    const after = await client.rating.get({ year: 2025 })
    expect(after.lines.find(({ code }) => code === 'B2')?.confirmed).toMatchObject(confirmed)
    expect(after.score.total).toBeGreaterThan(first.score.total)
    expect(ledger.db.all('SELECT version FROM rating_scheme')).toEqual([{ version: scheme.version }])
    await client.rating.confirm({ year: 2025, revision, code: 'B2', confirmed: null })
    expect((await client.rating.get({ year: 2025 })).score.total).toBe(first.score.total)
  })
})
