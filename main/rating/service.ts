import type { z } from 'zod'
import { AppError } from '#shared/kernel/errors.ts'
import type { AssessmentContent } from '#shared/rating/assessment.ts'
import { parseAssessment } from '#shared/rating/assessment.ts'
import type { chooseEvidenceSchema, confirmSchema, saveProgressSchema } from '#shared/rating/contract.ts'
import { type Indicator, type Scheme, schemeSchema } from '#shared/rating/scheme.ts'
import { scoreOf } from '#shared/rating/score.ts'
import { starHistory } from '#shared/rating/stars.ts'
import { isFrom, progressFaults } from '#shared/rating/status.ts'
import { findActivity } from '../activities/read.ts'
import { readEveryAttachment } from '../attachments/read.ts'
import { addAttachment } from '../attachments/service.ts'
import type { Core } from '../core.ts'
import { findDossier } from '../dossier/read.ts'
import type { OpenLedger } from '../ledger/open-ledger.ts'
import { changeAssessment } from './change.ts'
import { evidenceCandidates } from './evidence.ts'
import { ratingFacts } from './facts.ts'
import { readRating } from './gap-list.ts'
import { schemeOfYear } from './schemes.ts'
import { selectAssessments, selectScheme } from './store.ts'
import { ratingLedger } from './switch.ts'

type Of<S extends z.ZodType> = z.output<S>
interface OfRevision {
  readonly year: number
  readonly revision: number
}

function indicatorOf(scheme: Scheme, code: string): Indicator {
  const found = scheme.categories.flatMap(({ indicators }) => indicators).find((indicator) => indicator.code === code)
  if (!found) throw new AppError('INPUT_INVALID', { field: '指标', reason: `没有编号为${code}的指标。` })
  return found
}

/** What the branch says about itself stands once it is 已自评. @throws AppError INPUT_INVALID */
function requireOpen(status: Parameters<typeof isFrom>[0]): void {
  if (isFrom(status, 'selfAssessed'))
    throw new AppError('INPUT_INVALID', {
      field: '自评得分',
      reason: '本年度已经自评。要修改得分，请先在“自评和结果”里改回“自评中”。',
    })
}

/**
 * A person's word on one indicator. The scheme as it stands is kept with the year from the first one on.
 *
 * @throws AppError CHANGED_ELSEWHERE; INPUT_INVALID for an unknown indicator, more points than it has, or a year that is 已自评
 */
export const confirmIndicator = (core: Core, input: Of<typeof confirmSchema>) =>
  changeAssessment(core, input, '达标创星自评', ({ scheme, content, status }) => {
    requireOpen(status)
    const { points } = indicatorOf(scheme, input.code)
    if (input.confirmed && input.confirmed.points > points)
      throw new AppError('INPUT_INVALID', { field: `${input.code}得分`, reason: `不超过${points}分。` })
    const { [input.code]: _before, ...others } = content.items
    return { content: { ...content, items: input.confirmed ? { ...others, [input.code]: input.confirmed } : others } }
  })

/** Confirms what the records propose wherever nobody has said anything; what needs a person stays open. Throws as `confirmIndicator`. */
export function confirmProposed(core: Core, input: OfRevision): { revision: number; confirmed: number } {
  const { lines } = readRating(core, input.year)
  const open = lines.filter(({ confirmed, proposed, state }) => !confirmed && (proposed !== null || state === 'notApplicable'))
  const items = Object.fromEntries(
    open.map(({ code, proposed, state, isFound }) => [
      code,
      { points: proposed ?? 0, note: '', isNotApplicable: state === 'notApplicable', isTriggered: isFound },
    ]),
  )
  const changed = changeAssessment(core, input, '按记录确认自评得分', ({ content, status }) => {
    requireOpen(status)
    return { content: { ...content, items: { ...content.items, ...items } } }
  })
  return { ...changed, confirmed: open.length }
}

function requireEvidence(ledger: OpenLedger, { type, id }: Of<typeof chooseEvidenceSchema>['evidence']): void {
  const isKnown =
    type === 'activity'
      ? findActivity(ledger, id) !== undefined
      : type === 'dossier'
        ? findDossier(ledger, id) !== undefined
        : readEveryAttachment(ledger).some((attachment) => attachment.id === id && !attachment.isSealed)
  if (!isKnown) throw new AppError('NOT_FOUND', { what: '依据' })
}

/**
 * Pins a record or a file to an indicator, or takes it off; the record itself stays as it is, and so do the points.
 *
 * @throws AppError CHANGED_ELSEWHERE, INPUT_INVALID, NOT_FOUND
 */
export const chooseEvidence = (core: Core, { code, evidence, isUsed, ...input }: Of<typeof chooseEvidenceSchema>) =>
  changeAssessment(core, input, isUsed ? '添加指标依据' : '取下指标依据', ({ ledger, scheme, content }) => {
    indicatorOf(scheme, code)
    if (isUsed) requireEvidence(ledger, evidence)
    const { pinned = [], hidden = [] } = content.evidence[code] ?? {}
    const others = pinned.filter(({ id }) => id !== evidence.id)
    const wasPinned = others.length < pinned.length
    const shown = hidden.filter((id) => id !== evidence.id)
    // Taking off a pin leaves what a rule has found; taking that off as well needs to be said once more.
    const choice = isUsed
      ? { pinned: hidden.includes(evidence.id) ? others : [...others, evidence], hidden: shown }
      : { pinned: others, hidden: wasPinned ? shown : [...shown, evidence.id] }
    return { content: { ...content, evidence: { ...content.evidence, [code]: choice } } }
  })

/** Takes a staged file in and pins it to an indicator. @throws AppError CHANGED_ELSEWHERE, INPUT_INVALID, FILE_EXPIRED */
export async function addEvidenceFile(core: Core, input: OfRevision & { code: string; file: string }, signal?: AbortSignal) {
  const attachment = await addAttachment(core, input.file, undefined, signal)
  const evidence = { type: 'attachment' as const, id: attachment.id }
  return { ...chooseEvidence(core, { ...input, evidence, isUsed: true }), attachment }
}

/** What could prove an indicator of a year. @throws AppError INPUT_INVALID for an unknown indicator */
export function readCandidates(core: Core, year: number, code: string) {
  const ledger = ratingLedger(core)
  const scheme = schemeSchema.parse(JSON.parse(schemeOfYear(ledger, year).content))
  return evidenceCandidates(ledger, indicatorOf(scheme, code), ratingFacts(core, year))
}

/** Indicators that nobody has confirmed; for vetoes what the records show is enough. */
const unconfirmed = ({ categories }: Scheme, { items }: AssessmentContent) =>
  categories.flatMap(({ indicators }) => indicators).filter(({ code, veto }) => !veto && !Object.hasOwn(items, code))

/**
 * Moves the year on. From 已自评 on every indicator has its confirmed item, so that later records change no score that was
 * reported.
 *
 * @throws AppError CHANGED_ELSEWHERE; INPUT_INVALID naming everything that does not fit the step
 */
export function saveProgress(core: Core, { status, self, report, result, ...input }: Of<typeof saveProgressSchema>) {
  const vetoes = readRating(core, input.year).lines.filter(({ isVeto, confirmed }) => isVeto && !confirmed)
  const found = Object.fromEntries(
    vetoes.map(({ code, isFound }) => [code, { points: 0, note: '', isNotApplicable: false, isTriggered: isFound }]),
  )
  return changeAssessment(core, input, '达标创星进度', ({ scheme, content }) => {
    const faults = progressFaults(status, { self, report, result }, unconfirmed(scheme, content).length)
    if (faults.length > 0) throw new AppError('INPUT_INVALID', { field: '自评和结果', reason: `${faults.join('；')}。` })
    const items = isFrom(status, 'selfAssessed') ? { ...found, ...content.items } : content.items
    return { status, content: { ...content, items, self, report, result } }
  })
}

/** The years that have an assessment, oldest first, with what became of the branch's own stars. */
export function readHistory(core: Core) {
  const { db } = ratingLedger(core)
  const years = selectAssessments(db).map(({ year, status, schemeId, content }) => {
    const { items, result } = parseAssessment(content)
    const scheme = schemeSchema.parse(JSON.parse(selectScheme(db, schemeId)?.content ?? '{}'))
    const selfTotal = isFrom(status, 'selfAssessed') ? scoreOf(scheme, new Map(Object.entries(items))).total : null
    return { year, status, schemeName: scheme.schemeName, selfTotal, result }
  })
  return starHistory(years)
}
