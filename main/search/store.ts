import type { SearchRecord } from '#shared/search/record-text.ts'
import type { SearchKind } from '#shared/search/schema.ts'
import type { Database } from '../platform/database/driver.ts'

export interface StoredText {
  readonly rowid: number
  readonly kinds: readonly SearchKind[]
  readonly recordId: string
  readonly date: string
  readonly title: string
}

/** Takes a record off the index. */
export function deleteText(db: Database, recordId: string): void {
  const found = db.get<{ rowid: number }>('SELECT rowid FROM search_text WHERE record_id = ?', recordId)
  if (!found) return
  db.run('DELETE FROM search_index WHERE rowid = ?', found.rowid)
  db.run('DELETE FROM search_text WHERE rowid = ?', found.rowid)
}

/** Puts a record on the index, in place of what stood there of it. */
export function putText(db: Database, record: SearchRecord, grams: string): void {
  deleteText(db, record.recordId)
  db.run(
    'INSERT INTO search_text (kind, record_id, date, title, body) VALUES (?,?,?,?,?)',
    record.kinds.join(' '),
    record.recordId,
    record.date,
    record.title,
    record.body,
  )
  db.run('INSERT INTO search_index (rowid, grams) SELECT rowid, ? FROM search_text WHERE record_id = ?', grams, record.recordId)
}

export function clearIndex(db: Database): void {
  // A contentless table cannot be emptied by DELETE without its old values; this command is made for it.
  db.run("INSERT INTO search_index (search_index) VALUES ('delete-all')")
  db.run('DELETE FROM search_text')
}

export interface TextFilter {
  readonly kinds: readonly SearchKind[]
  readonly from: string
  readonly to: string
}

/** Records whose grams match, newest first. `match` is FTS5 of `ftsQuery` alone, never a user's text. */
export function selectMatches(db: Database, match: string, { kinds, from, to }: TextFilter): StoredText[] {
  return db
    .all<Omit<StoredText, 'kinds'> & { kind: string }>(
      `SELECT t.rowid, t.kind, t.record_id AS recordId, t.date, t.title
         FROM search_index i JOIN search_text t ON t.rowid = i.rowid
        WHERE search_index MATCH ? AND t.date >= ? AND t.date <= ?
          AND (? = '[]' OR EXISTS (SELECT 1 FROM json_each(?) k WHERE ' ' || t.kind || ' ' LIKE '% ' || k.value || ' %'))
        ORDER BY t.date DESC, t.rowid DESC`,
      match,
      from,
      to,
      JSON.stringify(kinds),
      JSON.stringify(kinds),
    )
    .map(({ kind, ...row }) => ({ ...row, kinds: kind.split(' ') as SearchKind[] }))
}

export function selectBody(db: Database, rowid: number): string {
  return db.get<{ body: string }>('SELECT body FROM search_text WHERE rowid = ?', rowid)?.body ?? ''
}

/** Everybody whom a record names in a field of its own, on the roster or not: who may be meant by letters. */
export function selectNames(db: Database): string[] {
  return db
    .all<{ name: string | null }>(
      `SELECT name FROM person
       UNION SELECT name FROM attendance WHERE person_id IS NULL
       UNION SELECT json_extract(chair, '$.name') FROM activity WHERE chair IS NOT NULL
       UNION SELECT json_extract(recorder, '$.name') FROM activity WHERE recorder IS NOT NULL
       UNION SELECT json_extract(lecturer, '$.name') FROM part WHERE lecturer IS NOT NULL
       UNION SELECT json_extract(each.value, '$.name') FROM dossier, json_each(dossier.people) each WHERE dossier.deleted_at IS NULL
       UNION SELECT json_extract(each.value, '$.name') FROM activity, json_each(activity.invitees) each`,
    )
    .flatMap(({ name }) => (name === null ? [] : [name]))
}

/** The sitting of a part. */
export function selectSittingOf(db: Database, partId: string): string | null {
  return db.get<{ id: string }>('SELECT activity_id AS id FROM part WHERE id = ?', partId)?.id ?? null
}

/** Sittings of a group. */
export function selectSittingsOfGroup(db: Database, groupId: string): string[] {
  return db.all<{ id: string }>('SELECT DISTINCT activity_id AS id FROM part WHERE group_id = ?', groupId).map(({ id }) => id)
}

/** All that the index holds, for making it anew. */
export function selectRecordIds(db: Database): {
  readonly activities: string[]
  readonly persons: string[]
  readonly explanations: string[]
  readonly dossiers: string[]
} {
  const ids = (sql: string) => db.all<{ id: string }>(sql).map((row) => row.id)
  return {
    activities: ids('SELECT id FROM activity WHERE deleted_at IS NULL ORDER BY date, id'),
    persons: ids('SELECT id FROM person ORDER BY position, id'),
    explanations: ids('SELECT id FROM explanation ORDER BY period, id'),
    dossiers: ids('SELECT id FROM dossier WHERE deleted_at IS NULL ORDER BY date, id'),
  }
}

/** Whether there is something to find, and nothing to find it by: what a ledger put together from its rows is like. */
export function isIndexLost(db: Database): boolean {
  const row = db.get<{ lost: number }>(
    `SELECT NOT EXISTS (SELECT 1 FROM search_text)
        AND (EXISTS (SELECT 1 FROM person) OR EXISTS (SELECT 1 FROM activity WHERE deleted_at IS NULL)) AS lost`,
  )
  return row?.lost === 1
}

export function readIndexVersion(db: Database): string | null {
  return db.get<{ value: string }>("SELECT value FROM installation WHERE key = 'search_version'")?.value ?? null
}

export function writeIndexVersion(db: Database, version: string | null): void {
  if (version === null) db.run("DELETE FROM installation WHERE key = 'search_version'")
  else
    db.run(
      "INSERT INTO installation (key, value) VALUES ('search_version', ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
      version,
    )
}
