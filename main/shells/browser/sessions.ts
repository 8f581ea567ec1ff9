import { createHash, randomBytes } from 'node:crypto'

/** Who may talk to the server: start codes, each good for one exchange, and the cookies they were exchanged for. */
export interface Sessions {
  /** A new start code of 256 bits in hex. Only the newest few stay good. */
  newCode(): string
  /** The session of a start code, which is used up by this; null for any other text. */
  exchange(code: string): string | null
  isKnown(session: string): boolean
}

const KEPT_CODES = 5

const secret = () => randomBytes(32).toString('hex')

/** Secrets are kept and looked up by hash, so that no comparison depends on how much of a guess is right. */
const digest = (text: string) => createHash('sha256').update(text).digest('hex')

export function openSessions(): Sessions {
  const codes = new Set<string>()
  const sessions = new Set<string>()
  return {
    newCode() {
      const code = secret()
      codes.add(digest(code))
      for (const old of [...codes].slice(0, -KEPT_CODES)) codes.delete(old)
      return code
    },
    exchange(code) {
      if (!codes.delete(digest(code))) return null
      const session = secret()
      sessions.add(digest(session))
      return session
    },
    isKnown: (session) => sessions.has(digest(session)),
  }
}

/** Cookies do not know ports: the name carries it, so that two programs on one machine keep apart. */
export const cookieName = (port: number) => `branch-handbook-${port}`

/** Value of one cookie of a `Cookie` header (RFC 6265 §4.2.1), or an empty text. */
export function cookieValue(header: string | undefined, name: string): string {
  for (const pair of (header ?? '').split(';')) {
    const at = pair.indexOf('=')
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim()
  }
  return ''
}
