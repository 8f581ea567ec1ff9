import type { Rating } from '#shared/rating/contract.ts'
import type { Review } from '#shared/rating/review.ts'
import type { Scheme } from '#shared/rating/scheme.ts'
import { type Given, scoreOf } from '#shared/rating/score.ts'

/** A review as a page shows it, with what its points sum up to under the same scheme where every indicator is scored. */
export function reviewOf(
  { reviewedBy, reviewedOn, note, total, stars, items }: Review,
  scheme: Scheme,
): NonNullable<Rating['review']> {
  const given = new Map(
    items.map(({ code, points, isNotApplicable, isTriggered }): [string, Given] => [
      code,
      { points: points ?? 0, isNotApplicable, isTriggered },
    ]),
  )
  const isWhole = scheme.categories.every(({ indicators }) =>
    indicators.every(
      ({ code, bonus, veto }) =>
        bonus || veto || items.some((item) => item.code === code && (item.points !== null || item.isNotApplicable)),
    ),
  )
  return { reviewedBy, reviewedOn, note, total, stars, computed: isWhole ? scoreOf(scheme, given) : null }
}
