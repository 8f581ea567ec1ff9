import { TextDecoder } from 'node:util'

/** Longest line of a tag file that is read, in characters; no file system has longer paths. */
export const maxLineLength = 16_384

/** A tag file that cannot be read as text: wrong encoding, or a line without end. */
export class TagTextError extends Error {
  readonly reason: 'encoding' | 'longLine'

  constructor(reason: 'encoding' | 'longLine') {
    super(reason)
    this.reason = reason
  }
}

/** A decoder for a declared encoding, or null when this system does not know it. */
function decoderFor(encoding: string, head: Uint8Array): TextDecoder | null {
  // Registered as one name for both orders; the mark at the beginning decides.
  const label = /^utf-?16$/i.test(encoding) && head[0] === 0xfe && head[1] === 0xff ? 'utf-16be' : encoding
  try {
    const decoder = new TextDecoder(label, { fatal: true })
    // RFC 8493 §2.3: no mark in UTF-8; kept, it makes the first line malformed, as it should be.
    return decoder.encoding === 'utf-8' ? new TextDecoder(label, { fatal: true, ignoreBOM: true }) : decoder
  } catch {
    return null
  }
}

/** True when text in this encoding can be read here. */
export function knowsEncoding(encoding: string): boolean {
  return decoderFor(encoding, new Uint8Array()) !== null
}

/**
 * The lines of a text tag file, ended by LF, CR or CRLF, one after the other, so that its size does not matter.
 *
 * @throws TagTextError
 */
export async function* linesOf(content: AsyncIterable<Uint8Array>, encoding: string): AsyncIterable<string> {
  let decoder: TextDecoder | null = null
  let rest = ''
  const decode = (chunk?: Uint8Array) => {
    try {
      decoder ??= decoderFor(encoding, chunk ?? new Uint8Array())
      if (!decoder) throw new TagTextError('encoding')
      return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode()
    } catch {
      throw new TagTextError('encoding')
    }
  }
  const take = function* (text: string, isLast: boolean) {
    rest += text
    // A CR at the end may be half of a CRLF.
    const held = !isLast && rest.endsWith('\r') ? '\r' : ''
    const lines = rest.slice(0, rest.length - held.length).split(/\r\n|\r|\n/)
    rest = `${lines.pop() ?? ''}${held}`
    for (const line of lines) {
      if (line.length > maxLineLength) throw new TagTextError('longLine')
      yield line
    }
    if (rest.length > maxLineLength) throw new TagTextError('longLine')
  }
  for await (const chunk of content) yield* take(decode(chunk), false)
  yield* take(decode(), true)
  if (rest !== '') yield rest
}
