import { type Category, type Indicator, type Scheme, tenths } from './scheme.ts'

/** What an indicator is given: points, or 不适用. */
export interface Given {
  readonly points: number
  readonly isNotApplicable: boolean
  /** A veto that has happened. */
  readonly isTriggered: boolean
}

export interface ScoreResult {
  /** 0 to 100. */
  readonly base: number
  /** 0 to the scheme's cap. */
  readonly bonus: number
  readonly total: number
  /** 达标; null: the scheme draws no such line. */
  readonly isStandardMet: boolean | null
  /** Null: 不予评定 or not 达标. */
  readonly stars: number | null
}

const none: Given = { points: 0, isNotApplicable: false, isTriggered: false }

/** Tenths of a category: what was won, scaled back to its weight where an indicator is 不适用 (DOMAIN 4.2). */
function categoryTenths(category: Category, givenOf: (indicator: Indicator) => Given): number {
  const counted = category.indicators.filter((indicator) => !indicator.bonus && !indicator.veto)
  const applicable = counted.filter((indicator) => !givenOf(indicator).isNotApplicable)
  const possible = applicable.reduce((sum, { points }) => sum + tenths(points), 0)
  if (possible === 0) return counted.length === 0 ? 0 : tenths(category.weight)
  const won = applicable.reduce((sum, indicator) => sum + Math.min(tenths(givenOf(indicator).points), tenths(indicator.points)), 0)
  return Math.floor((won * tenths(category.weight)) / possible)
}

/** Total and stars of a year: base, capped bonus, 达标, level, and the strongest veto last (star-catalogue `scoring`). */
export function scoreOf(scheme: Scheme, given: ReadonlyMap<string, Given>): ScoreResult {
  const givenOf = ({ code }: Indicator) => given.get(code) ?? none
  const indicators = scheme.categories.flatMap((category) => category.indicators)
  const base = scheme.categories.reduce((sum, category) => sum + categoryTenths(category, givenOf), 0)
  const won = indicators
    .filter(({ bonus }) => bonus)
    .reduce((sum, indicator) => sum + Math.min(tenths(givenOf(indicator).points), tenths(indicator.points)), 0)
  const bonus = Math.min(won, tenths(scheme.bonusCap))
  const total = base + bonus
  const level = scheme.levels.toSorted((a, b) => b.minScore - a.minScore).find(({ minScore }) => total >= tenths(minScore))
  const isStandardMet = scheme.standard === undefined ? null : base >= tenths(scheme.standard.minScore)
  let stars: number | null = isStandardMet === false ? null : (level?.stars ?? null)
  for (const indicator of indicators) {
    if (!indicator.veto || !givenOf(indicator).isTriggered || !indicator.vetoEffect) continue
    if (indicator.vetoEffect.action === 'notRated') stars = null
    else if (stars !== null) stars = Math.min(stars, indicator.vetoEffect.value)
  }
  return { base: base / 10, bonus: bonus / 10, total: total / 10, isStandardMet, stars }
}
