import type { RowWriter } from '../ledger/rows.ts'
import type { Database } from '../platform/database/driver.ts'

/** A table the user has brought up to date. `content` is JSON text, checked by whom it belongs to. */
export interface ReferenceTable {
  readonly id: string
  readonly kind: 'rules' | 'workingDays'
  readonly version: string
  readonly content: string
  readonly importedAt: string
}

/** All tables of a kind, newest first. */
export function selectTables(db: Database, kind: ReferenceTable['kind']): ReferenceTable[] {
  return db
    .all<{ id: string; version: string; content: string; imported_at: string }>(
      'SELECT id, version, content, imported_at FROM reference_table WHERE kind = ? ORDER BY imported_at DESC, id DESC',
      kind,
    )
    .map((row) => ({ id: row.id, kind, version: row.version, content: row.content, importedAt: row.imported_at }))
}

export function putTable(rows: RowWriter, branchId: string, table: ReferenceTable): void {
  rows.put('reference_table', {
    id: table.id,
    branch_id: branchId,
    kind: table.kind,
    version: table.version,
    content: table.content,
    imported_at: table.importedAt,
  })
}
