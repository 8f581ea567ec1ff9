const files = import.meta.glob<string>('./migrations/*.sql', { query: '?raw', import: 'default', eager: true })

/** One step of the schema; `version` is what `user_version` is afterwards. */
export interface Migration {
  readonly version: number
  readonly name: string
  readonly sql: string
}

/** All steps in order. The numbers must run from 1 without a gap. */
export const migrations: readonly Migration[] = Object.entries(files)
  .map(([path, sql]) => {
    const match = /(\d{4})-([\w-]+)\.sql$/.exec(path)
    if (!match) throw new Error(`migration file name: ${path}`)
    return { version: Number(match[1]), name: match[2] as string, sql }
  })
  .sort((a, b) => a.version - b.version)

for (const [index, migration] of migrations.entries()) {
  if (migration.version !== index + 1) throw new Error(`migrations must be numbered without a gap: ${migration.name}`)
}

/** The schema version this program writes. */
export const schemaVersion = migrations.length
