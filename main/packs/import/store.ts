import type { RowWriter } from '../../ledger/rows.ts'
import type { Database, SqlRow } from '../../platform/database/driver.ts'

const owners = [
  'party_group',
  'person',
  'membership',
  'member_interval',
  'activity',
  'dossier',
  'part',
  'resolution',
  'attachment',
  'explanation',
  'rule_override',
  'reference_table',
  'rating_scheme',
  'assessment',
] as const
export type OwnedTable = (typeof owners)[number]

const ownerQueries: Record<OwnedTable, string> = {
  party_group: 'SELECT branch_id FROM party_group WHERE id = ?',
  person: 'SELECT branch_id FROM person WHERE id = ?',
  membership: 'SELECT branch_id FROM membership WHERE id = ?',
  member_interval: 'SELECT branch_id FROM member_interval WHERE id = ?',
  activity: 'SELECT branch_id FROM activity WHERE id = ?',
  dossier: 'SELECT branch_id FROM dossier WHERE id = ?',
  part: 'SELECT branch_id FROM part WHERE id = ?',
  resolution: 'SELECT branch_id FROM resolution WHERE id = ?',
  attachment: 'SELECT branch_id FROM attachment WHERE id = ?',
  explanation: 'SELECT branch_id FROM explanation WHERE id = ?',
  rule_override: 'SELECT branch_id FROM rule_override WHERE id = ?',
  reference_table: 'SELECT branch_id FROM reference_table WHERE id = ?',
  rating_scheme: 'SELECT branch_id FROM rating_scheme WHERE id = ?',
  assessment: 'SELECT branch_id FROM assessment WHERE id = ?',
}

/** In which tables an id stands, and which branch owns it there. */
export function selectOwners(db: Database, id: string): { readonly table: OwnedTable; readonly branchId: string }[] {
  return owners.flatMap((table) => {
    const row = db.get<{ branch_id: string }>(ownerQueries[table], id)
    return row ? [{ table, branchId: row.branch_id }] : []
  })
}

/** The sitting of a part, and of the part of a resolution. */
export function selectSitting(db: Database, id: string): string | null {
  return (
    db.get<{ id: string }>('SELECT activity_id AS id FROM part WHERE id = ?', id)?.id ??
    db.get<{ id: string }>('SELECT p.activity_id AS id FROM resolution r JOIN part p ON p.id = r.part_id WHERE r.id = ?', id)?.id ??
    null
  )
}

/** True when the ledger has neither a member nor a record: it may take over the identity of a pack's branch. */
export function isEmptyLedger(db: Database): boolean {
  const { count } = db.get<{ count: number }>(
    `SELECT (SELECT count(*) FROM person) + (SELECT count(*) FROM membership) + (SELECT count(*) FROM activity)
          + (SELECT count(*) FROM attachment) + (SELECT count(*) FROM explanation)
          + (SELECT count(*) FROM dossier) + (SELECT count(*) FROM assessment) AS count`,
  ) ?? { count: 0 }
  return count === 0
}

type SettingsTable = 'party_group' | 'rule_override' | 'reference_table' | 'rating_scheme'

/** Rows of an empty ledger that hang on its first branch. */
export function selectSettingsRows(db: Database): { readonly table: SettingsTable; readonly row: SqlRow & { id: string } }[] {
  const rows = <T extends SettingsTable>(table: T, sql: string) =>
    db.all<SqlRow & { id: string }>(sql).map((row) => ({ table, row }))
  return [
    ...rows('party_group', 'SELECT * FROM party_group'),
    ...rows('rule_override', 'SELECT * FROM rule_override'),
    ...rows('reference_table', 'SELECT * FROM reference_table'),
    ...rows('rating_scheme', 'SELECT * FROM rating_scheme'),
  ]
}

/** The row that says the same thing under another id: one 情况说明 for a period, one own number for a rule and year. */
export function removeRival(rows: RowWriter, table: 'explanation' | 'rule_override' | 'assessment', id: string | null): void {
  if (id !== null) rows.remove(table, id)
}

/** Whether such a record is there. */
export function hasRow(db: Database, table: 'person' | 'activity' | 'dossier', id: string): boolean {
  return db.get(ownerQueries[table], id) !== undefined
}
