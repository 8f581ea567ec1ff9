import { createHmac } from 'node:crypto'
import type { MemberDetail } from '#shared/members/schema.ts'
import type { OpenLedger } from '../ledger/open-ledger.ts'
import type { Database } from '../platform/database/driver.ts'

/**
 * The one way to sealed fields (DESIGN §4): ID number, phones, address. They stand in a table of their own that no
 * history, search index, log or pack reads.
 */
export type SealedFields = MemberDetail['masked']

const EMPTY: SealedFields = { idNumber: '', mobile: '', phone: '', address: '' }

/** Keyed hash of an ID number: the same number gives the same key in this ledger, and no other ledger's. */
export function idNumberKey(ledger: OpenLedger, idNumber: string): string {
  return createHmac('sha256', ledger.matchingKey).update(idNumber.toUpperCase()).digest('hex')
}

/** Writes those fields that are given; inside a transaction. An empty text clears a field. */
export function sealFields(ledger: OpenLedger, personId: string, fields: Partial<SealedFields>): void {
  const next = { ...unsealFields(ledger.db, personId), ...fields }
  ledger.db.run(
    `INSERT INTO person_sealed (person_id, id_number, id_number_key, mobile, phone, address) VALUES (?,?,?,?,?,?)
     ON CONFLICT (person_id) DO UPDATE SET id_number = excluded.id_number, id_number_key = excluded.id_number_key,
       mobile = excluded.mobile, phone = excluded.phone, address = excluded.address`,
    personId,
    next.idNumber,
    next.idNumber === '' ? null : idNumberKey(ledger, next.idNumber),
    next.mobile,
    next.phone,
    next.address,
  )
}

/** The fields in the clear, for matching and for the lock's own readers only. */
export function unsealFields(db: Database, personId: string): SealedFields {
  const row = db.get<{ id_number: string; mobile: string; phone: string; address: string }>(
    'SELECT id_number, mobile, phone, address FROM person_sealed WHERE person_id = ?',
    personId,
  )
  return row ? { idNumber: row.id_number, mobile: row.mobile, phone: row.phone, address: row.address } : { ...EMPTY }
}

/** Person with this ID number, or null. */
export function personIdByIdNumber(ledger: OpenLedger, idNumber: string): string | null {
  const key = idNumberKey(ledger, idNumber)
  return ledger.db.get<{ person_id: string }>('SELECT person_id FROM person_sealed WHERE id_number_key = ?', key)?.person_id ?? null
}

const mask = (text: string, head: number, tail: number) =>
  text.length <= head + tail
    ? '*'.repeat(text.length)
    : `${text.slice(0, head)}${'*'.repeat(text.length - head - tail)}${text.slice(-tail)}`

/** 350102********1234, 138****5678: what is shown by default (DOMAIN 7.4). */
export function maskFields(fields: SealedFields): SealedFields {
  return {
    idNumber: mask(fields.idNumber, 6, 4),
    mobile: mask(fields.mobile, 3, 4),
    phone: mask(fields.phone, 0, 4),
    address: fields.address === '' ? '' : mask(fields.address, 3, 0),
  }
}
