import { maxStagedOctets } from '../../files/staging.ts'
import { maxCallOctets } from '../web/envelope.ts'
import type { RouteRule } from './access.ts'

/** What a path leads to. `rest` is the one decoded segment behind a prefix. */
export interface Route {
  readonly kind: 'start' | 'call' | 'upload' | 'alive' | 'presence' | 'document' | 'attachment' | 'font' | 'page'
  readonly rule: RouteRule
  readonly rest: string
}

const get: RouteRule = { method: 'GET' }
const call: RouteRule = { method: 'POST', mediaType: 'application/json', maxOctets: maxCallOctets }
const upload: RouteRule = { method: 'POST', mediaType: 'application/octet-stream', maxOctets: maxStagedOctets }

const exact: Readonly<Record<string, Omit<Route, 'rest'>>> = {
  '/start': { kind: 'start', rule: { method: 'GET', isStart: true } },
  '/upload': { kind: 'upload', rule: upload },
  '/alive': { kind: 'alive', rule: get },
  '/presence.js': { kind: 'presence', rule: get },
}

const prefixes: readonly (readonly [string, Omit<Route, 'rest'>])[] = [
  ['/rpc/', { kind: 'call', rule: call }],
  ['/documents/', { kind: 'document', rule: get }],
  ['/attachments/', { kind: 'attachment', rule: get }],
  ['/fonts/', { kind: 'font', rule: get }],
]

/** Path and query of a request target, decoded; null for a target that is no path of ours (RFC 9112 §3.2). */
export function parseTarget(target: string | undefined): { readonly path: string; readonly query: URLSearchParams } | null {
  if (target === undefined || !target.startsWith('/') || target.startsWith('//')) return null
  const at = target.indexOf('?')
  try {
    const path = decodeURIComponent(at < 0 ? target : target.slice(0, at))
    return path.includes('\0') ? null : { path, query: new URLSearchParams(at < 0 ? '' : target.slice(at + 1)) }
  } catch {
    return null
  }
}

/** The route of a decoded path; everything that is not ours by name is a file of the page. */
export function routeOf(path: string): Route {
  const own = Object.hasOwn(exact, path) ? exact[path] : undefined
  if (own) return { ...own, rest: '' }
  for (const [prefix, route] of prefixes) if (path.startsWith(prefix)) return { ...route, rest: path.slice(prefix.length) }
  return { kind: 'page', rule: get, rest: path }
}
