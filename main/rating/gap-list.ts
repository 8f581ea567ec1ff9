import { actionFor, programDocuments } from '#shared/rating/action.ts'
import { type AssessmentContent, parseAssessment } from '#shared/rating/assessment.ts'
import type { EvidenceItem, Rating, RatingLine } from '#shared/rating/contract.ts'
import type { KnownFrequency } from '#shared/rating/facts.ts'
import { missingOf } from '#shared/rating/missing.ts'
import type { Proposal } from '#shared/rating/proposal.ts'
import { propose } from '#shared/rating/propose.ts'
import { frequencyRemark } from '#shared/rating/remark.ts'
import { type Indicator, type Scheme, schemeSchema } from '#shared/rating/scheme.ts'
import { type Given, scoreOf } from '#shared/rating/score.ts'
import type { Core } from '../core.ts'
import { evidenceOf, evidenceSource } from './evidence.ts'
import { ratingFacts } from './facts.ts'
import { reviewOf } from './review-view.ts'
import { schemeOfYear } from './schemes.ts'
import { selectAssessment } from './store.ts'
import { ratingLedger } from './switch.ts'

/** Records or files, or for what the roster says the roster that the program keeps; for a veto also a person's word. */
function isProved(
  { autoRule, evidence, veto }: Indicator,
  { missing, points }: Proposal,
  items: readonly EvidenceItem[],
  isConfirmed: boolean,
): boolean {
  if (veto && isConfirmed) return true
  const byRoster = autoRule?.kind === 'check' && evidence.includes('roster') && (points ?? 0) > 0
  return (items.length > 0 || byRoster) && missing.length === 0
}

interface LineInput {
  readonly scheme: Scheme
  readonly found: Proposal
  readonly items: readonly EvidenceItem[]
  readonly content: AssessmentContent
  readonly frequencies: readonly KnownFrequency[]
}

function lineOf(indicator: Indicator, { scheme, found, items, content, frequencies }: LineInput): RatingLine {
  const own = content.items[indicator.code] ?? null
  const category = scheme.categories.find(({ indicators }) => indicators.includes(indicator))
  const isNone = own?.isNotApplicable ?? found.isNotApplicable
  const names = indicator.evidence.map((kind) => scheme.evidenceKinds[kind] ?? kind)
  const isUnproved = !isNone && !isProved(indicator, found, items, own !== null)
  const isTriggered = own?.isTriggered ?? found.isTriggered
  const missing = missingOf(indicator, found, {
    isNotApplicable: isNone,
    isCited: items.length > 0,
    isTriggered: own?.isTriggered ?? null,
    evidence: names,
  })
  const reason =
    found.reason === '需人工评定' && isUnproved && !indicator.veto ? `需人工评定；还没有${names[0] ?? '材料'}` : found.reason
  const review = content.review?.items.find(({ code }) => code === indicator.code)
  const points = own?.points ?? found.points
  return {
    code: indicator.code,
    name: indicator.name,
    category: { code: category?.code ?? '', name: category?.name ?? '' },
    points: indicator.points,
    standard: indicator.standard,
    isBonus: indicator.bonus ?? false,
    isVeto: indicator.veto ?? false,
    state: isNone ? 'notApplicable' : isUnproved ? 'unproved' : 'proved',
    proposed: found.points,
    isFound: found.isTriggered,
    reason,
    remark: frequencyRemark(indicator.autoRule, frequencies),
    missing,
    records: [...items],
    documents: indicator.evidence.flatMap((kind) => programDocuments[kind] ?? []),
    evidence: names,
    confirmed: own,
    action:
      missing.length > 0
        ? actionFor(indicator, { gap: found.gap ?? {}, isGapOfRule: found.missing.length > 0, isTriggered })
        : null,
    review: review
      ? {
          points: review.points,
          note: review.note,
          isDifferent: indicator.veto
            ? review.isTriggered !== isTriggered
            : review.isNotApplicable !== isNone || (!isNone && review.points !== null && review.points !== points),
        }
      : null,
  }
}

/** The gap list of a year, as of today. @throws AppError LEDGER_NOT_OPEN, NOT_FOUND before the branch is made */
export function readRating(core: Core, year: number): Rating {
  const ledger = ratingLedger(core)
  const assessment = selectAssessment(ledger.db, year)
  const kept = schemeOfYear(ledger, year)
  const scheme = schemeSchema.parse(JSON.parse(kept.content))
  const content = parseAssessment(assessment?.content)
  const facts = ratingFacts(core, year)
  const source = evidenceSource(ledger)
  const given = new Map<string, Given>()
  const lines = scheme.categories.flatMap(({ indicators }) =>
    indicators.map((indicator) => {
      const found = propose(indicator, facts)
      const own = content.items[indicator.code]
      given.set(
        indicator.code,
        own ?? { points: found.points ?? 0, isNotApplicable: found.isNotApplicable, isTriggered: found.isTriggered },
      )
      const items = evidenceOf(source, indicator, found.records, content.evidence[indicator.code])
      return lineOf(indicator, { scheme, found, items, content, frequencies: facts.frequencies })
    }),
  )
  return {
    year,
    asOf: facts.today,
    scheme: {
      id: kept.id,
      name: scheme.schemeName,
      version: scheme.version,
      notice: scheme.notice,
      bonusCap: scheme.bonusCap,
      levels: scheme.levels.map(({ stars, name, minScore }) => ({ stars, name, minScore })),
    },
    revision: assessment?.revision ?? 0,
    lines,
    score: scoreOf(scheme, given),
    status: assessment?.status ?? 'selfAssessment',
    self: content.self,
    report: content.report,
    result: content.result,
    review: content.review && reviewOf(content.review, scheme),
  }
}
