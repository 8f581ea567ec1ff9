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

/** A line shorter than this (a name alone) says little about why it was found. */
const telling = 12

/** A cut must not go through a character of two units. */
const whole = (text: string, at: number) => (/[\udc00-\udfff]/.test(text[at] ?? '') ? at - 1 : at)

function cut(line: string, stretches: readonly Stretch[]): Snippet {
  const isShort = line.length <= length
  const [start, end] = stretches[0] ?? [0, 0]
  const from = isShort ? 0 : whole(line, Math.max(0, start - before))
  const to = isShort ? line.length : whole(line, Math.min(line.length, Math.max(from + length, end)))
  const head = from > 0 ? '…' : ''
  const shift = head.length - from
  const highlights = stretches
    .filter((stretch) => stretch[1] > from && stretch[0] < to)
    .map((stretch): Stretch => [Math.max(stretch[0], from) + shift, Math.min(stretch[1], to) + shift])
  return { snippet: `${head}${line.slice(from, to)}${to < line.length ? '…' : ''}`, highlights }
}

/** The line that holds most of the words, of these the first that is more than a name. */
function bestLine(lines: readonly string[], words: readonly (readonly string[])[]): string | undefined {
  let best: { readonly line: string; readonly score: number } | undefined
  for (const line of lines) {
    const folded = fold(line).text
    const held = words.filter((variants) => variants.some((term) => folded.includes(term))).length
    const score = held === 0 ? 0 : held * 2 + (line.length >= telling ? 1 : 0)
    if (score > (best?.score ?? 0)) best = { line, score }
    if (score === words.length * 2 + 1) break
  }
  return best?.line
}

/**
 * The piece of a record that shows why it was found: the line in which most of the words stand, and one more for the words that
 * are not in it. Without a hit in the text, its beginning.
 *
 * @param body the text of a record, one line for each paragraph
 * @param words folded words, each with what it may stand for
 */
export function snippetOf(body: string, words: readonly (readonly string[])[]): Snippet {
  const lines = body.split('\n')
  const first = bestLine(lines, words)
  if (first === undefined) return cut(lines[0] ?? '', [])
  const folded = fold(first).text
  const others = words.filter((variants) => !variants.some((term) => folded.includes(term)))
  const second = others.length > 0 ? bestLine(lines, others) : undefined
  const pieces = [first, ...(second === undefined ? [] : [second])].map((line) => cut(line, stretchesOf(line, words.flat())))
  return pieces.reduce((left, { snippet, highlights }) => {
    const shift = left.snippet.length + 3
    return {
      snippet: `${left.snippet} / ${snippet}`,
      highlights: [...left.highlights, ...highlights.map(([start, end]): Stretch => [start + shift, end + shift])],
    }
  })
}

/** Whether each word, or one of its variants, stands in a line of the text. */
export function holdsAll(text: string, words: readonly (readonly string[])[]): boolean {
  const lines = text.split('\n').map((line) => fold(line).text)
  return words.every((variants) => variants.some((term) => lines.some((line) => line.includes(term))))
}
