import { randomBytes } from 'node:crypto'
import type { Database } from '../platform/database/driver.ts'
import { decryptText, encryptText } from './cipher.ts'
import { derivedKey, octetsOf, type ScryptTerms } from './derive.ts'
import { type LedgerKeys, ledgerKeysSchema } from './keys.ts'

export type SlotKind = 'passphrase' | 'recovery'

/** One wrapping of the keys. */
export interface KeySlot {
  readonly kind: SlotKind
  /** Base64. */
  readonly salt: string
  readonly cost: number
  readonly blockSize: number
  readonly parallelism: number
  readonly wrapped: string
  readonly setAt: string
}

// One of OWASP's equally strong terms for scrypt: 32 MiB, so that a small office machine can, and a few tenths of a second a guess.
const COST = 2 ** 15
const BLOCK_SIZE = 8
const PARALLELISM = 3

/** Most memory that the terms of a slot may ask for. */
const MAX_OCTETS = 256 * 1024 ** 2

const derived = (secret: string, slot: ScryptTerms & Pick<KeySlot, 'salt'>) =>
  derivedKey(secret, Buffer.from(slot.salt, 'base64'), slot)

const placeOf = (kind: SlotKind) => `key_slot:${kind}`

/** Wraps `keys` under a passphrase or a recovery code; about a third of a second, off the main thread. */
export async function makeSlot(kind: SlotKind, secret: string, keys: LedgerKeys, setAt: string): Promise<KeySlot> {
  const terms = {
    salt: randomBytes(16).toString('base64'),
    cost: COST,
    blockSize: BLOCK_SIZE,
    parallelism: PARALLELISM,
  }
  return { kind, ...terms, wrapped: encryptText(await derived(secret, terms), placeOf(kind), JSON.stringify(keys)), setAt }
}

/** The keys, or null for a wrong secret. */
export async function openSlot(slot: KeySlot, secret: string): Promise<LedgerKeys | null> {
  // What a changed file asks for must not take the machine's memory.
  if (octetsOf(slot) > MAX_OCTETS || slot.parallelism > 4) return null
  const text = decryptText(await derived(secret, slot), placeOf(slot.kind), slot.wrapped)
  const parsed = text === null ? null : ledgerKeysSchema.safeParse(JSON.parse(text))
  return parsed?.success ? parsed.data : null
}

/** The slots of a ledger; none without a passphrase. */
export function selectSlots(db: Database): KeySlot[] {
  return db.all<KeySlot & Record<string, never>>(
    `SELECT kind, salt, cost, block_size AS blockSize, parallelism, wrapped, set_at AS setAt FROM key_slot ORDER BY kind`,
  )
}

/** Puts these slots in the place of all others; inside a transaction. */
export function replaceSlots(db: Database, slots: readonly KeySlot[]): void {
  db.run('DELETE FROM key_slot')
  for (const slot of slots) {
    db.run(
      'INSERT INTO key_slot (kind, salt, cost, block_size, parallelism, wrapped, set_at) VALUES (?,?,?,?,?,?,?)',
      slot.kind,
      slot.salt,
      slot.cost,
      slot.blockSize,
      slot.parallelism,
      slot.wrapped,
      slot.setAt,
    )
  }
}
