import { fold, searchable } from './fold.ts'

/**
 * Every two neighbouring characters of a text as one word of a full-text index, because no tokenizer of FTS5 finds two
 * Chinese characters. Letters and digits are taken the same way, so that a part of a word or of a number is found too.
 *
 * The words are written in hexadecimal, `5f20x4e09` for 张三: SQLite's own tables of what is a letter end with Unicode 6.1
 * and would break names with rarer characters apart. A run ends with `4e09x0`, which keeps a phrase from running on
 * into the next field and lets one character be found by the beginning of a word.
 */
function gramsOfRun(folded: string): string[] {
  const codes = Array.from(folded, (character) => (character.codePointAt(0) ?? 0).toString(16))
  return codes.map((code, index) => `${code}x${codes[index + 1] ?? '0'}`)
}

/** What the index holds of a text; each line is a run of its own. */
export function gramsOf(text: string): string {
  return text
    .split('\n')
    .flatMap((line) => gramsOfRun(fold(line).text))
    .join(' ')
}

/** The words of a query as they are compared; those of signs alone are left out. */
export function queryTerms(query: string): string[] {
  const terms = searchable(query)
    .split(/\s+/u)
    .map((term) => fold(term).text)
  return [...new Set(terms)].filter((term) => term !== '')
}

/**
 * One word of a query as FTS5: a phrase of its grams. Nothing the user has typed stands in it but as hexadecimal digits, so
 * that it can never be read as syntax.
 */
export function ftsPhrase(term: string): string {
  const grams = gramsOfRun(term)
  // The last gram is the end of a run, which the text need not have at that place.
  return grams.length === 1 ? `"${grams[0]?.slice(0, -1)}"*` : `"${grams.slice(0, -1).join(' ')}"`
}

/** All words must stand in a record; of the variants of a word (a name written in pinyin) any. Empty: nothing to look for. */
export function ftsQuery(words: readonly (readonly string[])[]): string {
  return words.map((variants) => `(${variants.map(ftsPhrase).join(' OR ')})`).join(' AND ')
}
