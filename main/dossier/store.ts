import type { Dossier } from '#shared/dossier/schema.ts'
import type { RowWriter } from '../ledger/rows.ts'
import type { Database } from '../platform/database/driver.ts'

/** A dated record as its row holds it. */
export type StoredDossier = Omit<Dossier, 'recordNumber' | 'isLate' | 'hasSealed' | 'attachments'> & {
  readonly numberYear: number
  readonly number: number
  readonly deletedAt: string | null
}

interface DossierRow {
  id: string
  revision: number
  kind: string
  date: string
  end_date: string | null
  for_year: number
  number_year: number
  number: number
  title: string
  status: string
  people: string
  content: string
  tags: string
  links: string
  origin: string
  entered_on: string
  deleted_at: string | null
}

const COLUMNS = `id, revision, kind, date, end_date, for_year, number_year, number, title, status, people, content, tags, links,
  origin, entered_on, deleted_at`

const dossierOf = (row: DossierRow): StoredDossier => ({
  id: row.id,
  revision: row.revision,
  kind: row.kind,
  date: row.date,
  endDate: row.end_date,
  forYear: row.for_year,
  numberYear: row.number_year,
  number: row.number,
  title: row.title,
  status: row.status,
  people: JSON.parse(row.people) as StoredDossier['people'],
  content: JSON.parse(row.content) as StoredDossier['content'],
  tags: JSON.parse(row.tags) as StoredDossier['tags'],
  links: JSON.parse(row.links) as StoredDossier['links'],
  origin: row.origin as StoredDossier['origin'],
  enteredOn: row.entered_on,
  deletedAt: row.deleted_at,
})

/** The record with this id, also from the bin. */
export function selectDossier(db: Database, id: string): StoredDossier | undefined {
  const row = db.get<DossierRow>(`SELECT ${COLUMNS} FROM dossier WHERE id = ?`, id)
  return row && dossierOf(row)
}

/** Records that are not in the bin, oldest first; `year` is the 归属年度. */
export function selectDossiers(db: Database, filter: { year?: number; kinds?: readonly string[] }): StoredDossier[] {
  const conditions = ['deleted_at IS NULL']
  const values: (string | number)[] = []
  if (filter.year !== undefined) {
    conditions.push('for_year = ?')
    values.push(filter.year)
  }
  if (filter.kinds) {
    conditions.push(`kind IN (${filter.kinds.map(() => '?').join(', ')})`)
    values.push(...filter.kinds)
  }
  return db
    .all<DossierRow>(`SELECT ${COLUMNS} FROM dossier WHERE ${conditions.join(' AND ')} ORDER BY date, number, id`, ...values)
    .map(dossierOf)
}

/** Every record, also those in the bin. */
export function selectEveryDossier(db: Database): StoredDossier[] {
  return db.all<DossierRow>(`SELECT ${COLUMNS} FROM dossier ORDER BY id`).map(dossierOf)
}

/** The next number of a kind in a year; numbers are never used again, also when the record lies in the bin. */
export function nextDossierNumber(db: Database, kind: string, year: number): number {
  const row = db.get<{ last: number | null }>(
    'SELECT max(number) AS last FROM dossier WHERE kind = ? AND number_year = ?',
    kind,
    year,
  )
  return (row?.last ?? 0) + 1
}

/** Writes a record; inside `OpenLedger.write`. */
export function putDossier(rows: RowWriter, branchId: string, dossier: StoredDossier): void {
  rows.put('dossier', {
    id: dossier.id,
    branch_id: branchId,
    revision: dossier.revision,
    kind: dossier.kind,
    date: dossier.date,
    end_date: dossier.endDate,
    for_year: dossier.forYear,
    number_year: dossier.numberYear,
    number: dossier.number,
    title: dossier.title,
    status: dossier.status,
    people: JSON.stringify(dossier.people),
    content: JSON.stringify(dossier.content),
    tags: JSON.stringify(dossier.tags),
    links: JSON.stringify(dossier.links),
    origin: dossier.origin,
    entered_on: dossier.enteredOn,
    deleted_at: dossier.deletedAt,
  })
}
