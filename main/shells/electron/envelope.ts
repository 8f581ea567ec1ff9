/** Largest frame: 4 MiB of text, as in the browser shell. */
export const maxFrameOctets = 4 * 1024 ** 2

const keys = (value: object, allowed: readonly string[]) => Object.keys(value).every((key) => allowed.includes(key))
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Headers that make oRPC's reader build files, forms or streams; no call of ours has any. */
const isHeaders = (value: unknown) =>
  value === undefined ||
  (isRecord(value) && Object.entries(value).every(([name, text]) => typeof text === 'string' && !/^content-/i.test(name)))

const isPathSegment = (value: unknown) => typeof value === 'string' || (Number.isInteger(value) && Number(value) >= 0)

/** `[type, ...path]`: marks of oRPC for values that JSON lacks. */
const isMark = (value: unknown) =>
  Array.isArray(value) && value.length <= 64 && Number.isInteger(value[0]) && value.slice(1).every(isPathSegment)

const isMeta = (value: unknown) => value === undefined || (Array.isArray(value) && value.length <= 10_000 && value.every(isMark))

const isBody = (value: unknown) =>
  value === undefined || (isRecord(value) && keys(value, ['json', 'meta']) && 'json' in value && isMeta(value['meta']))

function isRequest(value: unknown): boolean {
  if (!isRecord(value) || !keys(value, ['u', 'b', 'h', 'm'])) return false
  // Procedures are called by POST, which goes without saying in this format; a path is all that an address may be.
  return (
    typeof value['u'] === 'string' &&
    /^(\/\w{1,64}){1,8}$/.test(value['u']) &&
    value['m'] === undefined &&
    isHeaders(value['h']) &&
    isBody(value['b'])
  )
}

/**
 * Whether what came through the port is a frame of a call: JSON text `{i, p: {u, b?, h?}}`, or `{i, t: 4}` to cancel
 * one. Anything else makes oRPC's reader reject where nobody listens, which would end the process (DESIGN §6).
 */
export function isCallFrame(data: unknown): data is string {
  if (typeof data !== 'string' || data.length > maxFrameOctets || Buffer.byteLength(data) > maxFrameOctets) return false
  let frame: unknown
  try {
    frame = JSON.parse(data)
  } catch {
    return false
  }
  if (!isRecord(frame) || !keys(frame, ['i', 't', 'p'])) return false
  if (typeof frame['i'] !== 'string' || !/^[\w-]{1,64}$/.test(frame['i'])) return false
  if (frame['t'] === 4) return frame['p'] === undefined || frame['p'] === null
  return (frame['t'] === undefined || frame['t'] === 1) && isRequest(frame['p'])
}
