import { type BranchProfile, branchSettingsSchema, type PartyGroup } from '#shared/branch/schema.ts'
import type { RowWriter } from '../ledger/rows.ts'
import type { Database } from '../platform/database/driver.ts'

/** The branch of this ledger, or undefined before it has one. */
export function selectBranch(db: Database): BranchProfile | undefined {
  const row = db.get<{
    id: string
    full_name: string
    short_name: string
    superior_name: string
    is_sample: number
    settings: string
  }>('SELECT * FROM branch LIMIT 1')
  if (!row) return undefined
  return {
    id: row.id,
    fullName: row.full_name,
    shortName: row.short_name,
    superiorName: row.superior_name,
    isSample: row.is_sample === 1,
    settings: branchSettingsSchema.parse(JSON.parse(row.settings)),
  }
}

export function putBranch(rows: RowWriter, branch: BranchProfile): void {
  rows.put('branch', {
    id: branch.id,
    full_name: branch.fullName,
    short_name: branch.shortName,
    superior_name: branch.superiorName,
    is_sample: branch.isSample ? 1 : 0,
    settings: JSON.stringify(branch.settings),
  })
}

export function selectPartyGroups(db: Database): PartyGroup[] {
  return db
    .all<{ id: string; name: string; position: number; valid_from: string | null; valid_to: string | null }>(
      'SELECT * FROM party_group ORDER BY position, id',
    )
    .map((row) => ({ id: row.id, name: row.name, position: row.position, validFrom: row.valid_from, validTo: row.valid_to }))
}

export function putPartyGroup(rows: RowWriter, branchId: string, group: PartyGroup): void {
  rows.put('party_group', {
    id: group.id,
    branch_id: branchId,
    name: group.name,
    position: group.position,
    valid_from: group.validFrom,
    valid_to: group.validTo,
  })
}
