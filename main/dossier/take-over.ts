import { dossierKind } from '#shared/dossier/kinds/index.ts'
import type { Dossier } from '#shared/dossier/schema.ts'
import type { RowWriter } from '../ledger/rows.ts'
import { putDossier } from './store.ts'

/** Year and number of a record number, or null when it is none of this kind. */
export function parsedDossierNumber(kind: string, recordNumber: string): { numberYear: number; number: number } | null {
  const match = /^(\d{4})-(.+)-(\d{2,6})$/.exec(recordNumber)
  if (!match || match[2] !== dossierKind(kind).numberName) return null
  return { numberYear: Number(match[1]), number: Number(match[3]) }
}

/** Writes a record as another ledger of the same branch has it, number and revision as they are; inside `OpenLedger.write`. */
export function takeOverDossier(rows: RowWriter, branchId: string, dossier: Dossier & { readonly deletedAt: string | null }): void {
  const { recordNumber, isLate: _isLate, hasSealed: _hasSealed, attachments: _attachments, ...stored } = dossier
  const numbered = parsedDossierNumber(dossier.kind, recordNumber) ?? { numberYear: dossier.forYear, number: 0 }
  putDossier(rows, branchId, { ...stored, ...numbered })
}
