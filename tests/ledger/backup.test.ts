import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { addAttachment } from '#main/attachments/service.ts'
import type { Core } from '#main/core.ts'
import { backupBefore, backupOnClose, readSafety } from '#main/ledger/backup/automatic.ts'
import { contentPath } from '#main/ledger/backup/contents.ts'
import { makeBackup } from '#main/ledger/backup/make.ts'
import { ringEntries } from '#main/ledger/backup/manifest.ts'
import { ringAttachments, ringFolder } from '#main/ledger/backup/places.ts'
import { saveMember } from '#main/members/service.ts'
import { inProcessClient } from '#main/shells/in-process.ts'
import { dumpLedger, temporaryFolder, testClock, testCore } from '../helpers/ledger.ts'
import { sampleBranch } from '../helpers/sample-branch.ts'
import { canMount, mountTmpfs } from '../helpers/tmpfs.ts'

const member = (core: Core, name: string) =>
  saveMember(core.session.require(), { person: { name, declaredCategory: 'formalMember', joinedOn: '1998-06-20' } })

async function attach(core: Core, text: string, name = '签到表.txt'): Promise<string> {
  const file = join(temporaryFolder(), name)
  writeFileSync(file, text)
  return (await addAttachment(core, core.staging.fromPath(file).token, undefined)).sha256
}

const backup = (core: Core, outside?: string, reason: 'manual' | 'close' = outside ? 'manual' : 'close') =>
  makeBackup(core.session.require(), {
    reason,
    clock: core.clock,
    programVersion: core.programVersion,
    ...(outside ? { outside } : {}),
  })

describe('a backup in the ring', () => {
  test('holds every row, is listed with its counts, and stores an attachment once', async () => {
    const clock = testClock()
    const { core, ledger } = sampleBranch({ clock })
    const sha256 = await attach(core, '签到')
    await backup(core)
    clock.set('2026-01-11')
    member(core, '何庚')
    await backup(core)
    const [newest, first] = ringEntries(ledger.directory)
    expect(newest?.manifest.counts['person']).toBe(15)
    expect(first?.manifest.counts['person']).toBe(14)
    expect(newest?.manifest.attachments).toEqual([{ sha256, octets: 6 }])
    expect(readFileSync(contentPath(ringAttachments(ledger.directory), sha256), 'utf8')).toBe('签到')
    expect(await inProcessClient(core).ledger.backups({})).toMatchObject([
      { reason: 'close', members: 15, attachments: 1, branchName: '某局机关第三党支部' },
      { members: 14 },
    ])
    // Nothing half-made is left.
    expect(readdirSync(ringFolder(ledger.directory)).filter((name) => name.includes('in-progress'))).toEqual([])
  })

  test('is made on closing when something has changed, and only then', async () => {
    const { core } = sampleBranch()
    const directory = core.session.directory
    await backupOnClose(core)
    core.session.close()
    expect(ringEntries(directory)).toHaveLength(1)
    core.session.open()
    await backupOnClose(core)
    core.session.close()
    expect(ringEntries(directory)).toHaveLength(1)
    core.session.open()
    member(core, '何庚')
    await backupOnClose(core)
    expect(ringEntries(directory)).toHaveLength(2)
  })

  test('is made by closing the program', async () => {
    const directory = join(temporaryFolder(), '支部手册')
    const core = testCore({ directory, backsUpOnClose: true })
    await inProcessClient(core).ledger.create({ name: '某局机关第三党支部' })
    await core.close()
    expect(ringEntries(directory).map(({ manifest }) => manifest.reason)).toEqual(['close'])
  })

  test('after a crash the next closing makes one, although nothing was changed since', async () => {
    const { core } = sampleBranch()
    await backup(core)
    member(core, '何庚')
    core.session.close()
    // What a killed program leaves: its lock file.
    writeFileSync(join(core.session.directory, 'lock'), JSON.stringify({ pid: 1, host: 'pc', since: '2026-01-10T00:00:00Z' }))
    core.session.open()
    await backupOnClose(core)
    expect(ringEntries(core.session.directory)[0]?.manifest.counts['person']).toBe(15)
  })

  test('keeps the ring small, and removes contents that no backup names', async () => {
    const clock = testClock()
    const { core, ledger } = sampleBranch({ clock })
    for (let index = 0; index < 14; index++) {
      member(core, `何${'甲乙丙丁戊己庚辛壬癸子丑寅卯'[index]}`)
      await backup(core)
    }
    const kept = ringEntries(ledger.directory)
    expect(kept).toHaveLength(10)
    expect(kept[0]?.manifest.counts['person']).toBe(28)
  })

  test('one much smaller than the last alarms, and nothing is let go until somebody accepts it', async () => {
    const { core, ledger } = sampleBranch()
    for (let index = 0; index < 10; index++) await backup(core)
    ledger.db.exec('PRAGMA foreign_keys=OFF; DELETE FROM history_payload; DELETE FROM history; DELETE FROM person')
    await backup(core)
    await backup(core)
    expect(ringEntries(ledger.directory)).toHaveLength(12)
    expect(readSafety(core).isShrunk).toBe(true)
    expect((await inProcessClient(core).ledger.acceptSmaller({})).isShrunk).toBe(false)
    expect(ringEntries(ledger.directory)).toHaveLength(10)
  })

  test('names an attachment that is missing or changed instead of keeping quiet', async () => {
    const { core, ledger } = sampleBranch()
    const gone = await attach(core, '一', '照片.txt')
    const changed = await attach(core, '二', '讲稿.txt')
    rmSync(ledger.attachments.pathOf(gone))
    writeFileSync(ledger.attachments.pathOf(changed), '三')
    expect((await backup(core)).missing.toSorted()).toEqual(['照片.txt', '讲稿.txt'].toSorted())
    expect(ringEntries(ledger.directory)[0]?.manifest.missing.toSorted()).toEqual([gone, changed].toSorted())
  })
})

describe('a backup on another disk', () => {
  test('is exactly one new folder, complete in itself, and opens as a ledger', async () => {
    const { core, ledger } = sampleBranch()
    const sha256 = await attach(core, '签到')
    const before = dumpLedger(ledger)
    const stick = temporaryFolder()
    const { path, attachments } = await backup(core, stick)
    expect(readdirSync(stick)).toEqual(['支部手册备份_某局机关第三党支部_20260110-090000'])
    expect(attachments).toBe(1)
    expect(readFileSync(join(path, 'attachments', sha256.slice(0, 2), sha256), 'utf8')).toBe('签到')
    const again = testCore({ directory: path })
    expect(again.session.open().state).toBe('open')
    expect(dumpLedger(again.session.require())).toEqual(before)
  })

  test('is asked for when none has left the machine for 30 days', async () => {
    const clock = testClock('2026-01-10')
    const { core } = sampleBranch({ clock })
    await backup(core)
    expect(readSafety(core)).toMatchObject({ needsOutside: false, lastOutsideAt: null })
    clock.set('2026-02-08')
    expect(readSafety(core).needsOutside).toBe(false)
    clock.set('2026-02-09')
    expect(readSafety(core).needsOutside).toBe(true)
    await backup(core, temporaryFolder())
    expect(readSafety(core)).toMatchObject({ needsOutside: false, lastOutsideAt: clock.now().toISOString() })
  })

  test('cancelled, it leaves nothing', async () => {
    const { core, ledger } = sampleBranch()
    await attach(core, '签到')
    const stick = temporaryFolder()
    const controller = new AbortController()
    const control = {
      signal: controller.signal,
      onProgress: ({ phase }: { phase: string }) => void (phase === 'attachments' && controller.abort()),
    }
    await expect(
      makeBackup(ledger, { reason: 'manual', clock: core.clock, programVersion: '', outside: stick, control }),
    ).rejects.toThrow('CANCELLED')
    expect(readdirSync(stick)).toEqual([])
  })

  test.each(['database', 'attachments', 'readBack'])(
    'a stick pulled out in phase %s: said, and the ledger goes on',
    async (during) => {
      const { core, ledger } = sampleBranch()
      await attach(core, '签到')
      const stick = join(temporaryFolder(), '优盘')
      mkdirSync(stick)
      const control = {
        signal: new AbortController().signal,
        onProgress: ({ phase }: { phase: string }) => void (phase === during && rmSync(stick, { recursive: true, force: true })),
      }
      const before = dumpLedger(ledger)
      const made = makeBackup(ledger, { reason: 'manual', clock: core.clock, programVersion: '', outside: stick, control })
      await expect(made).rejects.toThrow(/^(TARGET_NOT_WRITABLE|BACKUP_FAILED)$/)
      expect(dumpLedger(ledger)).toEqual(before)
      expect(readSafety(core).lastOutsideAt).toBeNull()
      mkdirSync(stick, { recursive: true })
      expect((await backup(core, stick)).attachments).toBe(1)
    },
  )

  test.skipIf(!canMount)('without space: says so and leaves nothing (needs the right to mount)', async () => {
    const { core } = sampleBranch()
    await attach(core, 'x'.repeat(300_000))
    for (const octets of [64 * 1024, 400 * 1024, 600 * 1024]) {
      const stick = mountTmpfs(onTestFinished, octets)
      await expect(backup(core, stick)).rejects.toThrow('TARGET_NO_SPACE')
      expect(readdirSync(stick)).toEqual([])
    }
  })

  test('a target inside the data folder is refused, also by way of a link: it would be lost with it', async () => {
    const { core, ledger } = sampleBranch()
    const link = join(temporaryFolder(), 'link')
    symlinkSync(ledger.directory, link)
    const inside = join(ledger.directory, 'attachments')
    mkdirSync(inside, { recursive: true })
    for (const target of [ledger.directory, inside, link])
      await expect(backup(core, target)).rejects.toMatchObject({ code: 'TARGET_IN_LEDGER', params: { path: target } })
    expect(readdirSync(inside)).toEqual([])
  })

  test('a target that is gone is said, and a failure on closing is told at the next start', async () => {
    const { core, ledger } = sampleBranch()
    const file = join(temporaryFolder(), 'a-file')
    writeFileSync(file, '')
    await expect(backup(core, join(file, 'folder'))).rejects.toThrow('TARGET_NOT_WRITABLE')
    const errors: unknown[] = []
    Object.assign(core.log, { error: (_: string, error: unknown) => void errors.push(error) })
    mkdirSync(ledger.directory, { recursive: true })
    writeFileSync(ringFolder(ledger.directory), 'a file where the folder should be')
    await backupOnClose(core)
    expect(errors).toHaveLength(1)
    expect(readSafety(core).failure).not.toBeNull()
    rmSync(ringFolder(ledger.directory))
    await backupBefore(core, 'close')
    expect(readSafety(core).failure).toBeNull()
    expect(existsSync(ringFolder(ledger.directory))).toBe(true)
  })
})

test('two backups asked for at once are both made, one after the other', async () => {
  const { core, ledger } = sampleBranch()
  const [first, second] = await Promise.all([backup(core), backup(core)])
  expect(first.path).not.toBe(second.path)
  expect(ringEntries(ledger.directory)).toHaveLength(2)
})
