import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { judgeVote } from '#shared/activities/voting.ts'
import { excellentLimit } from '#shared/appraisal/grades.ts'
import { readRuleTable } from '#shared/obligations/rule-table.ts'

type Row = Record<string, unknown>
const json = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as unknown
const bundled = json('resources/rules.json') as { version: string; rules: Row[] }
const handedOver = json('tests/fixtures/domain/rules.json') as { version: string; rules: Row[] }
const without = (row: Row, ...keys: string[]) => Object.fromEntries(Object.entries(row).filter(([key]) => !keys.includes(key)))

describe('the rule table that comes with the program', () => {
  const table = readRuleTable(bundled)
  const byId = new Map(table.rules.map((rule) => [rule.id, rule]))

  it('has every rule with its numbers and sources unchanged, in the same order', () => {
    const added = ['evaluator', 'params', 'effectiveFrom', 'effectiveTo', 'table', 'text', 'scope']
    expect(bundled.rules.map((row) => without(row, ...added))).toEqual(handedOver.rules.map((row) => without(row, 'text', 'scope')))
    expect(bundled.version).toBe(handedOver.version)
    expect(table.rules).toHaveLength(58)
  })
  it('says it in our own words, without addresses or reference marks', () => {
    const theirs = new Set(handedOver.rules.map((row) => row['text']))
    for (const rule of table.rules) {
      expect(theirs.has(rule.text), rule.id).toBe(false)
      expect(rule.text + rule.source).not.toMatch(/https?:|www\.|\[S\d/)
    }
  })
  it('takes the parameters of the columns', () => {
    for (const rule of table.rules) {
      const params = rule.params as { min?: number; period?: string; usesForYear?: boolean }
      if (typeof params.min === 'number') expect(params.min, rule.id).toBe(rule.min)
      if (params.period !== undefined) expect(params.period, rule.id).toBe(rule.period)
      if (rule.evaluator !== 'quorum' && rule.evaluator !== 'majority') continue
      expect(rule.op, rule.id).toBe(rule.params.op)
      expect(rule.params.share.numerator / rule.params.share.denominator, rule.id).toBe(rule.min)
    }
    const forYear = table.rules.filter((rule) => rule.evaluator === 'frequency' && rule.params.usesForYear).map((rule) => rule.id)
    expect(forYear).toEqual(handedOver.rules.filter((row) => row['usesForYear'] === true).map((row) => row['id']))
  })
  it("marks a superior's duties, and no row of the table of the year among them", () => {
    const superior = table.rules.filter((rule) => rule.scope === 'superior').map((rule) => rule.id)
    expect(superior).toEqual(handedOver.rules.filter((row) => row['scope'] === 'superior').map((row) => row['id']))
    expect(table.rules.filter((rule) => rule.table === 'threeMeetingsOneLecture').map((rule) => rule.id)).toEqual([
      'general-meeting-quarterly',
      'committee-meeting-monthly',
      'group-meeting-monthly',
      'party-lecture-quarterly',
      'themed-party-day-monthly',
      'org-life-meeting-yearly',
      'democratic-appraisal-yearly',
    ])
    expect(byId.get('party-lecture-quarterly')?.authority).toBe('local')
  })
  it('is the table that votes are judged by', () => {
    const counts = { due: 12, present: 12, dueVoters: 12, presentVoters: 12 }
    const ballots = { issued: 12, returned: 12, valid: 12 }
    for (const subject of ['ordinary', 'admission', 'conversion'] as const) {
      const vote = {
        subject,
        method: 'secret' as const,
        scrutineers: [],
        tellers: [],
        ballots,
        writtenOpinions: 0,
        votesFor: 12,
        votesAgainst: 0,
        votesAbstain: 0,
        outcome: '',
      }
      const judged = judgeVote(vote, { purpose: 'generalMeeting', counts }, { strictQuorum: false })
      for (const id of judged.ruleIds) {
        const rule = byId.get(id)
        expect(rule?.evaluator, id).toMatch(/^(quorum|majority)$/)
        // The regulation is the same; the articles of several rows are named together.
        expect(rule?.source.split(' 第')[0], id).toBe(judged.source.split(' 第')[0])
      }
    }
    const grades = byId.get('appraisal-grades')
    expect(grades?.evaluator === 'grades' && grades.params.excellentShare).toEqual({ numerator: 1, denominator: 3 })
    expect(excellentLimit(13)).toBe(4)
  })
})

describe('a table that is not understood is refused whole', () => {
  const first = bundled.rules[0] as Row
  const tableOf = (...rules: Row[]) => ({ ...bundled, rules })
  const refusal = (value: unknown) => {
    try {
      readRuleTable(value)
    } catch (error) {
      return error as { code: string; params: { field: string; reason: string } }
    }
    throw new Error('was accepted')
  }
  it('an evaluator nobody knows, by row and id', () => {
    const refused = refusal(tableOf(first, { ...first, id: 'other', evaluator: 'eval' }))
    expect(refused).toMatchObject({
      code: 'INPUT_INVALID',
      params: { field: '规则表的第2条（other）', reason: '不认识的计算方式：eval' },
    })
  })
  it('parameters of another kind, too many or wrong', () => {
    expect(refusal(tableOf({ ...first, params: {} })).params.reason).toContain('params')
    expect(refusal(tableOf({ ...first, params: { ...(first['params'] as Row), expr: '1+1' } })).params.reason).toContain('params')
    expect(refusal(tableOf({ ...first, params: { ...(first['params'] as Row), min: 0.5 } })).params.reason).toContain('params.min')
    expect(refusal(tableOf({ ...first, effectiveFrom: '2018-02-30' })).params.reason).toContain('effectiveFrom')
  })
  it('one id twice, a reference to nothing', () => {
    expect(refusal(tableOf(first, first)).params.reason).toContain('重复')
    const conversion = bundled.rules.find((row) => row['id'] === 'conversion-vote') as Row
    expect(refusal(tableOf(conversion)).params.reason).toContain('admission-quorum')
  })
  it.each([[null], ['text'], [{}], [{ ...bundled, schema: 'other' }], [tableOf()], [tableOf(null as unknown as Row)]])(
    '%o',
    (value) => {
      expect(refusal(value).code).toBe('INPUT_INVALID')
    },
  )
})

describe('the star catalogue that comes with the program', () => {
  type Catalogue = { categories: { indicators: Row[] }[]; evidenceRule: Row; quota: Row }
  const ours = json('resources/star-catalogue.json') as Catalogue
  const theirs = json('tests/fixtures/domain/star-catalogue.json') as Catalogue
  const numbers = (catalogue: Catalogue) => ({
    ...catalogue,
    evidenceRule: without(catalogue.evidenceRule, 'note'),
    quota: without(catalogue.quota, 'note'),
    categories: catalogue.categories.map((category) => ({
      ...category,
      indicators: category.indicators.map((indicator) => without(indicator, 'standard')),
    })),
  })
  const standards = (catalogue: Catalogue) =>
    catalogue.categories.flatMap((category) => category.indicators.map((indicator) => indicator['standard']))

  it('has every code, number, rule and source unchanged', () => expect(numbers(ours)).toEqual(numbers(theirs)))
  it('states each standard in our own words', () => {
    const original = new Set(standards(theirs))
    expect(standards(ours)).toHaveLength(50)
    expect(standards(ours).filter((standard) => original.has(standard))).toEqual([])
  })
})
