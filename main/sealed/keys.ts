import { randomBytes } from 'node:crypto'
import { generateX25519Identity } from 'age-encryption'
import { z } from 'zod'

/** Everything that is secret about a ledger with a passphrase. New at every change of the passphrase, so that an old one ends. */
export const ledgerKeysSchema = z.object({
  /** 32 octets in hex: sealed texts in rows. */
  fieldKey: z.string().regex(/^[0-9a-f]{64}$/),
  /** 32 octets in hex: keyed hashes by which ID numbers are matched. */
  matchingKey: z.string().regex(/^[0-9a-f]{64}$/),
  /** `AGE-SECRET-KEY-1…`: sealed files. */
  fileIdentity: z.string(),
})
export type LedgerKeys = z.infer<typeof ledgerKeysSchema>

const key = () => randomBytes(32).toString('hex')

export async function newLedgerKeys(): Promise<LedgerKeys> {
  return { fieldKey: key(), matchingKey: key(), fileIdentity: await generateX25519Identity() }
}

/** A key for the matching hashes of a ledger without a passphrase. */
export const newMatchingKey = key
