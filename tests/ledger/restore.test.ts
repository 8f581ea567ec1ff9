import { copyFileSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { addAttachment } from '#main/attachments/service.ts'
import type { Core } from '#main/core.ts'
import { makeBackup } from '#main/ledger/backup/make.ts'
import { ringEntries } from '#main/ledger/backup/manifest.ts'
import { finishRestore } from '#main/ledger/backup/pending.ts'
import { ledgerFile, sideFiles } from '#main/ledger/backup/places.ts'
import { restoreBackup } from '#main/ledger/backup/restore.ts'
import { saveMember } from '#main/members/service.ts'
import { openBetterSqlite } from '#main/platform/database/better-sqlite.ts'
import { dumpLedger, temporaryFolder, testClock, testCore } from '../helpers/ledger.ts'
import { sampleBranch } from '../helpers/sample-branch.ts'

const control = { signal: new AbortController().signal, onProgress: () => {} }
const restore = (core: Core, path: string) => restoreBackup(core, path, control)

async function outside(core: Core): Promise<string> {
  const options = { reason: 'manual' as const, clock: core.clock, programVersion: '', outside: temporaryFolder() }
  return (await makeBackup(core.session.require(), options)).path
}

async function attach(core: Core, text: string): Promise<string> {
  const file = join(temporaryFolder(), '签到表.txt')
  writeFileSync(file, text)
  return (await addAttachment(core, core.staging.fromPath(file).token, undefined)).sha256
}

const member = (core: Core, name: string) =>
  saveMember(core.session.require(), { person: { name, declaredCategory: 'formalMember', joinedOn: '1998-06-20' } })

/** Everything below a folder, by path. */
function filesOf(folder: string): Record<string, string> {
  if (!existsSync(folder)) return {}
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return Object.fromEntries(
    entries.map((entry) => [
      join(entry.parentPath, entry.name),
      readFileSync(join(entry.parentPath, entry.name)).toString('base64'),
    ]),
  )
}

/** A sample ledger with an attachment and a complete backup of it elsewhere. */
async function backedUp() {
  const clock = testClock()
  const { core, ledger } = sampleBranch({ clock })
  const sha256 = await attach(core, '签到')
  const path = await outside(core)
  return { clock, core, sha256, path, rows: dumpLedger(ledger), directory: ledger.directory }
}

describe('restore', () => {
  test.each(['missing', 'empty'])('into a %s data folder: every row and every attachment', async (kind) => {
    const { path, rows, sha256 } = await backedUp()
    const directory = join(temporaryFolder(), '新电脑')
    if (kind === 'empty') mkdirSync(directory)
    const core = testCore({ directory })
    expect(await restore(core, path)).toMatchObject({ members: 14, missing: [], keptAs: null, madeAt: '2026-01-10T09:00:00.000Z' })
    expect(core.session.status().state).toBe('open')
    expect({ ...dumpLedger(core.session.require()), installation: [] }).toEqual({ ...rows, installation: [] })
    expect(readFileSync(core.session.require().attachments.pathOf(sha256), 'utf8')).toBe('签到')
    expect(readdirSync(directory).filter((name) => name.startsWith('.') || name.includes('pending'))).toEqual([])
  })

  test('is reversible: what was there is a backup, and comes back', async () => {
    const { core, path, clock, directory } = await backedUp()
    clock.set('2026-01-12')
    member(core, '何庚')
    const later = dumpLedger(core.session.require())
    const { keptAs } = await restore(core, path)
    expect(core.session.require().db.all("SELECT * FROM person WHERE name = '何庚'")).toEqual([])
    expect(ringEntries(directory)[0]?.path).toBe(keptAs)
    expect(ringEntries(directory)[0]?.manifest.reason).toBe('restore')
    clock.set('2026-01-13')
    await restore(core, keptAs ?? '')
    expect(dumpLedger(core.session.require())).toEqual(later)
  })

  test('a restored ledger can be written, backed up and restored again', async () => {
    const { core, path } = await backedUp()
    await restore(core, path)
    member(core, '何庚')
    const second = await outside(core)
    const other = testCore({ directory: join(temporaryFolder(), 'x') })
    expect(await restore(other, second)).toMatchObject({ members: 15, missing: [] })
  })

  test('removes side files of the old ledger, which would destroy the new one', async () => {
    const { core, path, rows, directory } = await backedUp()
    member(core, '何庚')
    core.session.close()
    // A ledger of rubbish, with the side files of a crashed program beside it.
    writeFileSync(
      ledgerFile(directory),
      Buffer.concat([readFileSync(ledgerFile(directory)).subarray(0, 4096), Buffer.alloc(60_000, 0x41)]),
    )
    for (const ending of sideFiles) writeFileSync(`${ledgerFile(directory)}${ending}`, Buffer.alloc(5000, 0x42))
    const { keptAs } = await restore(core, path)
    expect({ ...dumpLedger(core.session.require()), installation: [] }).toEqual({ ...rows, installation: [] })
    core.session.close()
    for (const ending of sideFiles) expect(existsSync(`${ledgerFile(directory)}${ending}`)).toBe(false)
    // The damaged file and what lay beside it are kept under a dated name.
    expect(keptAs).toMatch(/damaged-20260110-\d{6}$/)
    expect(readdirSync(keptAs ?? '')).toContain('ledger.sqlite')
    expect(readFileSync(join(keptAs ?? '', 'ledger.sqlite')).includes('AAAA')).toBe(true)
  })

  test('side files beside the backup change nothing', async () => {
    const { path, rows } = await backedUp()
    for (const ending of sideFiles) writeFileSync(join(path, `ledger.sqlite${ending}`), Buffer.alloc(5000, 0x42))
    const core = testCore({ directory: join(temporaryFolder(), 'x') })
    await restore(core, path)
    expect({ ...dumpLedger(core.session.require()), installation: [] }).toEqual({ ...rows, installation: [] })
  })

  test('a damaged ledger is replaced by one of its own ring', async () => {
    const { core, directory, rows } = await backedUp()
    await makeBackup(core.session.require(), { reason: 'close', clock: core.clock, programVersion: '' })
    core.session.close()
    writeFileSync(ledgerFile(directory), readFileSync(ledgerFile(directory)).fill(0x41, 4096))
    rmSync(join(directory, 'attachments'), { recursive: true })
    expect(core.session.open().state).toBe('damaged')
    const [entry] = ringEntries(directory)
    expect(await restore(core, entry?.path ?? '')).toMatchObject({ missing: [] })
    expect({ ...dumpLedger(core.session.require()), installation: [] }).toEqual({ ...rows, installation: [] })
  })

  describe('refuses, and leaves the data folder as it was', () => {
    const spoil = (change: (db: ReturnType<typeof openBetterSqlite>) => void) => (path: string) => {
      rmSync(join(path, 'backup.json'))
      const db = openBetterSqlite(join(path, 'ledger.sqlite'))
      change(db)
      db.close()
    }
    const bytes = (change: (content: Buffer) => Buffer) => (path: string) => {
      writeFileSync(join(path, 'ledger.sqlite'), change(readFileSync(join(path, 'ledger.sqlite'))))
    }
    const sql = (text: string) => spoil((db) => db.exec(text))
    const cases: [name: string, code: string, (path: string) => void][] = [
      ['a trigger', 'LEDGER_FOREIGN', sql('CREATE TRIGGER t AFTER INSERT ON person BEGIN DELETE FROM activity; END')],
      ['a view', 'LEDGER_FOREIGN', sql('CREATE VIEW v AS SELECT * FROM person_sealed')],
      ['a table more', 'LEDGER_FOREIGN', sql('CREATE TABLE extra (a)')],
      ['a table less', 'LEDGER_FOREIGN', sql('DROP TABLE draft')],
      ['a column more', 'LEDGER_FOREIGN', sql('ALTER TABLE person ADD COLUMN spy TEXT')],
      ['a newer version', 'LEDGER_NEWER', sql('PRAGMA user_version=9999')],
      ['another application', 'LEDGER_FOREIGN', sql('PRAGMA application_id=1')],
      ['no SQLite at all', 'LEDGER_FOREIGN', bytes(() => Buffer.from('不是数据库'.repeat(100)))],
      ['one octet changed', 'BACKUP_DAMAGED', bytes((content) => ((content[30_000] = (content[30_000] as number) ^ 1), content))],
      ['cut off', 'BACKUP_DAMAGED', bytes((content) => content.subarray(0, content.length - 8192))],
      ['empty', 'BACKUP_DAMAGED', bytes(() => Buffer.alloc(0))],
      [
        'damaged, without its manifest',
        'BACKUP_DAMAGED',
        (path) => {
          rmSync(join(path, 'backup.json'))
          bytes((content) => content.fill(0x41, 4096))(path)
        },
      ],
      ['without its ledger', 'BACKUP_NOT_FOUND', (path) => rmSync(join(path, 'ledger.sqlite'))],
      ['gone', 'BACKUP_NOT_FOUND', (path) => rmSync(path, { recursive: true })],
    ]
    test.each(cases)('%s: %s', async (_name, code, change) => {
      const { core, path, directory } = await backedUp()
      change(path)
      core.session.close()
      const before = filesOf(directory)
      core.session.open()
      await expect(restore(core, path)).rejects.toThrow(code)
      expect(core.session.status().state).toBe('open')
      core.session.close()
      expect(filesOf(directory)).toEqual(before)
      const fresh = testCore({ directory: join(temporaryFolder(), 'x') })
      await expect(restore(fresh, path)).rejects.toThrow(code)
      expect(fresh.session.status().state).toBe('notFound')
      expect(filesOf(fresh.session.directory)).toEqual({})
    })

    test('a backup that was never finished', async () => {
      const { core, path } = await backedUp()
      const cut = `${path}.in-progress`
      cpSync(path, cut, { recursive: true })
      await expect(restore(core, cut)).rejects.toThrow('BACKUP_DAMAGED')
    })
  })

  test('a folder copied by hand and a bare ledger file can be restored too', async () => {
    const { core, directory, rows, sha256 } = await backedUp()
    core.session.close()
    const copy = join(temporaryFolder(), '手工复制')
    cpSync(directory, copy, { recursive: true })
    const first = testCore({ directory: join(temporaryFolder(), 'x') })
    expect(await restore(first, copy)).toMatchObject({ missing: [], members: 14 })
    expect({ ...dumpLedger(first.session.require()), installation: [] }).toEqual({ ...rows, installation: [] })
    expect(existsSync(first.session.require().attachments.pathOf(sha256))).toBe(true)
    const bare = join(temporaryFolder(), '只有这个.sqlite')
    copyFileSync(ledgerFile(directory), bare)
    const second = testCore({ directory: join(temporaryFolder(), 'y') })
    expect(await restore(second, bare)).toMatchObject({ missing: ['签到表.txt'], members: 14 })
  })

  test('a wrong attachment in the data folder gives way to the right one of the backup', async () => {
    const { core, path, sha256 } = await backedUp()
    writeFileSync(core.session.require().attachments.pathOf(sha256), '别的')
    await restore(core, path)
    expect(readFileSync(core.session.require().attachments.pathOf(sha256), 'utf8')).toBe('签到')
  })

  test('cut off before the exchange: the old ledger; after the note: the new one, at the next start', async () => {
    const { core, path, directory } = await backedUp()
    member(core, '何庚')
    core.session.close()
    const staged = join(directory, '.restore-0198a000')
    copyFileSync(join(path, 'ledger.sqlite'), staged)
    expect(core.session.open().state).toBe('open')
    expect(core.session.require().db.all('SELECT id FROM person')).toHaveLength(15)
    core.session.close()
    writeFileSync(join(directory, 'restore-pending.json'), JSON.stringify({ staged: '.restore-0198a000' }))
    writeFileSync(`${ledgerFile(directory)}-journal`, Buffer.alloc(600, 0x41))
    expect(core.session.open().state).toBe('open')
    expect(core.session.require().db.all('SELECT id FROM person')).toHaveLength(14)
    expect(readdirSync(directory)).not.toContain('restore-pending.json')
  })

  test('a note that names anything else than a staged ledger moves nothing', () => {
    const directory = temporaryFolder()
    for (const name of ['../x', 'ledger.sqlite', '/etc/passwd', '.restore-/../x', 7, null]) {
      writeFileSync(join(directory, 'restore-pending.json'), JSON.stringify({ staged: name }))
      writeFileSync(ledgerFile(directory), 'as it was')
      finishRestore(directory)
      expect(readFileSync(ledgerFile(directory), 'utf8')).toBe('as it was')
    }
  })

  test('an older backup is brought to this version on opening', async () => {
    const directory = join(temporaryFolder(), 'x')
    const core = testCore({ directory })
    await restore(core, join(import.meta.dirname, '../fixtures/ledgers/v1.sqlite'))
    expect(core.session.status().state).toBe('open')
    expect(core.session.require().db.all('SELECT id FROM person')).toHaveLength(5)
    expect(ringEntries(directory).map(({ manifest }) => manifest.reason)).toEqual(['migration'])
  })
})
