import { chineseNumber } from '../../kernel/chinese-number.ts'
import { halfWidth } from '../../kernel/width.ts'

interface Named {
  readonly id: string
  readonly name: string
}

const NUMBER = /第?([一二三四五六七八九十]{1,3}|\d{1,2})(?:党小组|小组|组)/g

/** The numbers of the groups a text names: 第一党小组1月党小组会 → 1. */
function numbersIn(text: string): number[] {
  const flat = halfWidth(text).replace(/\s+/g, '')
  return [...flat.matchAll(NUMBER)].map((match) => {
    const figures = match[1] as string
    return chineseNumber(figures) ?? Number(figures)
  })
}

/** The one group that the texts name, the first text that names any deciding; null when none or more than one is meant. */
export function groupOf<G extends Named>(texts: readonly string[], groups: readonly G[]): G | null {
  for (const text of texts) {
    const flat = halfWidth(text).replace(/\s+/g, '')
    const byName = groups.filter((group) => flat.includes(halfWidth(group.name).replace(/\s+/g, '')))
    const numbers = new Set(numbersIn(text))
    const byNumber = groups.filter((group) => numbersIn(group.name).some((number) => numbers.has(number)))
    const named = [...new Set([...byName, ...byNumber])]
    if (named.length === 1 && numbers.size <= 1) return named[0] as G
    if (named.length > 0 || numbers.size > 0) return null
  }
  return null
}
