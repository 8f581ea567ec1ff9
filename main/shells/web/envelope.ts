/** Largest call: 4 MiB. A body of 200 MB costs seven times its size in memory once it is parsed. */
export const maxCallOctets = 4 * 1024 ** 2

const isPathSegment = (value: unknown) => typeof value === 'string' || (Number.isInteger(value) && Number(value) >= 0)

/** `[type, ...path]`: marks of oRPC for values that JSON lacks. */
function isMark(value: unknown): boolean {
  return Array.isArray(value) && value.length <= 64 && Number.isInteger(value[0]) && value.slice(1).every(isPathSegment)
}

/**
 * True for the envelope of an oRPC call, `{ json, meta? }`, and nothing else. Anything else reaches oRPC's reader as
 * something it was not made for.
 */
export function isEnvelope(value: unknown): value is { json?: unknown; meta?: unknown[] } {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  if (!Object.keys(value).every((key) => key === 'json' || key === 'meta')) return false
  if (!('json' in value)) return false
  const meta = 'meta' in value ? value.meta : []
  return Array.isArray(meta) && meta.length <= 10_000 && meta.every(isMark)
}
