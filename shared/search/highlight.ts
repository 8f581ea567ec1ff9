import { type FoldedText, fold } from './fold.ts'

/** A stretch of a text in UTF-16 units, the end exclusive. */
export type Stretch = [start: number, end: number]

/** Where any of the words stand in a text, in order; neighbours and overlaps joined. */
export function stretchesOf(text: string, terms: readonly string[], folded: FoldedText = fold(text)): Stretch[] {
  const found: Stretch[] = []
  for (const term of terms) {
    for (let at = folded.text.indexOf(term); at !== -1; at = folded.text.indexOf(term, at + term.length)) {
      found.push([folded.from[at] as number, folded.to[at + term.length - 1] as number])
    }
  }
  const joined: Stretch[] = []
  for (const stretch of found.toSorted((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = joined.at(-1)
    if (last && stretch[0] <= last[1]) last[1] = Math.max(last[1], stretch[1])
    else joined.push([...stretch])
  }
  return joined
}

export interface Snippet {
  readonly snippet: string
  readonly highlights: Stretch[]
}

/** Characters of a snippet, and how many of them stand before the first hit. */
const length = 90
const before = 24

/** A cut must not go through a character of two units. */
const whole = (text: string, at: number) => (/[\udc00-\udfff]/.test(text[at] ?? '') ? at - 1 : at)

function cut(line: string, first: Stretch): { readonly from: number; readonly to: number } {
  const from = line.length <= length ? 0 : whole(line, Math.max(0, first[0] - before))
  const to = line.length <= length ? line.length : whole(line, Math.min(line.length, Math.max(from + length, first[1])))
  return { from, to }
}

/**
 * The piece of a record that shows why it was found: the line in which most of the words stand, cut around the first of them.
 * Without a hit in the text, its beginning.
 *
 * @param body the text of a record, one line for each paragraph
 * @param terms folded words (`queryTerms` and what they may stand for)
 */
export function snippetOf(body: string, terms: readonly string[]): Snippet {
  let best: { readonly line: string; readonly stretches: Stretch[]; readonly hits: number } | undefined
  for (const line of body.split('\n')) {
    const folded = fold(line)
    const hits = terms.filter((term) => folded.text.includes(term)).length
    if (hits > (best?.hits ?? 0)) best = { line, stretches: stretchesOf(line, terms, folded), hits }
    if (hits === terms.length) break
  }
  const line = best?.line ?? body.split('\n')[0] ?? ''
  const { from, to } = cut(line, best?.stretches[0] ?? [0, 0])
  const head = from > 0 ? '…' : ''
  const shift = head.length - from
  const highlights = (best?.stretches ?? [])
    .filter(([start, end]) => end > from && start < to)
    .map(([start, end]): Stretch => [Math.max(start, from) + shift, Math.min(end, to) + shift])
  return { snippet: `${head}${line.slice(from, to)}${to < line.length ? '…' : ''}`, highlights }
}

/** Whether each word, or one of its variants, stands in a line of the text. */
export function holdsAll(text: string, words: readonly (readonly string[])[]): boolean {
  const lines = text.split('\n').map((line) => fold(line).text)
  return words.every((variants) => variants.some((term) => lines.some((line) => line.includes(term))))
}
