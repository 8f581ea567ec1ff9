import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { addAttachment } from '#main/attachments/service.ts'
import type { Core } from '#main/core.ts'
import { makeBackup } from '#main/ledger/backup/make.ts'
import { ringEntries } from '#main/ledger/backup/manifest.ts'
import { ledgerFile, ringFolder } from '#main/ledger/backup/places.ts'
import { salvage } from '#main/ledger/backup/salvage.ts'
import { checkLedger } from '#main/ledger/check/check.ts'
import { repairLedger } from '#main/ledger/check/repair.ts'
import { folderWarnings } from '#main/ledger/folder-warnings.ts'
import { createLedger } from '#main/ledger/service.ts'
import { openBetterSqlite } from '#main/platform/database/better-sqlite.ts'
import { runCli } from '#main/shells/cli/run.ts'
import { byText } from '#shared/kernel/order.ts'
import { temporaryFolder, testCore } from '../helpers/ledger.ts'
import { sampleBranch } from '../helpers/sample-branch.ts'

const control = { signal: new AbortController().signal, onProgress: () => {} }
const check = (core: Core) => checkLedger(core, control)

/** Changes a closed ledger past the program, as a database browser would. */
function byHand(core: Core, sql: string): void {
  core.session.close()
  const db = openBetterSqlite(ledgerFile(core.session.directory))
  db.exec(`PRAGMA foreign_keys=OFF; ${sql}`)
  db.close()
  expect(core.session.open().state).toBe('open')
}

async function attach(core: Core, text: string, name = '签到表.txt'): Promise<string> {
  const file = join(temporaryFolder(), name)
  writeFileSync(file, text)
  return (await addAttachment(core, core.staging.fromPath(file).token, undefined)).sha256
}

async function cli(directory: string, ...argv: string[]): Promise<{ code: number; json: Record<string, unknown>; stderr: string }> {
  let out = ''
  let err = ''
  const code = await runCli([...argv, '--ledger', directory, '--json'], {
    workingFolder: temporaryFolder(),
    signal: new AbortController().signal,
    stdout: (text) => void (out += text),
    stderr: (text) => void (err += text),
    openPrinter: () => null,
  })
  return { code, json: JSON.parse(out) as Record<string, unknown>, stderr: err }
}

describe('self-check', () => {
  test('finds nothing in what the program has written, the sample branch and a migrated ledger included', async () => {
    const core = testCore()
    await createLedger(core, undefined, true)
    await makeBackup(core.session.require(), { reason: 'close', clock: core.clock, programVersion: '' })
    const result = await check(core)
    expect(result.findings.map(({ text }) => text)).toEqual([])
    expect(result).toMatchObject({ status: 'ok', checked: { backups: 1 } })
    // Looking changes nothing: closing now needs no other backup, and neither does closing after the next opening.
    expect(core.session.require().isChangedSinceBackup()).toBe(false)
    core.session.close()
    core.session.open()
    await check(core)
    expect(core.session.require().isChangedSinceBackup()).toBe(false)
  })

  test.each([
    ['a changed name', "UPDATE person SET name = '张三丰' WHERE name = '张三'", 'rowChanged', 'person', '张三丰', '姓名'],
    [
      'a removed person',
      "DELETE FROM member_interval WHERE value = 'organizationCommissioner'",
      'rowMissing',
      'member_interval',
      '',
      '',
    ],
    [
      'an added row',
      "INSERT INTO party_group SELECT '0198a000-0000-7000-8000-0000000000aa', branch_id, '第九党小组', 9, NULL, NULL FROM party_group LIMIT 1",
      'rowAdded',
      'party_group',
      '第九党小组',
      '',
    ],
    ['a forged history entry', "UPDATE history SET what = '别的' WHERE seq = 3", 'chainBroken', 'party_group', '', ''],
    [
      'a forged payload',
      "UPDATE history_payload SET after = replace(after, '李四', '李五') WHERE after LIKE '%李四%'",
      'payloadChanged',
      'person',
      '李四',
      '',
    ],
    ['a cut-out entry', 'DELETE FROM history_payload WHERE seq = 5; DELETE FROM history WHERE seq = 5', 'chainBroken', '', '', ''],
  ])('%s by hand is noticed and the row named', async (_name, sql, kind, table, label, detail) => {
    const { core } = sampleBranch()
    byHand(core, sql)
    const { status, findings } = await check(core)
    expect(status).toBe('problems')
    const found = findings.find((finding) => finding.kind === kind && (table === '' || finding.table === table))
    expect(found, JSON.stringify(findings.map(({ text }) => text))).toBeDefined()
    expect(found?.id).toMatch(/^[0-9a-f-]{36}$/)
    if (label !== '') expect(found?.text).toContain(label)
    if (detail !== '') expect(found?.detail).toContain(detail)
  })

  test('the end of the history is looked at on every start', () => {
    const { core } = sampleBranch()
    expect(core.session.status().warnings).toEqual([])
    byHand(core, "UPDATE history SET who = '某人' WHERE seq = (SELECT max(seq) FROM history)")
    expect(core.session.status().warnings).toEqual(['historyTail'])
  })

  test('a broken reference is named', async () => {
    const { core } = sampleBranch()
    byHand(core, "UPDATE membership SET person_id = 'nobody' WHERE rowid = 1")
    const { findings } = await check(core)
    expect(findings.find(({ kind }) => kind === 'brokenReference')).toMatchObject({
      table: 'membership',
      detail: 'person',
      text: expect.stringContaining('引用的内容不存在：党员'),
    })
  })

  test('attachments: missing and changed ones are named and brought back from the backups, after a backup', async () => {
    const { core, ledger } = sampleBranch()
    const gone = await attach(core, '一', '甲.txt')
    const changed = await attach(core, '二', '乙.txt')
    await makeBackup(ledger, { reason: 'close', clock: core.clock, programVersion: '' })
    const unsaved = await attach(core, '三', '丙.txt')
    for (const sha256 of [gone, unsaved]) rmSync(ledger.attachments.pathOf(sha256))
    writeFileSync(ledger.attachments.pathOf(changed), '四')
    mkdirSync(join(ledger.directory, 'attachments', 'ff'), { recursive: true })
    writeFileSync(join(ledger.directory, 'attachments', 'ff', 'f'.repeat(64)), '')
    const before = await check(core)
    expect(
      before.findings
        .map(({ kind, label, isRepairable, isNote }) => [kind, label, isRepairable, isNote].join(' '))
        .toSorted(byText),
    ).toEqual(
      [
        'attachmentMissing 甲.txt true false',
        'attachmentChanged 乙.txt true false',
        'attachmentMissing 丙.txt false false',
        'attachmentUnused  false true',
      ].toSorted(byText),
    )
    const { repaired, result } = await repairLedger(core, control)
    expect(repaired).toHaveLength(2)
    expect(result.findings.filter(({ isNote }) => !isNote).map(({ label, part }) => [part, label])).toEqual([
      ['attachments', '丙.txt'],
    ])
    expect(readFileSync(ledger.attachments.pathOf(changed), 'utf8')).toBe('二')
    expect(ringEntries(ledger.directory)[0]?.manifest.reason).toBe('repair')
  })

  test('a search index with gaps is made anew', async () => {
    const { core } = sampleBranch()
    byHand(core, "DELETE FROM search_text WHERE title LIKE '%张三%' OR body LIKE '%张三%'")
    expect((await check(core)).findings.map(({ kind }) => kind)).toEqual(['searchIncomplete'])
    expect((await repairLedger(core, control)).result.status).toBe('ok')
  })

  test('a damaged backup is named', async () => {
    const { core, ledger } = sampleBranch()
    await makeBackup(ledger, { reason: 'close', clock: core.clock, programVersion: '' })
    const [entry] = ringEntries(ledger.directory)
    const file = join(entry?.path ?? '', 'ledger.sqlite')
    writeFileSync(file, readFileSync(file).fill(0, 8192, 8200))
    expect((await check(core)).findings).toMatchObject([{ kind: 'backupDamaged', id: entry?.id }])
  })
})

describe('the command line', () => {
  test('check answers 0 or 1, also for a ledger that cannot be opened, and 2 where there is none', async () => {
    const { core } = sampleBranch()
    const { directory } = core.session
    core.session.close()
    expect(await cli(directory, 'check')).toMatchObject({ code: 0, json: { status: 'ok', findings: [] } })
    byHand(core, "UPDATE person SET name = '张三丰' WHERE name = '张三'")
    core.session.close()
    expect(await cli(directory, 'check')).toMatchObject({
      code: 1,
      json: { status: 'problems', findings: [{ kind: 'rowChanged' }] },
    })
    writeFileSync(ledgerFile(directory), readFileSync(ledgerFile(directory)).fill(0x41, 4096))
    expect(await cli(directory, 'check')).toMatchObject({ code: 1, json: { status: 'problems', findings: [{ kind: 'notOpen' }] } })
    expect(await cli(join(directory, 'nowhere'), 'check')).toMatchObject({ code: 2, json: { error: { code: 'LEDGER_NOT_FOUND' } } })
  })

  test('backup writes one entry, restore takes it into a folder that is not there', async () => {
    const { core } = sampleBranch()
    const { directory } = core.session
    core.session.close()
    const stick = temporaryFolder()
    const backup = await cli(directory, 'backup', '--out', stick)
    expect(backup.code).toBe(0)
    expect(readdirSync(stick)).toHaveLength(1)
    const fresh = join(temporaryFolder(), '新', '电脑')
    expect(await cli(fresh, 'restore', String(backup.json['path']))).toMatchObject({ code: 0, json: { members: 14, keptAs: null } })
    expect(await cli(fresh, 'check')).toMatchObject({ code: 0 })
    expect(await cli(fresh, 'restore', stick)).toMatchObject({ code: 2, json: { error: { code: 'BACKUP_NOT_FOUND' } } })
    expect(await cli(fresh, 'backup')).toMatchObject({ code: 2 })
  })
})

describe('a damaged ledger', () => {
  test('gives what can still be read, and is not touched', async () => {
    const core = testCore()
    await createLedger(core, undefined, true)
    const people = core.session.require().db.all<{ id: string }>('SELECT id FROM person').length
    core.session.close()
    const file = ledgerFile(core.session.directory)
    const content = readFileSync(file)
    const pages = content.length / 4096
    let readable = 0
    for (let page = 1; page < pages; page += Math.ceil(pages / 12)) {
      const damaged = Buffer.from(content).fill(0x5a, page * 4096, (page + 1) * 4096)
      writeFileSync(file, damaged)
      const target = temporaryFolder()
      const { path, rows } = await salvage(core, target, control)
      expect(readdirSync(target)).toHaveLength(1)
      expect(readFileSync(file).equals(damaged)).toBe(true)
      const persons = readFileSync(join(path, 'person.jsonl'), 'utf8')
        .trim()
        .split('\n')
        .filter((line) => line !== '')
      for (const line of persons) expect(JSON.parse(line)).toHaveProperty('name')
      if (persons.length === people) readable += 1
      expect(rows).toBeGreaterThan(0)
    }
    expect(readable).toBeGreaterThan(6)
  })

  test('page by page: damaged, or opened and whole; after an unclean end never opened with damage', async () => {
    const { core } = sampleBranch()
    const { directory } = core.session
    core.session.close()
    const file = ledgerFile(directory)
    const content = readFileSync(file)
    for (let page = 0; page < content.length / 4096; page++) {
      const damaged = Buffer.from(content)
      // A handful of bits of the page.
      for (let at = page * 4096 + (page === 0 ? 100 : 0); at < (page + 1) * 4096; at += 97)
        damaged[at] = (damaged[at] as number) ^ 0x10
      writeFileSync(file, damaged)
      // What a killed program leaves.
      writeFileSync(join(directory, 'lock'), JSON.stringify({ pid: 1, host: 'pc', since: '2026-01-10T00:00:00Z' }))
      const { state } = core.session.open()
      expect(['damaged', 'foreign', 'open']).toContain(state)
      if (state === 'open') {
        const { findings } = await check(core)
        // Flipped bits inside a text are no damage to SQLite; the history sees them, or they lay in free space.
        expect(findings.filter(({ part }) => part === 'database')).toEqual([])
        core.session.close()
      }
    }
  })

  test.each([
    ['cut in half', (content: Buffer) => content.subarray(0, Math.floor(content.length / 2)), 'damaged'],
    ['cut to its header', (content: Buffer) => content.subarray(0, 100), 'damaged'],
    ['zeros behind the header', (content: Buffer) => Buffer.from(content).fill(0, 100), 'damaged'],
    ['no octets, beside its backups', () => Buffer.alloc(0), 'damaged'],
  ])('%s stops at its screen', (_name, change, state) => {
    const { core } = sampleBranch()
    const { directory } = core.session
    core.session.close()
    mkdirSync(ringFolder(directory), { recursive: true })
    const damaged = change(readFileSync(ledgerFile(directory)))
    writeFileSync(ledgerFile(directory), damaged)
    expect(core.session.open().state).toBe(state)
    expect(readFileSync(ledgerFile(directory)).equals(damaged)).toBe(true)
  })
})

describe('folders that are no place for a ledger', () => {
  const mounts = '/dev/sda1 / ext4 rw 0 0\n//server/share /mnt/share cifs rw 0 0\nserver:/home /net/home\\040one nfs4 rw 0 0\n'
  test.each([
    ['/home/a/文档/支部手册', []],
    ['/home/a/OneDrive - 某局/支部手册', ['syncedFolder']],
    ['/home/a/坚果云/支部手册', ['syncedFolder']],
    ['/home/a/WPS云盘/支部手册', ['syncedFolder']],
    ['/home/a/微云同步助手/支部手册', ['syncedFolder']],
    ['/mnt/share/支部手册', ['networkFolder']],
    ['/mnt/shared/支部手册', []],
    ['/net/home one/支部手册', ['networkFolder']],
    ['\\\\server\\share\\支部手册', ['networkFolder']],
  ])('%s', (path, warnings) => {
    expect(folderWarnings(path, mounts)).toEqual(warnings)
  })
})

test('a cut-off attachment leaves nothing after the next start', () => {
  const { core } = sampleBranch()
  const { directory } = core.session
  core.session.close()
  mkdirSync(join(directory, 'attachments'), { recursive: true })
  writeFileSync(join(directory, 'attachments', 'x.part'), 'half')
  writeFileSync(join(directory, 'lock'), JSON.stringify({ pid: 1, host: 'pc', since: '2026-01-10T00:00:00Z' }))
  core.session.open()
  expect(existsSync(join(directory, 'attachments', 'x.part'))).toBe(false)
})
