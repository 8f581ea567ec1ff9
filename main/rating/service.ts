import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { purposes } from '#shared/activities/schema.ts'
import { isDossierKind } from '#shared/dossier/kinds/index.ts'
import { AppError } from '#shared/kernel/errors.ts'
import { newId } from '#shared/kernel/ids.ts'
import type { confirmSchema, Rating, RatingLine } from '#shared/rating/contract.ts'
import { type Proposal, propose } from '#shared/rating/propose.ts'
import { type Indicator, type Scheme, schemeSchema } from '#shared/rating/scheme.ts'
import { type Given, scoreOf } from '#shared/rating/score.ts'
import type { Core } from '../core.ts'
import type { OpenLedger } from '../ledger/open-ledger.ts'
import { resourcesFolder } from '../platform/resources.ts'
import { ratingFacts } from './facts.ts'
import { putAssessment, putScheme, selectAssessment, selectScheme, selectSchemeByContent } from './store.ts'

const confirmedSchema = z.record(
  z.string(),
  z.object({ points: z.number(), note: z.string(), isNotApplicable: z.boolean(), isTriggered: z.boolean() }),
)
type Confirmed = z.infer<typeof confirmedSchema>

/** The scheme that comes with the program: an editable template, no official document; its notice says so. */
const bundledText = () => readFileSync(join(resourcesFolder(), 'star-catalogue.json'), 'utf8')

/** The scheme of a year: the version its assessment has used, or the one that comes with the program. */
function schemeText(ledger: OpenLedger, year: number): string {
  const assessment = selectAssessment(ledger.db, year)
  return (assessment && selectScheme(ledger.db, assessment.schemeId)?.content) ?? bundledText()
}

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

function lineOf(scheme: Scheme, indicator: Indicator, found: Proposal, confirmed: Confirmed): RatingLine {
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
    records: found.records.map(({ id, type, date, title }) => ({ id, type, date, title })),
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
  const confirmed = assessment ? confirmedSchema.parse(JSON.parse(assessment.content)) : {}
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

/**
 * A person's word on one indicator. The scheme as it stands is kept with the year from the first one on.
 *
 * @throws AppError CHANGED_ELSEWHERE; INPUT_INVALID for an unknown indicator or more points than it has
 */
export function confirmIndicator(core: Core, input: z.output<typeof confirmSchema>): { revision: number } {
  const ledger = core.session.require()
  const assessment = selectAssessment(ledger.db, input.year)
  if ((assessment?.revision ?? 0) !== input.revision) throw new AppError('CHANGED_ELSEWHERE', { what: '自评' })
  const content = schemeText(ledger, input.year)
  const scheme = schemeSchema.parse(JSON.parse(content))
  const indicator = scheme.categories.flatMap(({ indicators }) => indicators).find(({ code }) => code === input.code)
  if (!indicator) throw new AppError('INPUT_INVALID', { field: '指标', reason: `没有编号为${input.code}的指标` })
  if (input.confirmed && input.confirmed.points > indicator.points)
    throw new AppError('INPUT_INVALID', { field: `${indicator.code}得分`, reason: `不超过${indicator.points}分` })
  const { [input.code]: _before, ...others } = assessment ? confirmedSchema.parse(JSON.parse(assessment.content)) : {}
  const confirmed = input.confirmed ? { ...others, [input.code]: input.confirmed } : others
  const revision = input.revision + 1
  ledger.write('达标创星自评', (rows) => {
    const known = assessment ? undefined : selectSchemeByContent(ledger.db, content)
    const schemeId = assessment?.schemeId ?? known?.id ?? newId()
    if (!assessment && !known)
      putScheme(rows, ledger.branchId, {
        id: schemeId,
        name: scheme.schemeName,
        version: scheme.version,
        content,
        source: 'bundled',
        savedAt: core.clock.now().toISOString(),
      })
    putAssessment(rows, ledger.branchId, {
      id: assessment?.id ?? newId(),
      revision,
      year: input.year,
      schemeId,
      status: 'selfAssessment',
      content: JSON.stringify(confirmed),
    })
  })
  return { revision }
}
