/** Before this many milliseconds a guess would jump about. */
const MIN_ELAPSED = 2000

/**
 * How long the rest takes at the speed so far: `不到 1 分钟`, `约 3 分钟`, `约 1 小时 20 分钟`. Null while nobody can tell.
 *
 * @param elapsed milliseconds
 * @param done octets in that time
 * @param left octets still to come
 */
export function timeLeftText(elapsed: number, done: number, left: number): string | null {
  if (elapsed < MIN_ELAPSED || done <= 0 || left <= 0) return null
  const minutes = Math.ceil((left / done) * (elapsed / 60_000))
  if (minutes <= 1) return '不到 1 分钟'
  if (minutes < 60) return `约 ${minutes} 分钟`
  const rest = minutes % 60
  return `约 ${Math.floor(minutes / 60)} 小时${rest === 0 ? '' : ` ${rest} 分钟`}`
}
