import { pinyin } from 'pinyin-pro'
import { fold, searchable } from './fold.ts'

/** How a name is typed with letters: `zhangsan` and `zs`. */
interface Reading {
  readonly full: string
  readonly initials: string
}

const known = new Map<string, readonly Reading[]>()

const readingOf = (name: string, surname: 'head' | 'off'): Reading => {
  const syllables = pinyin(name, { toneType: 'none', type: 'array', surname, v: true }).map((each) => fold(searchable(each)).text)
  return { full: syllables.join(''), initials: syllables.map((each) => each.slice(0, 1)).join('') }
}

/** A surname has a reading of its own (单 shàn, 仇 qiú); who does not know it types the usual one, and both are found. */
function readingsOf(name: string): readonly Reading[] {
  const found = known.get(name)
  if (found) return found
  const readings = [readingOf(name, 'head'), readingOf(name, 'off')]
  known.set(name, readings)
  return readings
}

/** Whether letters may be meant as a name: 张三 for `zs`, `zhangs`, `zhangsan`. Small letters, two at least. */
export function isNameInLetters(letters: string, name: string): boolean {
  if (!/^[a-z]{2,}$/.test(letters) || !/\p{Script=Han}/u.test(name)) return false
  return readingsOf(name).some(({ full, initials }) => full.startsWith(letters) || initials.startsWith(letters))
}

/** A word of a query with the names it may stand for; itself always first. */
export function variantsOf(term: string, names: readonly string[]): string[] {
  const meant = names.filter((name) => isNameInLetters(term, name)).map((name) => fold(searchable(name)).text)
  return [...new Set([term, ...meant])]
}
