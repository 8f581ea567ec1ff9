import { openBetterSqlite } from './better-sqlite.ts'
import type { Database } from './driver.ts'
import { type Migration, migrations } from './migrations.ts'

/** One table, index, view or trigger as `sqlite_schema` has it. */
export interface SchemaObject {
  readonly type: string
  readonly name: string
  readonly table: string
  /** Null for the indexes that SQLite makes for keys. */
  readonly sql: string | null
}

/** Everything the schema of a database has, in a fixed order. */
export function schemaObjects(db: Database): SchemaObject[] {
  return db.all<SchemaObject & Record<string, string | null>>(
    'SELECT type, name, tbl_name AS "table", sql FROM sqlite_schema ORDER BY type, name',
  )
}

const known = new Map<number, readonly SchemaObject[]>()

/** The schema that the steps up to `version` make, worked out in memory. */
export function knownSchema(version: number, steps: readonly Migration[] = migrations): readonly SchemaObject[] {
  const found = steps === migrations ? known.get(version) : undefined
  if (found) return found
  const db = openBetterSqlite(':memory:')
  try {
    for (const step of steps) if (step.version <= version) db.exec(step.sql)
    const objects = schemaObjects(db)
    if (steps === migrations) known.set(version, objects)
    return objects
  } finally {
    db.close()
  }
}

/**
 * What a database has that the schema of its version has not, is missing, or has otherwise: `trigger x`. A file with a
 * trigger or a view of somebody else's would do what that person wants as soon as the first row is written.
 */
export function schemaDifferences(db: Database, version: number, steps: readonly Migration[] = migrations): string[] {
  const key = (object: SchemaObject) => JSON.stringify([object.type, object.name, object.table, object.sql])
  const expected = new Map(knownSchema(version, steps).map((object) => [key(object), object]))
  const different: string[] = []
  for (const object of schemaObjects(db)) {
    if (!expected.delete(key(object))) different.push(`${object.type} ${object.name}`)
  }
  for (const object of expected.values()) different.push(`${object.type} ${object.name}`)
  return [...new Set(different)].toSorted()
}
