/** `15:00` from what people type: 1500, 15：00, 15.30, 9:5, 9, 下午3点半 stays as it is. Anything unclear is given back. */
export function normalTime(text: string): string {
  const flat = text.normalize('NFKC').trim()
  const match = /^(\d{1,2})[:.时点](\d{1,2})分?$/.exec(flat) ?? /^(\d{1,2})(\d{2})$/.exec(flat) ?? /^(\d{1,2})[时点]?()$/.exec(flat)
  if (!match) return text.trim()
  const hour = Number(match[1])
  const minute = Number(match[2] ?? 0)
  if (hour > 23 || minute > 59) return text.trim()
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}
