import type { IncomingMessage } from 'node:http'
import { type Refusal, refusals } from './access.ts'

/** Largest call: 4 MiB. A body of 200 MB costs seven times its size in memory once it is parsed. */
export const maxCallOctets = 4 * 1024 ** 2

/** A body may pause this long before it is given up. */
export const idleLimitMs = 20_000

/** Thrown while a body is read; carries what to answer. */
export class BodyRefused extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(refusal.message)
    this.refusal = refusal
  }
}

/** The chunks of a body; one that stops coming is given up after `limitMs`. @throws BodyRefused */
export async function* chunksOf(request: IncomingMessage, limitMs = idleLimitMs): AsyncGenerator<Uint8Array> {
  // The socket must outlive the reading: it carries the refusal.
  const chunks = request.iterator({ destroyOnReturn: false })
  let timer: NodeJS.Timeout | undefined
  try {
    for (;;) {
      const next = chunks.next()
      const late = new Promise<never>((_, reject) => {
        timer = setTimeout(() => reject(new BodyRefused(refusals.slow)), limitMs)
      })
      // Loses the race for good when the body is given up, and fails later when the connection ends.
      next.catch(() => {})
      const result = await Promise.race([next, late])
      clearTimeout(timer)
      if (result.done) return
      yield result.value as Uint8Array
    }
  } finally {
    clearTimeout(timer)
    chunks.return?.().catch(() => {})
  }
}

/** Reads a body of at most `maxOctets` as text. @throws BodyRefused */
async function readText(request: IncomingMessage, maxOctets: number, limitMs: number): Promise<string> {
  const chunks: Uint8Array[] = []
  let octets = 0
  for await (const chunk of chunksOf(request, limitMs)) {
    octets += chunk.length
    if (octets > maxOctets) throw new BodyRefused(refusals.tooLarge)
    chunks.push(chunk)
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks))
  } catch {
    throw new BodyRefused(refusals.malformed)
  }
}

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

/** The envelope of a call. @throws BodyRefused when it is too large, too slow, not JSON or not an envelope */
export async function readEnvelope(request: IncomingMessage, limitMs = idleLimitMs): Promise<{ json?: unknown; meta?: unknown[] }> {
  const text = await readText(request, maxCallOctets, limitMs)
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new BodyRefused(refusals.malformed)
  }
  if (!isEnvelope(value)) throw new BodyRefused(refusals.malformed)
  return value
}
