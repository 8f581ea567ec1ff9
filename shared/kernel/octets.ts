const UNITS = ['字节', 'KB', 'MB', 'GB', 'TB'] as const

/** `1.2 GB`, `340 KB`, `12 字节`: a size as Windows shows it, in steps of 1024. */
export function octetsText(octets: number): string {
  let value = octets
  let unit = 0
  while (value >= 1024 && unit < UNITS.length - 1) {
    value /= 1024
    unit += 1
  }
  const rounded = unit === 0 || value >= 100 ? Math.round(value) : Math.round(value * 10) / 10
  return `${rounded} ${UNITS[unit]}`
}
