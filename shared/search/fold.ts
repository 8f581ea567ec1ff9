/** A text as it is compared, and where each of its characters stood. */
export interface FoldedText {
  readonly text: string
  /** For each UTF-16 unit of `text`, and one more for its end: the character of the original it came from. */
  readonly from: readonly number[]
  /** The end of that character in the original. */
  readonly to: readonly number[]
}

// Signs, spaces and what has no look of its own: a name is padded, a quotation is set in other marks, and it is still
// the same text. Symbols stay: 100℃ and C++ are told apart by them.
const dropped = /[\p{P}\p{Z}\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/u

const known = new Map<string, string>()

/** One character as it is compared: half width, small letters; empty for a sign. */
function foldCharacter(character: string): string {
  const found = known.get(character)
  if (found !== undefined) return found
  const code = character.codePointAt(0) ?? 0
  const half = code >= 0xff01 && code <= 0xff5e ? String.fromCodePoint(code - 0xfee0) : character
  const folded = dropped.test(half) ? '' : half.toLowerCase()
  if (known.size < 50_000) known.set(character, folded)
  return folded
}

/** Folds a text (half width, small letters, no signs, no spaces); NFC must have been made before, as for all stored text. */
export function fold(text: string): FoldedText {
  let folded = ''
  const from: number[] = []
  const to: number[] = []
  let at = 0
  for (const character of text) {
    const next = at + character.length
    const one = foldCharacter(character)
    for (let unit = 0; unit < one.length; unit++) {
      from.push(at)
      to.push(next)
    }
    folded += one
    at = next
  }
  return { text: folded, from, to }
}

/** A text ready for storing and comparing: NFC, and no half of a character. */
export function searchable(text: string): string {
  return text.toWellFormed().normalize('NFC')
}
