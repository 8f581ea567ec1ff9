import { scrypt } from 'node:crypto'

/** Terms of scrypt (RFC 7914, section 2): N, r and p. */
export interface ScryptTerms {
  readonly cost: number
  readonly blockSize: number
  readonly parallelism: number
}

/** Octets that a derivation takes for its time: 128 · N · r. */
export const octetsOf = ({ cost, blockSize }: Pick<ScryptTerms, 'cost' | 'blockSize'>): number => 128 * cost * blockSize

let last: Promise<unknown> = Promise.resolve()

/** One derivation at a time: calls that come together would take its memory as many times. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const turn = last.then(work)
  last = turn.catch(() => undefined)
  return turn
}

/** 32 octets from a secret, off the main thread. The same secret typed on another keyboard gives the same octets (NFC). */
export function derivedKey(secret: string, salt: Uint8Array, terms: ScryptTerms): Promise<Buffer> {
  const { cost, blockSize, parallelism } = terms
  const options = { cost, blockSize, parallelization: parallelism, maxmem: octetsOf(terms) * 2 }
  return inTurn(
    () =>
      new Promise((resolve, reject) => {
        scrypt(secret.normalize('NFC'), salt, 32, options, (error, key) => (error ? reject(error) : resolve(key)))
      }),
  )
}
