import { errorCodes } from '#shared/kernel/errors.ts'

/** An answer of either transport, brought to one shape. `body` is what stands in the envelope's `json`. */
export interface Answer {
  readonly status: number
  readonly body: unknown
}

const known: ReadonlySet<string> = new Set(errorCodes)

/** Refusals before a handler is reached, by the code oRPC or the shell gives them. */
const refusals: ReadonlySet<string> = new Set([
  'BAD_REQUEST',
  'NOT_FOUND',
  'METHOD_NOT_SUPPORTED',
  'PAYLOAD_TOO_LARGE',
  'UNSUPPORTED_MEDIA_TYPE',
])

const field = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null && key in value ? (value as Record<string, unknown>)[key] : undefined

/** What is wrong with an answer: null when it is a result, an expected failure or a refusal that says so. */
export function complaintAbout({ status, body }: Answer): string | null {
  if (status >= 200 && status < 300) return null
  // What oRPC says over a port where no procedure has the path: nothing was called.
  if (status === 404 && body === 'No procedure matched') return null
  const code = field(body, 'code')
  if (typeof code !== 'string') return `status ${status} without a code`
  if (status === 422) return known.has(code) && field(body, 'defined') === true ? null : `status 422 with the code ${code}`
  return (status === 400 || (status >= 404 && status <= 415)) && refusals.has(code) ? null : `status ${status}, ${code}`
}
