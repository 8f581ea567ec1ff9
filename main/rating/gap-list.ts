import { purposes } from '#shared/activities/schema.ts'
import { isDossierKind } from '#shared/dossier/kinds/index.ts'
import { type AssessmentContent, parseAssessment } from '#shared/rating/assessment.ts'
import type { Rating, RatingLine } from '#shared/rating/contract.ts'
import type { FactRecord } from '#shared/rating/facts.ts'
import { type Proposal, propose } from '#shared/rating/propose.ts'
import { type Indicator, type Scheme, schemeSchema } from '#shared/rating/scheme.ts'
import { type Given, scoreOf } from '#shared/rating/score.ts'
import type { Core } from '../core.ts'
import { ratingFacts } from './facts.ts'
import { schemeText } from './schemes.ts'
import { selectAssessment } from './store.ts'

/** Where the record that is missing is made; null: no single form is known. */
function actionLink({ autoRule }: Indicator): string | null {
  if (!autoRule || !('record' in autoRule)) return null
  const { record } = autoRule
  if ((purposes as readonly string[]).includes(record)) return `/activities/new?purpose=${record}`
  return isDossierKind(record) ? `/records/new?kind=${record}` : null
}

/** Records of the year, or for what the roster says the roster that the program keeps. */
function isProved({ autoRule, evidence }: Indicator, { records, missing, points }: Proposal): boolean {
  const byRoster = autoRule?.kind === 'check' && evidence.includes('roster') && (points ?? 0) > 0
  return (records.length > 0 || byRoster) && missing.length === 0
}

/** The part of a sitting that an indicator counts; null: the sitting as a whole. */
function countedPart({ autoRule }: Indicator, { parts }: FactRecord): string | null {
  if (!autoRule || !('record' in autoRule) || parts.length < 2) return null
  return parts.find(({ purpose }) => purpose === autoRule.record)?.id ?? null
}

function lineOf(scheme: Scheme, indicator: Indicator, found: Proposal, confirmed: AssessmentContent['items']): RatingLine {
  const own = confirmed[indicator.code] ?? null
  const category = scheme.categories.find(({ indicators }) => indicators.includes(indicator))
  const isNone = own?.isNotApplicable ?? found.isNotApplicable
  return {
    code: indicator.code,
    name: indicator.name,
    category: { code: category?.code ?? '', name: category?.name ?? '' },
    points: indicator.points,
    standard: indicator.standard,
    isBonus: indicator.bonus ?? false,
    isVeto: indicator.veto ?? false,
    state: isNone ? 'notApplicable' : isProved(indicator, found) ? 'proved' : 'unproved',
    proposed: found.points,
    reason: found.reason,
    missing: [...found.missing],
    records: found.records.map((record) => ({
      id: record.id,
      type: record.type,
      date: record.date,
      title: record.title,
      partId: countedPart(indicator, record),
    })),
    evidence: indicator.evidence.map((kind) => scheme.evidenceKinds[kind] ?? kind),
    confirmed: own,
    actionLink: actionLink(indicator),
  }
}

/** The gap list of a year, as of today. @throws AppError LEDGER_NOT_OPEN, NOT_FOUND before the branch is made */
export function readRating(core: Core, year: number): Rating {
  const ledger = core.session.require()
  const scheme = schemeSchema.parse(JSON.parse(schemeText(ledger, year)))
  const assessment = selectAssessment(ledger.db, year)
  const { items: confirmed } = parseAssessment(assessment?.content)
  const facts = ratingFacts(core, year)
  const given = new Map<string, Given>()
  const lines = scheme.categories.flatMap(({ indicators }) =>
    indicators.map((indicator) => {
      const found = propose(indicator, facts)
      const own = confirmed[indicator.code]
      given.set(
        indicator.code,
        own ?? { points: found.points ?? 0, isNotApplicable: found.isNotApplicable, isTriggered: found.isTriggered },
      )
      return lineOf(scheme, indicator, found, confirmed)
    }),
  )
  return {
    year,
    asOf: facts.today,
    scheme: { name: scheme.schemeName, version: scheme.version, notice: scheme.notice },
    revision: assessment?.revision ?? 0,
    lines,
    score: scoreOf(scheme, given),
  }
}
