/** Whether letters may stand for a name; the reading of names is loaded when it is first needed. */
export type LetterMatch = (letters: string, name: string) => boolean

/** The names a text may stand for, typed in characters or as pinyin initials; all of them for an empty text. */
export function namesFor(text: string, names: readonly string[], matches: LetterMatch): string[] {
  const typed = text.trim().toLowerCase()
  return typed === '' ? [...names] : names.filter((name) => name.includes(text.trim()) || matches(typed, name))
}

/**
 * `zs、wd` → 张三、吴丁: pieces of letters that stand for exactly one name become that name; everything else is left as
 * it was typed. Separators become 、 only where something was replaced.
 */
export function resolveLetters(text: string, names: readonly string[], matches: LetterMatch): string {
  const pieces = text.split(/[、，,；;\s]+/u).filter((piece) => piece !== '')
  const resolved = pieces.map((piece) => {
    if (!/^[a-zA-Z]{2,}$/.test(piece)) return piece
    const meant = [...new Set(names.filter((name) => matches(piece.toLowerCase(), name)))]
    return meant.length === 1 ? (meant[0] as string) : piece
  })
  return resolved.some((piece, index) => piece !== pieces[index]) ? resolved.join('、') : text
}
