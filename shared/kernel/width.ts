/** Full-width Latin letters, digits and signs as half-width ones, the full-width space as a space: ２０２５ → 2025. */
export function halfWidth(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\uff01-\uff5e]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/[\u3000\u00a0]/g, ' ')
}

const FULL: Readonly<Record<string, string>> = { ',': '，', ';': '；', ':': '：', '(': '（', ')': '）', '?': '？', '!': '！' }

/** The signs of a Chinese text full-width again, where `halfWidth` was only used for reading it. */
export function fullWidthSigns(text: string): string {
  return /\p{Script=Han}/u.test(text) ? text.replace(/[,;:()?!]/g, (sign) => FULL[sign] as string) : text
}
