import { plainCharacters } from './plain-characters.ts'

/** Text as HTML text or attribute value: markup in it stays text. */
export function escapeHtml(text: string): string {
  return plainCharacters(text).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}

/** A CSS string in quotes; everything but letters, digits and Han is escaped, so that it can end neither string nor style. */
export function cssString(text: string): string {
  const safe = /[\p{Script=Han}A-Za-z0-9 \-、]/u
  return `"${[...text].map((c) => (safe.test(c) ? c : `\\${(c.codePointAt(0) ?? 0).toString(16)} `)).join('')}"`
}

// 张　三、 with its padding, （星期五）, 15:00—16:50: torn over two lines they are misread.
const unbroken = /（星期.）|\p{Script=Han}\u3000\p{Script=Han}、?|\d{1,2}:\d{2}(?:—\d{1,2}:\d{2})?/gu

/** Escaped text in which padded names and times stay on one line. */
export function inlineHtml(text: string): string {
  let html = ''
  let end = 0
  for (const match of text.matchAll(unbroken)) {
    html += `${escapeHtml(text.slice(end, match.index))}<span class="keep">${escapeHtml(match[0])}</span>`
    end = match.index + match[0].length
  }
  return html + escapeHtml(text.slice(end))
}

/** A cell of a table, where a date moves to the next line as one wherever its column can hold it. */
export const cellHtml = (text: string): string =>
  inlineHtml(text).replace(/（?\d{4}年\d{1,2}月\d{1,2}日）?/gu, '<span class="together">$&</span>')

/** A label as wide as four characters: 主 持 人, 地　　点. The spacing is style; the text stays 主持人. */
export function labelHtml(label: string): string {
  const characters = [...label]
  if (characters.length !== 2 && characters.length !== 3) return escapeHtml(label)
  const head = characters.slice(0, -1).join('')
  return `<span class="spread${characters.length}">${escapeHtml(head)}</span>${escapeHtml(characters.at(-1) ?? '')}`
}
