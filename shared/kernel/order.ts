/** Comparison by code point, so that an order never depends on the machine's language settings. */
export function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
