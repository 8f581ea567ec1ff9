import type { Database } from '../../platform/database/driver.ts'

const labels: Record<string, string> = {
  branch: 'short_name',
  party_group: 'name',
  person: 'name',
  activity: 'date',
  part: 'title',
  attendance: 'name',
  resolution: 'substr(text, 1, 30)',
  dossier: 'title',
  attachment: 'name',
  explanation: 'period',
  rule_override: 'rule_id',
  reference_table: 'kind',
  rating_scheme: 'name',
  assessment: 'year',
}

const owners: Record<string, string> = {
  membership: 'SELECT p.name AS label FROM membership m JOIN person p ON p.id = m.person_id WHERE m.id = ?',
  member_interval: 'SELECT p.name AS label FROM member_interval m JOIN person p ON p.id = m.person_id WHERE m.id = ?',
}

/** What people call a row; '' when it is not there or has no name. */
export function rowLabel(db: Database, table: string, id: string): string {
  const owned = owners[table]
  const own = labels[table]
  const sql = owned ?? (own === undefined ? null : `SELECT ${own} AS label FROM ${table} WHERE id = ?`)
  return sql === null ? '' : (db.get<{ label: string | null }>(sql, id)?.label ?? '')
}

/** A row by its number, for what SQLite reports so. */
export function idOfRow(db: Database, table: string, rowid: number | null): string {
  if (rowid === null) return ''
  try {
    return db.get<{ id: string }>(`SELECT id FROM "${table}" WHERE rowid = ?`, rowid)?.id ?? ''
  } catch {
    // Not every table has an id.
    return ''
  }
}

export interface NamedContent {
  readonly sha256: string
  readonly octets: number
  readonly name: string
}

export function selectContents(db: Database): NamedContent[] {
  return db.all('SELECT sha256, max(octets) AS octets, min(name) AS name FROM attachment GROUP BY sha256 ORDER BY sha256')
}

/** Ids of people, sittings, dated records and 情况说明 that are not on the search index, and of those on it that no longer exist. */
export function searchGaps(db: Database): number {
  return (
    db.get<{ n: number }>(
      `WITH wanted AS (SELECT id FROM person UNION ALL SELECT id FROM activity WHERE deleted_at IS NULL
         UNION ALL SELECT id FROM dossier WHERE deleted_at IS NULL UNION ALL SELECT id FROM explanation)
       SELECT (SELECT count(*) FROM wanted WHERE id NOT IN (SELECT record_id FROM search_text))
            + (SELECT count(*) FROM search_text WHERE record_id NOT IN (SELECT id FROM wanted)) AS n`,
    )?.n ?? 0
  )
}

/** FTS5's own check of the index, which is written as an insert and therefore taken back. @throws Error SQLITE_CORRUPT_VTAB */
export function checkSearchIndex(db: Database): void {
  const done = new Error('taken back')
  try {
    db.transaction(() => {
      db.run("INSERT INTO search_index (search_index) VALUES ('integrity-check')")
      throw done
    })
  } catch (error) {
    if (error !== done) throw error
  }
}
