/** What bagit.txt declares (RFC 8493 §2.1.1). */
export interface Declaration {
  readonly version: string
  readonly encoding: string
}

/** bagit.txt of every bag that this program writes. */
export const declarationText = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n'

/** Versions whose rules are known. */
export const knownVersions = ['0.93', '0.94', '0.95', '0.96', '0.97', '1.0'] as const

/** Lines of a text tag file: ended by LF, CR or CRLF; the last may lack its end (RFC 8493 §2.3). */
export function tagFileLines(text: string): string[] {
  const lines = text.split(/\r\n|\r|\n/)
  if (lines.at(-1) === '') lines.pop()
  return lines
}

/**
 * Reads bagit.txt, to the letter: exactly two lines in this order, no byte-order mark; from 1.0 on one space or tab
 * after the colon and none before it. Null when it is malformed.
 */
export function parseDeclaration(text: string): Declaration | null {
  const lines = tagFileLines(text)
  if (lines.length !== 2) return null
  const version = /^BagIt-Version([ \t]*):([ \t]*)(\d+\.\d+)([ \t]*)$/i.exec(lines[0] ?? '')
  const encoding = /^Tag-File-Character-Encoding([ \t]*):([ \t]*)([!-~]+)([ \t]*)$/i.exec(lines[1] ?? '')
  if (!version || !encoding) return null
  const isStrict = !(version[3] ?? '').startsWith('0.')
  if (isStrict && [version, encoding].some((match) => match[1] !== '' || match[2]?.length !== 1 || match[4] !== '')) return null
  return { version: version[3] ?? '', encoding: encoding[3] ?? '' }
}

/** One element of bag-info.txt. Order and repetition are significant (RFC 8493 §2.2.2). */
export type InfoElement = readonly [label: string, value: string]

/** Values on one line each: line ends in a value become spaces. */
export function printBagInfo(elements: readonly InfoElement[]): string {
  return elements.map(([label, value]) => `${label}: ${value.replace(/\s*[\r\n]+\s*/g, ' ').trim()}\n`).join('')
}

/**
 * Reads bag-info.txt. `malformed` counts lines from 1. Continued lines are joined by one space.
 *
 * @param isStrict RFC 8493 (no white space before the colon, one after it); older drafts allow any
 */
export function parseBagInfo(text: string, isStrict: boolean): { readonly elements: InfoElement[]; readonly malformed: number[] } {
  const elements: [string, string][] = []
  const malformed: number[] = []
  for (const [index, line] of tagFileLines(text).entries()) {
    const last = elements.at(-1)
    if (/^[ \t]/.test(line) && last) {
      last[1] = `${last[1]} ${line.trim()}`.trim()
      continue
    }
    const match = isStrict
      ? /^([^\s:](?:[^:]*[^\s:])?):[ \t](.*)$/s.exec(line)
      : /^([^\s:](?:[^:]*[^\s:])?)[ \t]*:[ \t]*(.*)$/s.exec(line)
    if (match) elements.push([match[1] ?? '', (match[2] ?? '').trim()])
    else malformed.push(index + 1)
  }
  return { elements, malformed }
}

/** Values of a reserved label; labels are compared without regard to case. */
export function infoValues(elements: readonly InfoElement[], label: string): string[] {
  return elements.filter(([name]) => name.toLowerCase() === label.toLowerCase()).map(([, value]) => value)
}

/** `279164409832.1198` → octets and files; null when malformed. */
export function parsePayloadOxum(value: string): { readonly octets: number; readonly files: number } | null {
  const match = /^(\d{1,15})\.(\d{1,9})$/.exec(value)
  return match ? { octets: Number(match[1]), files: Number(match[2]) } : null
}
