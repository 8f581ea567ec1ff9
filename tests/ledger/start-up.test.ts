import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { createBranch } from '#main/branch/service.ts'
import { ledgerFile } from '#main/ledger/backup/places.ts'
import { temporaryFolder, testCore } from '../helpers/ledger.ts'

/** A ledger folder made by this program and closed again. */
function closedLedger(): string {
  const core = testCore()
  createBranch(core.session.create(), '某局机关第三党支部', false)
  core.session.close()
  return core.session.directory
}

const contents = (directory: string) =>
  Object.fromEntries(readdirSync(directory).map((name) => [name, existsSync(join(directory, name)) ? name : '']))

describe('start-up states', () => {
  test('no ledger yet: nothing is made by looking', () => {
    const directory = join(temporaryFolder(), '支部手册')
    const core = testCore({ directory })
    expect(core.session.open()).toMatchObject({ state: 'notFound', directory })
    expect(existsSync(directory)).toBe(false)
    expect(() => core.session.require()).toThrow('LEDGER_NOT_OPEN')
  })

  test('a closed ledger opens again with its branch, and leaves no lock behind', () => {
    const directory = closedLedger()
    expect(contents(directory)).not.toHaveProperty('lock')
    const core = testCore({ directory })
    expect(core.session.open().state).toBe('open')
    expect(core.session.require().branchId).not.toBe('')
  })

  test('in use by another process: says so, and the file is untouched', async () => {
    const directory = closedLedger()
    const holder = spawn(process.execPath, [
      '--input-type=module',
      '-e',
      `import Sqlite from 'better-sqlite3'
       const db = new Sqlite(process.argv[1]); db.exec('PRAGMA locking_mode=EXCLUSIVE; BEGIN EXCLUSIVE; COMMIT')
       console.log('held'); setInterval(() => {}, 1000)`,
      ledgerFile(directory),
    ])
    onTestFinished(() => {
      holder.kill('SIGKILL')
    })
    await once(holder.stdout, 'data')
    const before = readFileSync(ledgerFile(directory))
    const core = testCore({ directory })
    expect(core.session.open()).toMatchObject({ state: 'inUse', detail: { path: directory } })
    expect(readFileSync(ledgerFile(directory)).equals(before)).toBe(true)
    holder.kill('SIGKILL')
    await once(holder, 'exit')
    expect(core.session.open().state).toBe('open')
  })

  test('made by a newer program: refused and untouched', () => {
    const directory = closedLedger()
    const bytes = readFileSync(ledgerFile(directory))
    bytes.writeUInt32BE(9999, 60)
    writeFileSync(ledgerFile(directory), bytes)
    const core = testCore({ directory })
    expect(core.session.open()).toMatchObject({ state: 'newer', detail: { version: 9999 } })
    expect(readFileSync(ledgerFile(directory)).equals(bytes)).toBe(true)
  })

  test.each([
    ['a text file', Buffer.from('这不是数据文件，是别的程序的文本。'.repeat(10))],
    ['a file shorter than a header', Buffer.from('x')],
  ])('another program’s file (%s): refused and untouched', (_name, bytes) => {
    const directory = temporaryFolder()
    writeFileSync(ledgerFile(directory), bytes)
    const core = testCore({ directory })
    expect(core.session.open().state).toBe('foreign')
    expect(() => core.session.create()).toThrow('LEDGER_FOREIGN')
    expect(readFileSync(ledgerFile(directory)).equals(bytes)).toBe(true)
    expect(readdirSync(directory)).toEqual(['ledger.sqlite'])
  })

  test('an empty file is a ledger whose making was cut off, but beside attachments a lost one', () => {
    const directory = temporaryFolder()
    writeFileSync(ledgerFile(directory), '')
    mkdirSync(join(directory, 'attachments'))
    expect(testCore({ directory }).session.open().state).toBe('damaged')
    expect(() => testCore({ directory }).session.create()).toThrow('LEDGER_DAMAGED')
    rmdirSync(join(directory, 'attachments'))
    const core = testCore({ directory })
    expect(core.session.open().state).toBe('notFound')
    expect(core.session.create().directory).toBe(directory)
  })

  test('another program’s SQLite database: refused and untouched', async () => {
    const directory = temporaryFolder()
    const { default: Sqlite } = await import('better-sqlite3')
    const other = new Sqlite(ledgerFile(directory))
    other.exec('CREATE TABLE t (a); INSERT INTO t VALUES (1)')
    other.close()
    const before = readFileSync(ledgerFile(directory))
    expect(testCore({ directory }).session.open().state).toBe('foreign')
    expect(readFileSync(ledgerFile(directory)).equals(before)).toBe(true)
  })

  test('a second ledger is never made over the first', () => {
    const directory = closedLedger()
    expect(() => testCore({ directory }).session.create()).toThrow('LEDGER_EXISTS')
  })

  const mountable = (() => {
    try {
      const probe = temporaryMountPoint()
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', probe], { stdio: 'ignore' })
      execFileSync('umount', [probe])
      return true
    } catch {
      return false
    }
  })()

  test.skipIf(!mountable)('on a read-only disk: says so and changes nothing (needs the right to mount)', () => {
    const source = closedLedger()
    const place = temporaryFolder()
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=8m', 'tmpfs', place])
    onTestFinished(() => {
      execFileSync('umount', ['-l', place])
    })
    mkdirSync(join(place, 'ledger'))
    copyFileSync(ledgerFile(source), ledgerFile(join(place, 'ledger')))
    execFileSync('mount', ['-o', 'remount,ro', place])
    expect(testCore({ directory: join(place, 'ledger') }).session.open()).toMatchObject({
      state: 'readOnly',
      detail: { path: join(place, 'ledger') },
    })
  })

  test.skipIf(!mountable)('on a full disk: a new ledger is refused with the reason', () => {
    const place = temporaryFolder()
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', place])
    onTestFinished(() => {
      execFileSync('umount', ['-l', place])
    })
    const core = testCore({ directory: join(place, 'ledger') })
    expect(() => core.session.create()).toThrow('LEDGER_NO_SPACE')
  })
})

function temporaryMountPoint(): string {
  const folder = join('/tmp', `branch-handbook-mount-${process.pid}`)
  mkdirSync(folder, { recursive: true })
  return folder
}
