import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect, test } from 'vitest'
import { maxFileOctets } from '#main/packs/file-limit.ts'
import { openTargets } from '#main/packs/targets.ts'
import { inProcessClient } from '#main/shells/in-process.ts'
import { receiptDocument } from '#shared/packs/receipt.ts'
import type { ExportEvent, PackResult } from '#shared/packs/schema.ts'
import { temporaryFolder } from '../helpers/ledger.ts'
import { sampleBranch } from '../helpers/sample-branch.ts'
import { listFiles } from './bags.ts'

async function resultOf(events: AsyncIterable<ExportEvent>): Promise<PackResult> {
  for await (const event of events) if (event.type === 'result') return event.result
  throw new Error('no result')
}

async function branchWithMeeting() {
  const branch = sampleBranch()
  const client = inProcessClient(branch.core)
  await client.activities.save({ date: '2025-03-28', parts: [{ purpose: 'generalMeeting', title: '2025年第一季度支部党员大会' }] })
  return { ...branch, client }
}

test('every line of an exchange pack fits the schema that lies beside it', async () => {
  const { core, client } = await branchWithMeeting()
  const targetId = core.targets.admit(temporaryFolder())
  const { path } = await resultOf(await client.packs.export({ year: 2025, kind: 'exchange', targetId, confirmed: true }))
  const records = join(path, 'data/records')
  const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(
    JSON.parse(readFileSync(join(records, 'schema.json'), 'utf8')),
  )
  const lines = listFiles(records)
    .filter((file) => file.endsWith('.jsonl'))
    .flatMap((file) => readFileSync(join(records, file), 'utf8').split('\n').filter(Boolean))
  expect(lines.length).toBeGreaterThan(50)
  for (const line of lines) expect(validate(JSON.parse(line)), `${line}\n${JSON.stringify(validate.errors)}`).toBe(true)
})

test('the receipt names the pack, its fingerprint and the head of the history, and makes a file', async () => {
  const { core, client, ledger } = await branchWithMeeting()
  const targetId = core.targets.admit(temporaryFolder())
  const pack = await resultOf(await client.packs.export({ year: 2025, targetId, confirmed: true }))
  const { name, files, octets, tagManifestSha256 } = pack
  const branch = await client.branch.get({})
  const text = JSON.stringify(receiptDocument({ pack, branch, date: '2026-01-10', history: ledger.history.head() })).replaceAll(
    ' ',
    '',
  )
  for (const part of [
    name,
    `${files}个`,
    `${octets.toLocaleString('en-US')}字节`,
    tagManifestSha256,
    ledger.history.head().hash,
    '移交人（签字）',
    '接收人（签字）',
  ]) {
    expect(text).toContain(part)
  }
  const made = await client.packs.receipt({ pack: { name, files, octets, tagManifestSha256 }, format: 'docx' })
  expect(made).toMatchObject({ fileName: expect.stringContaining('交接单') })
  expect(core.outbox.find(made.token).content.length).toBeGreaterThan(1000)
})

test('an unfinished export of this ledger is named and cleared when asked; nothing else is', async () => {
  const { core, client, ledger } = await branchWithMeeting()
  const folder = temporaryFolder()
  const targetId = core.targets.admit(folder)
  const leave = (name: string, owner: string) => {
    mkdirSync(join(folder, name, 'bag'), { recursive: true })
    writeFileSync(
      join(folder, name, '支部手册-正在写入.json'),
      JSON.stringify({ program: 'branch-handbook', owner, name: 'x', startedAt: '2026-01-09T10:00:00Z' }),
    )
  }
  leave('我的.in-progress', ledger.deviceId)
  leave('别人的.in-progress', 'somebody else')
  mkdirSync(join(folder, '文件.in-progress'))
  mkdirSync(join(folder, '照片'))
  writeFileSync(join(folder, '照片/a.jpg'), 'x')
  expect(await client.packs.leftovers({ targetId })).toEqual([
    { name: '我的.in-progress', packName: 'x', startedAt: '2026-01-09T10:00:00Z', canContinue: false },
  ])
  for (const name of ['别人的.in-progress', '照片', '../照片', '文件.in-progress']) {
    await expect(client.packs.clearLeftover({ targetId, name })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  }
  await client.packs.clearLeftover({ targetId, name: '我的.in-progress' })
  expect(await client.packs.leftovers({ targetId })).toEqual([])
  expect(listFiles(folder)).toEqual(['别人的.in-progress/支部手册-正在写入.json', '照片/a.jpg'])
})

test('the 4 GiB limit is known from the file system of the stick', async () => {
  const root = temporaryFolder()
  const stick = join(root, 'stick')
  mkdirSync(join(stick, '材料'), { recursive: true })
  mkdirSync(join(root, 'blocks/sdb1'), { recursive: true })
  writeFileSync(join(root, 'blocks/sdb1/removable'), '1')
  const limitOn = async (fileSystem: string, path: string) => {
    writeFileSync(join(root, 'mounts'), `/dev/sdb1 ${stick} ${fileSystem} rw 0 0\n`)
    const drives = { platform: 'linux' as const, mounts: join(root, 'mounts'), blocks: join(root, 'blocks') }
    return await maxFileOctets(path, openTargets({ home: root, drives }))
  }
  expect(await limitOn('vfat', join(stick, '材料'))).toBe(2 ** 32 - 1)
  expect(await limitOn('exfat', stick)).toBe(null)
  expect(await limitOn('vfat', root)).toBe(null)
})

test('the plan of an exchange pack says what stays at home, and under a passphrase that only drafts do', async () => {
  const { client } = await branchWithMeeting()
  const notesOf = async (isSealed: boolean) => (await client.packs.plan({ year: 2025, kind: 'exchange', isSealed })).notes
  expect((await notesOf(false)).join()).toMatch(/身份证号、电话和住址没有列入.*谈心谈话等不公开的内容和附件没有列入/)
  expect(await notesOf(true)).toEqual(['尚未保存的草稿没有列入。'])
})
