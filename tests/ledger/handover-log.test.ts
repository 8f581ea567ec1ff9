import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { addAttachment } from '#main/attachments/service.ts'
import { makeBackup } from '#main/ledger/backup/make.ts'
import { handoverLog, makeHandoverLog } from '#main/ledger/handover/log.ts'
import { createLedger } from '#main/ledger/service.ts'
import { saveMember } from '#main/members/service.ts'
import { rememberingLog } from '#main/platform/error-memory.ts'
import { temporaryFolder, testClock, testCore } from '../helpers/ledger.ts'

/** Every text of two characters or more that stands in any row, apart from what is no word of a user. */
function typedTexts(rows: readonly Record<string, unknown>[]): string[] {
  return rows
    .flatMap((row) => Object.values(row))
    .filter((value): value is string => typeof value === 'string' && /\p{Script=Han}{2}/u.test(value))
}

test('the log that is handed over has figures and codes, and nothing of a person, a record, a file or a folder', async () => {
  const core = testCore({ directory: join(temporaryFolder(), '欧阳某某的资料', '支部手册') })
  await createLedger(core, undefined, true)
  const ledger = core.session.require()
  saveMember(ledger, {
    person: { name: '司马某', declaredCategory: 'formalMember', note: '备注中的话' },
    sealed: { idNumber: '99000019821102042X', mobile: '10000000002' },
  })
  const file = join(temporaryFolder(), '某人的证明.txt')
  writeFileSync(file, 'x')
  await addAttachment(core, core.staging.fromPath(file).token, undefined)
  await makeBackup(ledger, { reason: 'close', clock: core.clock, programVersion: '' })
  ledger.db.run("UPDATE person SET job = '改过的岗位' WHERE name = '司马某'")
  const text = readFileOf(core, (await makeHandoverLog(core)).token)
  const tables = ['branch', 'person', 'activity', 'part', 'dossier', 'attachment', 'party_group', 'history'] as const
  const typed = tables.flatMap((table) => typedTexts(ledger.db.all(`SELECT * FROM ${table}`)))
  expect(typed.length).toBeGreaterThan(100)
  for (const each of [...typed, '99000019821102042X', '10000000002', '欧阳', core.session.directory, '司马某', '某人的证明'])
    expect(text).not.toContain(each)
  for (const { id } of ledger.db.all<{ id: string }>('SELECT id FROM person')) expect(text).not.toContain(id)
  // Nothing of it is in Chinese at all.
  expect(text).not.toMatch(/\p{Script=Han}/u)
  expect(JSON.parse(text)).toMatchObject({
    kind: 'branch-handbook-log',
    ledger: { state: 'open', rows: { person: expect.any(Number) } },
    findings: expect.arrayContaining([{ what: 'history rowChanged person', times: 1 }]),
    backups: [{ reason: 'close', attachments: expect.any(Number) }],
  })
})

const readFileOf = (core: ReturnType<typeof testCore>, token: string) =>
  Buffer.from(core.outbox.find(token).content).toString('utf8')

test('it is made for a ledger that cannot be opened, too', async () => {
  const core = testCore()
  await createLedger(core, undefined, true)
  core.session.close()
  const ledgerPath = join(core.session.directory, 'ledger.sqlite')
  writeFileSync(ledgerPath, readFileSync(ledgerPath).fill(0x41, 4096))
  core.session.open()
  expect(await handoverLog(core)).toMatchObject({ ledger: { state: 'damaged', rows: {} }, findings: null })
})

test('an error is remembered by its reference, its kind and places in the program, never by its words', () => {
  const { log, remembered } = rememberingLog({ error: () => {} }, testClock())
  const error = Object.assign(new Error('张三 /home/zhangsan/台账.xlsx\n    at 李四 (王五.ts:1:1)'), { code: 'ENOENT' })
  log.error('0123456789ab', error)
  log.error('张三', '李四')
  const text = JSON.stringify(remembered())
  expect(text).not.toMatch(/张三|李四|王五|zhangsan|home/)
  expect(remembered()[0]).toMatchObject({ reference: '0123456789ab', name: 'Error', code: 'ENOENT' })
  expect(remembered()[0]?.stack.join()).toContain('handover-log.test.ts')
  for (let n = 0; n < 100; n++) log.error(String(n), error)
  expect(remembered()).toHaveLength(50)
})
