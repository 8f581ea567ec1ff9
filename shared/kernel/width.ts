/** Full-width Latin letters, digits and signs as half-width ones, the full-width space as a space: ２０２５ → 2025. */
export function halfWidth(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\uff01-\uff5e]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/[\u3000\u00a0]/g, ' ')
}
