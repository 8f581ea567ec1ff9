import { createHmac } from 'node:crypto'
import type { MemberDetail } from '#shared/members/schema.ts'
import type { OpenLedger } from '../ledger/open-ledger.ts'

/**
 * The one way to sealed fields (DESIGN §4): ID number, phones, address. They stand in a table of their own that no
 * history, search index, log or pack reads, encrypted when the ledger has a passphrase.
 */
export type SealedFields = MemberDetail['masked']

const EMPTY: SealedFields = { idNumber: '', mobile: '', phone: '', address: '' }

const placeOf = (personId: string, field: keyof SealedFields) => `person_sealed:${personId}:${field}`

/** Keyed hash of an ID number: the same number gives the same key in this ledger, and no other ledger's. */
export function idNumberKey(ledger: OpenLedger, idNumber: string): string {
  return createHmac('sha256', ledger.vault.matchingKey()).update(idNumber.toUpperCase()).digest('hex')
}

/** Writes those fields that are given; inside a transaction. An empty text clears a field. @throws AppError LEDGER_LOCKED */
export function sealFields(ledger: OpenLedger, personId: string, fields: Partial<SealedFields>): void {
  putFields(ledger, personId, { ...unsealFields(ledger, personId), ...fields })
}

/** Writes all fields, whatever was there. Inside a transaction. @throws AppError LEDGER_LOCKED */
export function putFields(ledger: OpenLedger, personId: string, next: SealedFields): void {
  const sealed = (field: keyof SealedFields) => ledger.vault.seal(placeOf(personId, field), next[field])
  ledger.db.run(
    `INSERT INTO person_sealed (person_id, id_number, id_number_key, mobile, phone, address) VALUES (?,?,?,?,?,?)
     ON CONFLICT (person_id) DO UPDATE SET id_number = excluded.id_number, id_number_key = excluded.id_number_key,
       mobile = excluded.mobile, phone = excluded.phone, address = excluded.address`,
    personId,
    sealed('idNumber'),
    next.idNumber === '' ? null : idNumberKey(ledger, next.idNumber),
    sealed('mobile'),
    sealed('phone'),
    sealed('address'),
  )
}

/** The fields in the clear, for matching and for the lock's own readers only. @throws AppError LEDGER_LOCKED */
export function unsealFields(ledger: OpenLedger, personId: string): SealedFields {
  const row = ledger.db.get<SealedFields & Record<string, string>>(
    'SELECT id_number AS idNumber, mobile, phone, address FROM person_sealed WHERE person_id = ?',
    personId,
  )
  if (!row) return { ...EMPTY }
  const opened = (field: keyof SealedFields) => ledger.vault.open(placeOf(personId, field), row[field])
  return { idNumber: opened('idNumber'), mobile: opened('mobile'), phone: opened('phone'), address: opened('address') }
}

/** The fields of everyone who has some, in the clear. @throws AppError LEDGER_LOCKED */
export function unsealEveryone(ledger: OpenLedger): (SealedFields & { readonly personId: string })[] {
  return ledger.db
    .all<{ personId: string }>('SELECT person_id AS personId FROM person_sealed ORDER BY person_id')
    .map(({ personId }) => ({ personId, ...unsealFields(ledger, personId) }))
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
