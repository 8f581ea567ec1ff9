import type { IncomingHttpHeaders } from 'node:http'

/** Why a request is turned away; `code` is in the words of oRPC's common errors. */
export interface Refusal {
  readonly status: number
  readonly code: string
  readonly message: string
}

export const refusals = {
  malformed: { status: 400, code: 'BAD_REQUEST', message: 'malformed request' },
  noSession: { status: 401, code: 'UNAUTHORIZED', message: 'no session' },
  foreign: { status: 403, code: 'FORBIDDEN', message: 'foreign host or origin' },
  unknown: { status: 404, code: 'NOT_FOUND', message: 'nothing here' },
  method: { status: 405, code: 'METHOD_NOT_SUPPORTED', message: 'method not allowed' },
  slow: { status: 408, code: 'TIMEOUT', message: 'the body came too slowly' },
  tooLarge: { status: 413, code: 'PAYLOAD_TOO_LARGE', message: 'body too large' },
  mediaType: { status: 415, code: 'UNSUPPORTED_MEDIA_TYPE', message: 'content type not allowed' },
} as const satisfies Record<string, Refusal>

/** One thing the server answers, and what a request must look like to reach it. */
export interface RouteRule {
  readonly method: 'GET' | 'POST'
  /** True only for the exchange of the start code: it comes from a local file and has no session yet. */
  readonly isStart?: boolean
  /** The one media type that is taken. */
  readonly mediaType?: string
  /** Largest body in octets. */
  readonly maxOctets?: number
}

/** What is looked at, apart from the body. */
export interface Head {
  readonly method: string
  readonly headers: IncomingHttpHeaders
}

/** `application/json` of `application/json; charset=utf-8`. */
function mediaTypeOf(header: string | undefined): string {
  return (header ?? '').split(';')[0]?.trim().toLowerCase() ?? ''
}

/**
 * Whether a request comes from our own page. Host is compared exactly (a foreign name that resolves to 127.0.0.1 would
 * otherwise read the answers), Origin is demanded on every POST, and what a browser says about where a request comes
 * from is believed: a page of another local port is "same-site" and would be sent our cookie.
 */
export function originRefusal(head: Head, authority: string, rule: RouteRule | null): Refusal | null {
  const { host, origin } = head.headers
  const site = head.headers['sec-fetch-site']
  if (host !== authority) return refusals.foreign
  if (rule?.isStart) return null
  if (origin !== undefined && origin !== `http://${authority}`) return refusals.foreign
  if (head.method !== 'GET' && origin === undefined) return refusals.foreign
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return refusals.foreign
  return null
}

/** Everything that can be said about a request before its body is read; null when it may go on. */
export function refusalOf(head: Head, authority: string, rule: RouteRule | null, hasSession: () => boolean): Refusal | null {
  const foreign = originRefusal(head, authority, rule)
  if (foreign) return foreign
  if (!rule?.isStart && !hasSession()) return refusals.noSession
  if (!rule) return refusals.unknown
  if (head.method !== rule.method) return refusals.method
  if (rule.method === 'GET') return null
  if (mediaTypeOf(head.headers['content-type']) !== rule.mediaType) return refusals.mediaType
  if (head.headers['content-encoding'] !== undefined) return refusals.mediaType
  if (rule.maxOctets !== undefined && Number(head.headers['content-length'] ?? 0) > rule.maxOctets) return refusals.tooLarge
  return null
}
