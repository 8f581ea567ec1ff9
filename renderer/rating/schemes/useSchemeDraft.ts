import { useState } from 'react'
import { type Category, type Indicator, type SchemeDraft, tenths } from '#shared/rating/scheme.ts'

/** The weight of a category is what its counted indicators sum up to; nobody types it. */
const weighed = (category: Category): Category => ({
  ...category,
  weight:
    category.indicators.filter(({ bonus, veto }) => !bonus && !veto).reduce((sum, { points }) => sum + tenths(points), 0) / 10,
})

/** A scheme while it is edited. */
export function useSchemeDraft(initial: SchemeDraft) {
  const [scheme, setScheme] = useState(initial)
  const setCategories = (change: (categories: readonly Category[]) => readonly Category[]) =>
    setScheme((before) => ({ ...before, categories: change(before.categories).map(weighed) }))
  const setCategory = (at: number, change: (category: Category) => Category) =>
    setCategories((all) => all.map((category, index) => (index === at ? change(category) : category)))
  return {
    scheme,
    patch: (own: Partial<SchemeDraft>) => setScheme((before) => ({ ...before, ...own })),
    setCategory,
    addCategory: () =>
      setCategories((all) => [
        ...all,
        { code: String.fromCharCode('A'.charCodeAt(0) + Math.min(25, all.length)), name: '新类别', weight: 0, indicators: [] },
      ]),
    removeCategory: (at: number) => setCategories((all) => all.filter((_, index) => index !== at)),
    /** One place up (-1) or down (1) with everything in it; codes stay. */
    moveCategory: (at: number, by: -1 | 1) =>
      setCategories((all) => {
        const moved = all[at]
        const other = all[at + by]
        return moved && other ? all.with(at, other).with(at + by, moved) : all
      }),
    /** `index` past the end adds. */
    putIndicator: (at: number, index: number, indicator: Indicator) =>
      setCategory(at, (category) => ({
        ...category,
        indicators:
          index < category.indicators.length
            ? category.indicators.map((each, own) => (own === index ? indicator : each))
            : [...category.indicators, indicator],
      })),
    /** One place up (-1) or down (1) within its category; codes stay. */
    moveIndicator: (at: number, index: number, by: -1 | 1) =>
      setCategory(at, (category) => {
        const moved = category.indicators[index]
        const other = category.indicators[index + by]
        if (!moved || !other) return category
        return { ...category, indicators: category.indicators.with(index, other).with(index + by, moved) }
      }),
    removeIndicator: (at: number, index: number) =>
      setCategory(at, (category) => ({ ...category, indicators: category.indicators.filter((_, own) => own !== index) })),
  }
}
