import { AppError } from '#shared/kernel/errors.ts'
import type { Database } from '../platform/database/driver.ts'
import { decryptText, encryptText } from './cipher.ts'
import { type LedgerKeys, newMatchingKey } from './keys.ts'

/** How sealed texts of an open ledger are written and read: in the clear without a passphrase, otherwise under its keys. */
export interface Vault {
  /** Whether this ledger has a passphrase. */
  readonly isSet: boolean
  /** Has a passphrase that nobody has given yet. */
  readonly isLocked: boolean
  /** The keys while it is unlocked; null without a passphrase. @throws AppError LEDGER_LOCKED */
  keys(): LedgerKeys | null
  /** Key of the keyed hashes of ID numbers. @throws AppError LEDGER_LOCKED */
  matchingKey(): string
  /** A text as the row at `place` stores it. An empty text stays empty. @throws AppError LEDGER_LOCKED */
  seal(place: string, text: string): string
  /** The text of a stored one. @throws AppError LEDGER_LOCKED; SEALED_UNREADABLE when it was changed past the program */
  open(place: string, stored: string): string
  /** From now on with these keys; null: in the clear. The rows are the caller's business. */
  use(keys: LedgerKeys | null): void
  /** Forgets the keys until they are given again. */
  lock(): void
}

const matchingKeyName = 'matching_key'

/** Keeps the matching key of a ledger without a passphrase; null removes it. Inside a transaction. */
export function putPlainMatchingKey(db: Database, key: string | null): void {
  db.run('DELETE FROM installation WHERE key = ?', matchingKeyName)
  if (key !== null) db.run('INSERT INTO installation (key, value) VALUES (?, ?)', matchingKeyName, key)
}

function plainMatchingKey(db: Database): string {
  const found = db.get<{ value: string }>('SELECT value FROM installation WHERE key = ?', matchingKeyName)
  if (found) return found.value
  const made = newMatchingKey()
  db.transaction(() => putPlainMatchingKey(db, made))
  return made
}

/** The vault of a ledger that has just been opened: locked when it has a passphrase. */
export function openVault(db: Database): Vault {
  let isSet = db.get('SELECT 1 AS one FROM key_slot LIMIT 1') !== undefined
  let current: LedgerKeys | null = null
  let matching = isSet ? '' : plainMatchingKey(db)
  const keys = () => {
    if (isSet && current === null) throw new AppError('LEDGER_LOCKED')
    return current
  }
  const keyOf = ({ fieldKey }: LedgerKeys) => Buffer.from(fieldKey, 'hex')
  return {
    get isSet() {
      return isSet
    },
    get isLocked() {
      return isSet && current === null
    },
    keys,
    matchingKey: () => keys()?.matchingKey ?? matching,
    seal: (place, text) => {
      const held = keys()
      return held === null || text === '' ? text : encryptText(keyOf(held), place, text)
    },
    open: (place, stored) => {
      const held = keys()
      if (held === null || stored === '') return stored
      const text = decryptText(keyOf(held), place, stored)
      if (text === null) throw new AppError('SEALED_UNREADABLE')
      return text
    },
    use: (next) => {
      isSet = next !== null
      current = next
      matching = next === null ? plainMatchingKey(db) : ''
    },
    lock: () => {
      current = null
    },
  }
}
