import { withoutTurns } from '#shared/kernel/text.ts'

/**
 * Text as XML and HTML can hold it and as it is printed: without control characters (tab and line breaks stay), lone surrogates,
 * non-characters, and the characters that turn their neighbours.
 */
export function plainCharacters(text: string): string {
  return withoutTurns(text)
    .toWellFormed()
    .replace(/[\p{Cc}\ufffe\uffff]/gu, (character) => ('\t\n\r'.includes(character) ? character : ''))
}
