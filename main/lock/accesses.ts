import { dossierKind } from '#shared/dossier/kinds/index.ts'
import { dossierNumber } from '#shared/dossier/text.ts'
import type { AccessEntry } from '#shared/lock/schema.ts'
import type { OpenLedger } from '../ledger/open-ledger.ts'

interface AccessRow {
  readonly id: string
  readonly at: string
  readonly who: string
  readonly what: string
  readonly ownerId: string
  readonly personName: string | null
  readonly kind: string | null
  readonly numberYear: number | null
  readonly number: number | null
  readonly isInBin: number | null
}

function ownerOf(row: AccessRow): Pick<AccessEntry, 'whose' | 'link'> {
  if (row.personName !== null) return { whose: row.personName, link: '/members' }
  if (row.kind === null) return { whose: '', link: null }
  const whose = dossierNumber(dossierKind(row.kind), row.numberYear ?? 0, row.number ?? 0)
  return { whose, link: row.isInBin ? null : `/records/${row.ownerId}` }
}

/** Who has looked at what is sealed, newest first. */
export function readAccesses(ledger: OpenLedger): AccessEntry[] {
  return ledger.db
    .all<AccessRow & Record<string, never>>(
      `SELECT a.id, a.at, a.who, a.what, a.owner_id AS ownerId, p.name AS personName, d.kind, d.number_year AS numberYear,
              d.number, d.deleted_at IS NOT NULL AS isInBin
         FROM access_log a LEFT JOIN person p ON p.id = a.owner_id LEFT JOIN dossier d ON d.id = a.owner_id
        ORDER BY a.at DESC, a.id DESC LIMIT 2000`,
    )
    .map((row) => ({ id: row.id, at: row.at, who: row.who, what: row.what, ...ownerOf(row) }))
}
