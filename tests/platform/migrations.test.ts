import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { ringEntries } from '#main/ledger/backup/manifest.ts'
import { ledgerFile } from '#main/ledger/backup/places.ts'
import { makeFinding } from '#main/ledger/check/check.ts'
import { historyFindings } from '#main/ledger/history-check.ts'
import { openBetterSqlite } from '#main/platform/database/better-sqlite.ts'
import type { Database } from '#main/platform/database/driver.ts'
import { brokenReferences, integrityProblems } from '#main/platform/database/integrity.ts'
import { knownSchema, schemaObjects } from '#main/platform/database/known-schema.ts'
import { migrations, schemaVersion } from '#main/platform/database/migrations.ts'
import { identify, openLedgerDatabase } from '#main/platform/database/open.ts'
import { inProcessClient } from '#main/shells/in-process.ts'
import { temporaryFolder, testCore } from '../helpers/ledger.ts'
import { canMount, mountTmpfs } from '../helpers/tmpfs.ts'

const fixture = (version: number) => resolve(import.meta.dirname, `../fixtures/ledgers/v${version}.sqlite`)

/** A data folder whose ledger an older program has left. */
function oldLedger(version: number, directory = join(temporaryFolder(), '支部手册')): string {
  mkdirSync(directory, { recursive: true })
  copyFileSync(fixture(version), ledgerFile(directory))
  return directory
}

/** Rows of the given tables without the columns that came later; the search index is made anew and is no content. */
function contents(db: Database, columns: ReadonlyMap<string, readonly string[]>): Record<string, unknown[]> {
  return Object.fromEntries(
    [...columns].map(([table, names]) => [
      table,
      db.all(`SELECT ${names.map((name) => `"${name}"`).join(', ')} FROM "${table}" ORDER BY 1, 2`),
    ]),
  )
}

function columnsOf(db: Database): Map<string, string[]> {
  const tables = db
    .all<{ name: string }>(
      "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'",
    )
    .filter(({ name }) => !name.startsWith('search_'))
  return new Map(
    tables.map(({ name }) => [
      name,
      db.all<{ name: string }>(`SELECT name FROM pragma_table_info('${name}')`).map((column) => column.name),
    ]),
  )
}

const versions = migrations.map(({ version }) => version)
const broken = [
  ...migrations,
  { version: schemaVersion + 1, name: 'broken', sql: "INSERT INTO branch (id) VALUES ('x'); CREATE TABLE extra (a TEXT) STRICT;" },
]

describe('migrations', () => {
  test('every version has a ledger of its time', () => {
    for (const version of versions) expect(existsSync(fixture(version)), `v${version}`).toBe(true)
  })

  test.each(versions)('from version %i: everything is kept, the schema is a new ledger’s', (version) => {
    const old = openBetterSqlite(fixture(version), { readonly: true })
    const columns = columnsOf(old)
    const before = contents(old, columns)
    old.close()
    for (const [table, rows] of Object.entries(before)) expect(rows.length, `rows in ${table} of the fixture`).toBeGreaterThan(0)

    const core = testCore({ directory: oldLedger(version) })
    expect(core.session.open().state).toBe('open')
    const { db } = core.session.requireLocked()
    const after = contents(db, columns)
    // The one thing an opening may add: which version of the program made the search index.
    after['installation'] =
      after['installation']?.filter((row) =>
        before['installation']?.some((old_) => JSON.stringify(old_) === JSON.stringify(row)),
      ) ?? []
    expect(after).toEqual(before)
    expect(schemaObjects(db)).toEqual(knownSchema(schemaVersion))
    expect(brokenReferences(db)).toEqual([])
    expect(integrityProblems(db)).toEqual([])
    expect(historyFindings(db).map((finding) => makeFinding({ part: 'history', kind: finding.kind }).text)).toEqual([])
  })

  test('a locked ledger opens with its passphrase, and every sealed text is there', async () => {
    const locked = versions.filter((version) => version >= 4)
    expect(locked).not.toEqual([])
    for (const version of locked) {
      const core = testCore({ directory: oldLedger(version) })
      core.session.open()
      const client = inProcessClient(core)
      expect(await client.lock.status({})).toMatchObject({ isSet: true, isLocked: true })
      await client.lock.unlock({ passphrase: '晴天 walking 42' })
      const { db } = core.session.require()
      const talk = db.get<{ id: string }>("SELECT id FROM dossier WHERE kind = 'heartToHeartTalk'")?.id ?? ''
      expect(await client.dossier.unseal({ id: talk })).toEqual({ points: '近期工作压力较大' })
      expect((await client.activities.drafts({})).map(({ title }) => title)).toEqual(['草稿'])
      const [person] = await client.members.all({})
      expect(await client.members.unmask({ id: person?.person.id ?? '' })).toMatchObject({ mobile: '10000000001' })
    }
  })

  const left = versions.filter((version) => version < schemaVersion)

  test.each(left)('from version %i a copy is kept before, octet for octet; opening again needs none', (version) => {
    const directory = oldLedger(version)
    const core = testCore({ directory })
    core.session.open()
    core.session.close()
    const entries = ringEntries(directory)
    expect(entries.map(({ manifest }) => [manifest.reason, manifest.schemaVersion, manifest.counts['person']])).toEqual([
      ['migration', version, 5],
    ])
    expect(readFileSync(join(entries[0]?.path ?? '', 'ledger.sqlite')).equals(readFileSync(fixture(version)))).toBe(true)
    expect(core.session.open().state).toBe('open')
    expect(ringEntries(directory)).toHaveLength(1)
  })

  test.each(versions)('a step that fails leaves the old file of version %i as it was', (version) => {
    const directory = oldLedger(version)
    const open = () => openLedgerDatabase(ledgerFile(directory), { create: false, steps: broken })
    expect(open).toThrow('MIGRATION_FAILED')
    expect(readFileSync(ledgerFile(directory)).equals(readFileSync(fixture(version)))).toBe(true)
    expect(open).toThrow(
      expect.objectContaining({
        params: expect.objectContaining({ from: version, to: schemaVersion + 1, path: ledgerFile(directory) }),
      }),
    )
  })

  test('rows that break a reference stop it', () => {
    const directory = oldLedger(1)
    const orphan = openBetterSqlite(ledgerFile(directory))
    orphan.exec("PRAGMA foreign_keys=OFF; UPDATE attendance SET person_id = 'nobody'")
    orphan.close()
    const before = readFileSync(ledgerFile(directory))
    const core = testCore({ directory })
    expect(core.session.open()).toMatchObject({ state: 'migrationFailed' })
    expect(() => openLedgerDatabase(ledgerFile(directory), { create: false })).toThrow('MIGRATION_FAILED')
    expect(readFileSync(ledgerFile(directory)).equals(before)).toBe(true)
    expect(ringEntries(directory)).toHaveLength(1)
  })

  test('a trigger of somebody else’s is refused before anything is written', () => {
    const directory = oldLedger(1)
    const foreign = openBetterSqlite(ledgerFile(directory))
    foreign.exec('CREATE TRIGGER quiet AFTER INSERT ON person BEGIN DELETE FROM activity; END')
    foreign.close()
    const before = readFileSync(ledgerFile(directory))
    const core = testCore({ directory })
    expect(core.session.open()).toMatchObject({ state: 'foreign', detail: { reason: 'trigger quiet' } })
    expect(readFileSync(ledgerFile(directory)).equals(before)).toBe(true)
    expect(existsSync(join(directory, 'backups'))).toBe(false)
  })

  test.skipIf(!canMount).each(left)(
    'from version %i without space: says so, the old file is as it was (needs the right to mount)',
    (version) => {
      const size = identify(fixture(version)).kind === 'ledger' ? readFileSync(fixture(version)).length : 0
      // Room for the ledger and hardly more; then for its backup as well; then for a part of the migration.
      for (const spare of [8, 1.2, 1.5, 2.2, 2.6].map((factor) => Math.ceil(size * factor))) {
        const place = mountTmpfs(onTestFinished, spare)
        const directory = oldLedger(version, join(place, 'ledger'))
        const core = testCore({ directory })
        const { state } = core.session.open()
        core.session.close()
        if (state === 'open') continue
        expect(state).toBe('noSpace')
        expect(readFileSync(ledgerFile(directory)).equals(readFileSync(fixture(version)))).toBe(true)
        expect(ringEntries(directory).every(({ manifest }) => manifest.reason === 'migration')).toBe(true)
      }
    },
  )

  test('a program older than the ledger leaves it alone', () => {
    const directory = oldLedger(1)
    expect(() => openLedgerDatabase(ledgerFile(directory), { create: false, steps: [] })).toThrow('LEDGER_NEWER')
    expect(readFileSync(ledgerFile(directory)).equals(readFileSync(fixture(1)))).toBe(true)
  })
})
