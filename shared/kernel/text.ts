/** Unicode NFC: one spelling of one name, so that comparing and searching agree with the eye. */
export function nfc(text: string): string {
  return text.normalize('NFC')
}

/**
 * A person's name as it is stored: NFC, without the full-width space that offices put between the two
 * characters of a short name, and without spaces at the edges. The middle dot of minority names and a space
 * between Latin words stay.
 */
export function normalName(text: string): string {
  const flat = nfc(text)
    .replace(/[\u3000\u00a0\t\r\n]/g, ' ')
    .trim()
  // A space between two Han characters is padding; between Latin words it belongs to the name.
  return flat.replace(/(?<=\p{Script=Han}) +(?=\p{Script=Han})/gu, '').replace(/ {2,}/g, ' ')
}

/** `张　三`: two-character names padded with one full-width space, as in every printed list of names. */
export function paddedName(name: string): string {
  const characters = [...name]
  const isHan = characters.every((c) => /\p{Script=Han}/u.test(c))
  return characters.length === 2 && isHan ? `${characters[0]}\u3000${characters[1]}` : name
}

/**
 * Text without the invisible characters that turn what stands beside them (U+202A–202E, U+2066–2069). Scripts that run from
 * right to left need none of them; with them `\u202egpj.exe` looks like `exe.jpg`, and one name in a list turns the next. What is
 * stored keeps them; what is shown and printed does without.
 */
export function withoutTurns(text: string): string {
  return text.replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
}

const CHINESE_DIGITS = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const

/** 1 → 一, 12 → 十二, 21 → 二十一 (1 to 99): the numbering of agenda items. */
export function chineseOrdinal(n: number): string {
  if (!Number.isInteger(n) || n < 1 || n > 99) return String(n)
  const tens = Math.floor(n / 10)
  const ones = n % 10
  const head = tens === 0 ? '' : tens === 1 ? '十' : `${CHINESE_DIGITS[tens]}十`
  return `${head}${ones === 0 ? '' : CHINESE_DIGITS[ones]}`
}

/** The first `units` UTF-16 units, the unit of every limit here; a character of two units is never cut in half. */
export function cut(text: string, units: number): string {
  const start = text.slice(0, units)
  return start.length < text.length && /[\ud800-\udbff]$/.test(start) ? start.slice(0, -1) : start
}
