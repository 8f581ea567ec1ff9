import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import type { Core } from '#main/core.ts'
import { backupOnClose } from '#main/ledger/backup/automatic.ts'
import { ledgerFile } from '#main/ledger/backup/places.ts'
import { inProcessClient } from '#main/shells/in-process.ts'
import { temporaryFolder, testCore } from '../helpers/ledger.ts'
import { sampleBranch } from '../helpers/sample-branch.ts'

/** What a second program meets: `SQLITE_BUSY`, or `open`. */
function secondProgram(core: Core): string {
  const program = `import Sqlite from 'better-sqlite3'
    try {
      const db = new Sqlite(process.argv[1], { timeout: 0 })
      db.exec('PRAGMA locking_mode=EXCLUSIVE; BEGIN EXCLUSIVE; COMMIT')
      console.log('open')
    } catch (error) { console.log(error.code) }`
  const argv = ['--input-type=module', '-e', program, ledgerFile(core.session.directory)]
  return spawnSync(process.execPath, argv, { encoding: 'utf8' }).stdout.trim()
}

async function done(task: AsyncIterable<unknown>): Promise<void> {
  for await (const _ of task);
}

// On a system with POSIX locks a program gives its lock up by closing any other handle of the same file.
test('whatever the first program does, the second one finds the ledger in use until the first has closed it', async () => {
  const { core } = sampleBranch()
  const client = inProcessClient(core)
  const elsewhere = () => core.targets.admit(temporaryFolder())
  const steps: [name: string, step: () => unknown][] = [
    ['opened', () => undefined],
    ['asked whether it has changed', () => core.session.require().isChangedSinceBackup()],
    ['backup in the ring', () => backupOnClose(core)],
    ['backup elsewhere', async () => await done(await client.ledger.backup({ targetId: elsewhere() }))],
    ['self-check', async () => await done(await client.ledger.check({}))],
    ['repair', async () => await done(await client.ledger.repair({}))],
    ['salvage', async () => await done(await client.ledger.salvage({ targetId: elsewhere() }))],
    ['log', () => client.ledger.log({})],
    [
      'exchange pack',
      async () => await done(await client.packs.export({ year: 2025, targetId: elsewhere(), confirmed: true, kind: 'exchange' })),
    ],
    [
      'restore of itself',
      async () =>
        await done(await client.ledger.restore({ targetId: core.targets.admit(core.session.directory) })).catch(() => undefined),
    ],
    [
      'restore',
      async () => {
        const [newest] = await client.ledger.backups({})
        await done(await client.ledger.restore({ backupId: newest?.id ?? '' }))
      },
    ],
    ['retry', () => client.ledger.retry({})],
    ['passphrase', () => client.lock.set({ passphrase: '晴天 walking 42' })],
  ]
  for (const [name, step] of steps) {
    await step()
    expect(core.session.status().state, name).toBe('open')
    expect(secondProgram(core), name).toBe('SQLITE_BUSY')
  }
  core.session.close()
  expect(secondProgram(core)).toBe('open')
})

test('the ledger stays in use after it was brought to this version, which copies it first', () => {
  const directory = join(temporaryFolder(), '支部手册')
  mkdirSync(directory)
  copyFileSync(resolve(import.meta.dirname, '../fixtures/ledgers/v1.sqlite'), ledgerFile(directory))
  const core = testCore({ directory })
  expect(core.session.open().state).toBe('open')
  expect(secondProgram(core)).toBe('SQLITE_BUSY')
})

test('the ledger itself is no backup of itself', async () => {
  const { core } = sampleBranch()
  const client = inProcessClient(core)
  const task = await client.ledger.restore({ targetId: core.targets.admit(core.session.directory) })
  await expect(done(task)).rejects.toMatchObject({ code: 'BACKUP_NOT_FOUND' })
  expect(await client.members.all({})).toHaveLength(14)
})
