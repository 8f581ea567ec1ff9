import type { Database } from '../platform/database/driver.ts'

const stateKey = 'handover'

/** The state as JSON; null where none was begun. */
export function selectState(db: Database): string | null {
  return db.get<{ value: string }>('SELECT value FROM installation WHERE key = ?', stateKey)?.value ?? null
}

export function putState(db: Database, value: string | null): void {
  db.transaction(() => {
    db.run('DELETE FROM installation WHERE key = ?', stateKey)
    if (value !== null) db.run('INSERT INTO installation (key, value) VALUES (?, ?)', stateKey, value)
  })
}

/** A kind with the number of its records and the years they are of. */
export interface KindCount {
  readonly kind: string
  readonly n: number
  readonly first: number
  readonly last: number
}

/** Parts of sittings by purpose, and dated records by kind; nothing of the bin. */
export function countByKind(db: Database): { readonly sittings: KindCount[]; readonly records: KindCount[] } {
  return {
    sittings: db.all<KindCount & Record<string, never>>(
      `SELECT p.purpose AS kind, count(*) AS n, min(p.for_year) AS first, max(p.for_year) AS last
         FROM part p JOIN activity a ON a.id = p.activity_id WHERE a.deleted_at IS NULL GROUP BY p.purpose ORDER BY n DESC, kind`,
    ),
    records: db.all<KindCount & Record<string, never>>(
      `SELECT kind, count(*) AS n, min(for_year) AS first, max(for_year) AS last
         FROM dossier WHERE deleted_at IS NULL GROUP BY kind ORDER BY n DESC, kind`,
    ),
  }
}

/** Everything else that is counted. */
export function countOthers(db: Database) {
  const count = (sql: string) => db.get<{ n: number }>(sql)?.n ?? 0
  return {
    persons: count('SELECT count(*) AS n FROM person'),
    groups: count('SELECT count(*) AS n FROM party_group'),
    binned: count(
      'SELECT (SELECT count(*) FROM activity WHERE deleted_at IS NOT NULL) + (SELECT count(*) FROM dossier WHERE deleted_at IS NOT NULL) AS n',
    ),
    attachments: count('SELECT count(*) AS n FROM attachment WHERE activity_id IS NOT NULL OR dossier_id IS NOT NULL'),
    attachmentOctets: count(
      'SELECT coalesce(sum(octets), 0) AS n FROM attachment WHERE activity_id IS NOT NULL OR dossier_id IS NOT NULL',
    ),
    sealedTexts: count('SELECT count(*) AS n FROM sealed'),
    explanations: count('SELECT count(*) AS n FROM explanation'),
    assessments: count('SELECT count(*) AS n FROM assessment'),
  }
}

/** Hash of one entry of 修改记录; undefined where it is not there. */
export function selectHash(db: Database, deviceId: string, seq: number): string | undefined {
  return db.get<{ hash: string }>('SELECT hash FROM history WHERE device_id = ? AND seq = ?', deviceId, seq)?.hash
}
