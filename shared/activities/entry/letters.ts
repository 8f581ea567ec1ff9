/** Whether letters may stand for a name; the reading of names is loaded when it is first needed. */
export type LetterMatch = (letters: string, name: string) => boolean

/** The names a text may stand for, typed in characters or as pinyin initials; all of them for an empty text. */
export function namesFor(text: string, names: readonly string[], matches: LetterMatch): string[] {
  const typed = text.trim().toLowerCase()
  return typed === '' ? [...names] : names.filter((name) => name.includes(text.trim()) || matches(typed, name))
}

const areLetters = (text: string) => /^[a-zA-Z]{2,}$/.test(text)
const standFor = (text: string, names: readonly string[], matches: LetterMatch) => [
  ...new Set(names.filter((name) => matches(text.toLowerCase(), name))),
]

/** The name that was typed: letters become the one name they stand for, null where they stand for several; else as typed. */
export function nameTyped(text: string, names: readonly string[], matches: LetterMatch): string | null {
  const meant = areLetters(text) ? standFor(text, names, matches) : []
  return meant.length > 1 ? null : (meant[0] ?? text)
}

/**
 * `zs、wd` → 张三、吴丁: pieces of letters that stand for exactly one name become that name; everything else is left as
 * it was typed. Separators become 、 only where something was replaced.
 */
export function resolveLetters(text: string, names: readonly string[], matches: LetterMatch): string {
  const pieces = text.split(/[、，,；;\s]+/u).filter((piece) => piece !== '')
  const resolved = pieces.map((piece) => {
    if (!areLetters(piece)) return piece
    const meant = standFor(piece, names, matches)
    return meant.length === 1 ? (meant[0] as string) : piece
  })
  return resolved.some((piece, index) => piece !== pieces[index]) ? resolved.join('、') : text
}
