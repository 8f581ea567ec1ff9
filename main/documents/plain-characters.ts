/** Text as XML and HTML can hold it: without control characters (tab and line breaks stay), lone surrogates and non-characters. */
export function plainCharacters(text: string): string {
  return text.toWellFormed().replace(/[\p{Cc}\ufffe\uffff]/gu, (character) => ('\t\n\r'.includes(character) ? character : ''))
}
