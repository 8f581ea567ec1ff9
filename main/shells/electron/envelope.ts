import { isEnvelope, maxCallOctets } from '../web/envelope.ts'

const keys = (value: object, allowed: readonly string[]) => Object.keys(value).every((key) => allowed.includes(key))
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Headers that make oRPC's reader build files, forms or streams; no call of ours has any. */
const isHeaders = (value: unknown) =>
  value === undefined ||
  (isRecord(value) && Object.entries(value).every(([name, text]) => typeof text === 'string' && !/^content-/i.test(name)))

function isRequest(value: unknown): boolean {
  if (!isRecord(value) || !keys(value, ['u', 'b', 'h', 'm'])) return false
  // Procedures are called by POST, which goes without saying in this format; a path is all that an address may be.
  return (
    typeof value['u'] === 'string' &&
    /^(\/\w{1,64}){1,8}$/.test(value['u']) &&
    value['m'] === undefined &&
    isHeaders(value['h']) &&
    (value['b'] === undefined || isEnvelope(value['b']))
  )
}

/**
 * Whether what came through the port is a frame of a call: JSON text `{i, p: {u, b?, h?}}`, or `{i, t: 4}` to cancel
 * one. Anything else makes oRPC's reader reject where nobody listens, which would end the process (DESIGN §6).
 */
export function isCallFrame(data: unknown): data is string {
  if (typeof data !== 'string' || data.length > maxCallOctets || Buffer.byteLength(data) > maxCallOctets) return false
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
