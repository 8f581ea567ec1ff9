import { spawnSync } from 'node:child_process'
import { copyFileSync, cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ledgerFile } from '#main/ledger/backup/places.ts'
import { checkLedger } from '#main/ledger/check/check.ts'
import { saveMember } from '#main/members/service.ts'
import { openBetterSqlite } from '#main/platform/database/better-sqlite.ts'
import { temporaryFolder, testCore } from '../helpers/ledger.ts'
import { sampleBranch } from '../helpers/sample-branch.ts'

const control = { signal: new AbortController().signal, onProgress: () => {} }

/** A closed ledger with `more` people beside those of the sample. */
function closedLedger(more: number): string {
  const { core } = sampleBranch()
  for (let n = 0; n < more; n++)
    saveMember(core.session.require(), {
      person: { name: `第${n}`, declaredCategory: 'formalMember', joinedOn: '1998-06-20' },
    })
  core.session.close()
  return core.session.directory
}

/**
 * Ends a program in the middle of a change of the ledger: a journal with content, and pages of the change already in the file.
 * A second change of the session is cut off where `counted`: the counter has been counted up by the first.
 */
function cutOff(directory: string, counted = false): void {
  const program = `import Sqlite from 'better-sqlite3'
    const db = new Sqlite(process.argv[1])
    db.exec('PRAGMA locking_mode=EXCLUSIVE; PRAGMA synchronous=EXTRA; PRAGMA cache_size=2; PRAGMA cache_spill=2')
    if (process.argv[2] === 'true') db.exec("INSERT INTO installation VALUES ('first', '1')")
    db.exec('BEGIN')
    db.exec("UPDATE person SET name = name || hex(randomblob(2000))")
    db.exec("INSERT INTO installation SELECT id, hex(randomblob(3000)) FROM person")
    process.kill(process.pid, 'SIGKILL')`
  const argv = ['--input-type=module', '-e', program, ledgerFile(directory), String(counted)]
  spawnSync(process.execPath, argv, { stdio: 'inherit' })
  expect(readFileSync(`${ledgerFile(directory)}-journal`).length).toBeGreaterThan(4096)
}

async function expectWhole(directory: string, people: number): Promise<void> {
  const core = testCore({ directory })
  expect(core.session.open().state).toBe('open')
  expect(core.session.require().db.all('SELECT id FROM person')).toHaveLength(people)
  const { findings } = await checkLedger(core, control)
  expect(findings.filter(({ isNote }) => !isNote).map(({ text }) => text)).toEqual([])
}

describe('what lies beside the ledger', () => {
  test.each([false, true])('its own journal is played back (second change of a session: %s)', async (counted) => {
    const directory = closedLedger(2)
    cutOff(directory, counted)
    await expectWhole(directory, 16)
  })

  test('the journal of another ledger, or of an older copy of the same, is refused, and nothing is touched', () => {
    const directory = closedLedger(40)
    const copy = join(temporaryFolder(), 'copy')
    cpSync(directory, copy, { recursive: true })
    for (let n = 0; n < 3; n++) {
      const core = testCore({ directory })
      core.session.open()
      saveMember(core.session.require(), { person: { name: `新${n}`, declaredCategory: 'formalMember', joinedOn: '1998-06-20' } })
      core.session.close()
    }
    for (const origin of [closedLedger(7), copy]) {
      cutOff(origin)
      copyFileSync(`${ledgerFile(origin)}-journal`, `${ledgerFile(directory)}-journal`)
      const before = ['', '-journal'].map((ending) => readFileSync(`${ledgerFile(directory)}${ending}`).toString('base64'))
      const core = testCore({ directory })
      expect(core.session.open()).toMatchObject({ state: 'damaged', detail: { sideFile: 'ledger.sqlite-journal' } })
      expect(['', '-journal'].map((ending) => readFileSync(`${ledgerFile(directory)}${ending}`).toString('base64'))).toEqual(before)
    }
  })

  test('a write-ahead log of another ledger is refused; that of another program’s visit to this one is taken in', async () => {
    const directory = closedLedger(3)
    const visited = join(temporaryFolder(), 'visited')
    cpSync(directory, visited, { recursive: true })
    const visitor = openBetterSqlite(ledgerFile(visited))
    visitor.exec("PRAGMA journal_mode=WAL; INSERT INTO installation VALUES ('visited', '1')")
    const left = join(temporaryFolder(), 'left')
    cpSync(visited, left, { recursive: true })
    visitor.close()
    expect(existsSync(`${ledgerFile(left)}-wal`)).toBe(true)
    copyFileSync(`${ledgerFile(left)}-wal`, `${ledgerFile(directory)}-wal`)
    expect(testCore({ directory }).session.open()).toMatchObject({ state: 'damaged', detail: { sideFile: 'ledger.sqlite-wal' } })
    await expectWhole(left, 17)
    expect(existsSync(`${ledgerFile(left)}-wal`)).toBe(false)
  })

  test.each(['', 'rubbish', 'x'.repeat(9000)])('side files that are none do no harm', async (content) => {
    const directory = closedLedger(1)
    writeFileSync(`${ledgerFile(directory)}-journal`, content)
    await expectWhole(directory, 15)
  })
})
