import type { IncomingMessage } from 'node:http'
import { isEnvelope, maxCallOctets } from '../web/envelope.ts'
import { type Refusal, refusals } from './access.ts'

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
