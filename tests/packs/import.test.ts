import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type InProcessClient, inProcessClient } from '#main/shells/in-process.ts'
import type { PackImportResult, PackPreview } from '#shared/packs/import-schema.ts'
import type { PackResult } from '#shared/packs/schema.ts'
import { dumpLedger, openTestLedger, temporaryFolder } from '../helpers/ledger.ts'
import { sampleBranch } from '../helpers/sample-branch.ts'
import { hexOf, listFiles, readFiles, verdictLines, writeFiles } from './bags.ts'
import { minutesText } from './minutes-text.ts'
import { zipFolderTo } from './zips.ts'

type Events<T> = AsyncIterable<{ type: 'progress' } | { type: 'result'; result: T }>

async function resultOf<T>(events: Events<T>): Promise<T> {
  for await (const event of events) if (event.type === 'result') return event.result
  throw new Error('no result')
}

/** A branch with records of two years, one of them in the bin, attachments, reasons, and its client. */
async function filledBranch() {
  const branch = sampleBranch()
  const client = inProcessClient(branch.core)
  const source = temporaryFolder()
  writeFileSync(join(source, '签到表.jpg'), 'a signed page')
  writeFileSync(join(source, '讲稿.txt'), 'a lecture')
  const save = (date: string, title: string, purpose: 'generalMeeting' | 'groupMeeting' = 'generalMeeting') =>
    client.activities.save({
      date,
      place: '三楼会议室',
      chair: { name: '张三', post: '支部书记' },
      parts: [
        {
          purpose,
          title,
          ...(purpose === 'groupMeeting' ? { groupId: branch.groups[0] } : {}),
          agenda: [{ title: '学习文件', content: [{ kind: 'text', text: '集体学习。' }] }],
          resolutions: [{ text: '按期完成', owner: '孙八', dueOn: '2025-12-01' }],
        },
      ],
    })
  const first = await save('2025-03-28', '2025年第一季度支部党员大会')
  await save('2025-06-27', '2025年第二季度支部党员大会')
  await save('2025-05-09', '2025年5月党小组会', 'groupMeeting')
  await save('2024-12-20', '2024年第四季度支部党员大会')
  const binned = await save('2025-09-26', '录错的一次')
  await client.activities.remove({ id: binned.id })
  for (const name of ['签到表.jpg', '讲稿.txt']) {
    await client.attachments.add({ file: branch.core.staging.fromPath(join(source, name)).token, activityId: first.id })
  }
  return { ...branch, client, first }
}

async function exportTo(
  client: InProcessClient,
  core: { targets: { admit(path: string): string } },
  more: object = {},
): Promise<PackResult> {
  const targetId = core.targets.admit(temporaryFolder())
  return await resultOf(await client.packs.export({ year: 2025, kind: 'exchange', targetId, confirmed: true, ...more }))
}

function emptyLedger() {
  const { core, ledger } = openTestLedger()
  const client = inProcessClient(core)
  const target = (path: string) => ({ targetId: core.targets.admit(path) })
  return {
    core,
    ledger,
    client,
    preview: async (path: string): Promise<PackPreview> => await resultOf(await client.packs.previewImport(target(path))),
    take: async (path: string, choices: string[] = []): Promise<PackImportResult> =>
      await resultOf(await client.packs.import({ ...target(path), choices })),
  }
}

const records = (root: string) =>
  Object.fromEntries(
    Object.entries(readFiles(join(root, 'data/records'))).map(([path, content]) => [path, content.toString('utf8')]),
  )

/** Changes files of a pack and makes its lists right again, as somebody who knows the format would. */
function forge(root: string, change: (files: Record<string, string | Uint8Array>) => void): string {
  const files: Record<string, string | Uint8Array> = readFiles(root)
  change(files)
  const list = (paths: string[]) => paths.map((path) => `${hexOf('sha256', files[path] ?? '')}  ${path}\n`).join('')
  const payload = Object.keys(files).filter((path) => path.startsWith('data/'))
  files['manifest-sha256.txt'] = list(payload)
  const octets = payload.reduce((sum, path) => sum + Buffer.byteLength(files[path] ?? ''), 0)
  files['bag-info.txt'] = String(files['bag-info.txt']).replace(/Payload-Oxum: .*/, `Payload-Oxum: ${octets}.${payload.length}`)
  delete files['tagmanifest-sha256.txt']
  files['tagmanifest-sha256.txt'] = list(Object.keys(files).filter((path) => !path.startsWith('data/')))
  const forged = join(temporaryFolder(), 'forged')
  writeFiles(forged, files)
  return forged
}

const edit = (path: string, change: (text: string) => string) => (files: Record<string, string | Uint8Array>) => {
  files[path] = change(Buffer.from(files[path] ?? '').toString('utf8'))
}

describe('an exchange pack', () => {
  test.each(['folder', 'zip'] as const)('round trip through a %s: records, contents and minutes are the same', async (form) => {
    const source = await filledBranch()
    const pack = await exportTo(source.client, source.core, { form })
    expect(await verdictLines(pack.path)).toEqual(['valid'])
    const other = emptyLedger()
    const preview = await other.preview(pack.path)
    expect(preview).toMatchObject({ kind: 'exchange', takesIdentity: true, differences: [], attachments: { files: 2 } })
    expect(await other.take(pack.path)).toMatchObject({ kept: 0, changed: 0, attachments: 2 })
    expect(other.ledger.branchId).toBe(source.ledger.branchId)
    const first = await exportTo(source.client, source.core)
    const again = await exportTo(other.client, other.core)
    const before = records(first.path)
    const after = records(again.path)
    const { deviceId } = other.ledger
    for (const [path, content] of Object.entries(before)) expect(after[path], path).toBe(content)
    expect(Object.keys(after).filter((path) => !(path in before))).toEqual([`history/${deviceId}.jsonl`])
    const attachments = (root: string) => listFiles(join(root, 'data')).filter((path) => path.startsWith('attachments/'))
    expect(attachments(again.path)).toEqual(attachments(first.path))
    expect(minutesText(other.core, 2025)).toEqual(minutesText(source.core, 2025))
    expect(minutesText(source.core, 2025).length).toBeGreaterThan(2)
  })

  test('holds everything but drafts and sealed fields, and says so', async () => {
    const source = await filledBranch()
    await source.client.members.save({
      person: { name: '测试甲', declaredCategory: 'formalMember' },
      sealed: { idNumber: '350102198001011234', mobile: '13800005678' },
    })
    const { path } = await exportTo(source.client, source.core)
    const all = Object.values(readFiles(path))
      .map((content) => content.toString('utf8'))
      .join('\n')
    expect(all).toContain('录错的一次')
    expect(all).toContain('2024年第四季度')
    for (const sealed of ['350102198001011234', '13800005678']) expect(all).not.toContain(sealed)
    expect(all).toContain('身份证号、电话和住址没有列入')
  })

  test('taken in again, or into its own ledger, it changes nothing', async () => {
    const source = await filledBranch()
    const pack = await exportTo(source.client, source.core)
    const other = emptyLedger()
    await other.take(pack.path)
    const before = dumpLedger(other.ledger)
    expect(await other.take(pack.path)).toMatchObject({ added: 0, changed: 0, kept: 0, attachments: 0 })
    expect(dumpLedger(other.ledger)).toEqual(before)
  })

  test('a changed record stays unless it is chosen; one that is newer here always stays', async () => {
    const source = await filledBranch()
    const other = emptyLedger()
    const old = await exportTo(source.client, source.core)
    await other.take(old.path)
    const { id } = source.first
    const mine = await source.client.activities.get({ id })
    await source.client.activities.save({
      ...mine,
      origin: 'typed',
      place: '四楼会议室',
      attachmentIds: mine.attachments.map((a) => a.id),
    })
    const pack = await exportTo(source.client, source.core)
    const preview = await other.preview(pack.path)
    const [difference] = preview.differences
    expect(difference).toMatchObject({ kind: 'activity', title: expect.stringContaining('第一季度'), isOlder: false })
    expect(await other.take(pack.path)).toMatchObject({ kept: 1, changed: 0 })
    expect((await other.client.activities.get({ id })).place).toBe('三楼会议室')
    expect(await other.take(pack.path, [difference?.key ?? ''])).toMatchObject({ kept: 0, changed: 1 })
    expect(await other.client.activities.get({ id })).toMatchObject({
      place: '四楼会议室',
      attachments: [{ name: '签到表.jpg' }, { name: '讲稿.txt' }],
    })
    const back = await other.preview(old.path)
    expect(back.differences).toMatchObject([{ isOlder: true }])
    expect(
      await other.take(
        old.path,
        back.differences.map(({ key }) => key),
      ),
    ).toMatchObject({ kept: 1, changed: 0 })
  })
})

describe('an evidence pack', () => {
  test('brings its year into an empty ledger and changes nothing where it came from', async () => {
    const source = await filledBranch()
    const pack = await exportTo(source.client, source.core, { kind: 'evidence' })
    const other = emptyLedger()
    expect(await other.take(pack.path)).toMatchObject({ kept: 0, attachments: 2 })
    expect(minutesText(other.core, 2025)).toEqual(minutesText(source.core, 2025))
    expect((await other.client.activities.list({ year: 2024 })).length).toBe(0)
    const before = dumpLedger(source.ledger)
    const targetId = source.core.targets.admit(pack.path)
    expect(await resultOf(await source.client.packs.import({ targetId }))).toMatchObject({ added: 0, changed: 0, kept: 0 })
    expect(dumpLedger(source.ledger)).toEqual(before)
  })

  test('unticked records and attachments are absent, everywhere', async () => {
    const source = await filledBranch()
    const { records: listed } = await source.client.packs.plan({ year: 2025 })
    const withFiles = listed.find(({ attachments }) => attachments.length > 0)
    const other = listed.find(({ id }) => id !== withFiles?.id)
    const exclude = [other?.id ?? '', withFiles?.attachments[0]?.id ?? '']
    const pack = await exportTo(source.client, source.core, { kind: 'evidence', exclude })
    const all = Object.entries(readFiles(pack.path))
      .map(([path, content]) => `${path}\n${content.toString('utf8')}`)
      .join('\n')
    expect(all).not.toContain(exclude[0])
    expect(all).not.toContain(exclude[1])
    expect(all).toContain('1 份记录按选择没有列入')
    expect(all).toContain('1 个附件按选择没有列入')
    expect(await verdictLines(pack.path)).toEqual(['valid'])
  })
})

describe('what is refused leaves the ledger as it was', () => {
  const cases: [string, (files: Record<string, string | Uint8Array>) => void, string][] = [
    [
      'a newer major version',
      edit('bag-info.txt', (text) => text.replace('Format-Version: 1.0', 'Format-Version: 2.0')),
      'PACK_NEWER',
    ],
    ['no version', edit('bag-info.txt', (text) => text.replace('Format-Version: 1.0\n', '')), 'PACK_REFUSED'],
    ['another kind', edit('bag-info.txt', (text) => text.replace('Pack-Kind: exchange', 'Pack-Kind: review')), 'PACK_REFUSED'],
    [
      'a row of another branch',
      edit('data/records/persons.jsonl', (text) => text.replace(/"branchId":"[^"]{8}/, '"branchId":"019a0000')),
      'PACK_REFUSED',
    ],
    ['a line that is no JSON', edit('data/records/persons.jsonl', (text) => `${text}{"kind"\n`), 'PACK_REFUSED'],
    ['a number', edit('data/records/persons.jsonl', (text) => `${text}1\n`), 'PACK_REFUSED'],
    ['an unknown kind', edit('data/records/persons.jsonl', (text) => `${text}{"kind":"vote"}\n`), 'PACK_REFUSED'],
    ['a row twice', edit('data/records/persons.jsonl', (text) => `${text}${text.split('\n')[0]}\n`), 'PACK_REFUSED'],
    ['deep nesting', edit('data/records/persons.jsonl', (text) => `${text}${'['.repeat(200_000)}\n`), 'PACK_REFUSED'],
    ['a line without end', edit('data/records/persons.jsonl', (text) => `${text}"${'x'.repeat(5_000_000)}"\n`), 'PACK_REFUSED'],
    ['no UTF-8', (files) => (files['data/records/persons.jsonl'] = Buffer.from([0xff, 0xfe, 0x0a])), 'PACK_REFUSED'],
    [
      'a person that is missing',
      edit('data/records/persons.jsonl', (text) => text.split('\n').slice(1).join('\n')),
      'PACK_REFUSED',
    ],
    ['two branches', edit('data/records/branch.jsonl', (text) => `${text}${text}`), 'PACK_REFUSED'],
    [
      'a broken chain of history',
      (files) => {
        const path = Object.keys(files).find((name) => name.startsWith('data/records/history/')) ?? ''
        edit(path, (text) => text.replace(/"rowId":"[^"]{4}/, '"rowId":"0000'))(files)
      },
      'PACK_REFUSED',
    ],
    ['an unknown file of records', (files) => (files['data/records/votes.jsonl'] = '{}\n'), 'PACK_REFUSED'],
    ['files elsewhere', (files) => (files['fetch.txt'] = 'https://example.org/a - data/records/persons.jsonl\n'), 'PACK_REFUSED'],
    ['a reserved name', (files) => (files['data/AUX'] = 'x'), 'PACK_REFUSED'],
    [
      'an attachment that is not there',
      edit('data/records/attachments.jsonl', (text) => text.replaceAll(/"path":"[^"]+"/g, '"path":"data/attachments/xx"')),
      'PACK_REFUSED',
    ],
    [
      'an attachment with another content',
      (files) => {
        const path = Object.keys(files).find((name) => name.startsWith('data/attachments/')) ?? ''
        files[path] = 'something else'
      },
      'PACK_REFUSED',
    ],
  ]
  test.each(cases)('%s', async (_, change, code) => {
    const source = await filledBranch()
    const forged = forge((await exportTo(source.client, source.core)).path, change)
    const other = emptyLedger()
    const before = dumpLedger(other.ledger)
    await expect(other.take(forged)).rejects.toMatchObject({ code })
    expect(dumpLedger(other.ledger)).toEqual(before)
  })

  test('a damaged pack, a pack of another branch, no pack at all', async () => {
    const source = await filledBranch()
    const { path } = await exportTo(source.client, source.core)
    const stranger = sampleBranch()
    const client = inProcessClient(stranger.core)
    const before = dumpLedger(stranger.ledger)
    const targetId = stranger.core.targets.admit(path)
    await expect(async () => await resultOf(await client.packs.import({ targetId }))).rejects.toMatchObject({
      code: 'PACK_OTHER_BRANCH',
    })
    expect(dumpLedger(stranger.ledger)).toEqual(before)
    writeFileSync(join(path, 'data/records/persons.jsonl'), 'changed')
    await expect(emptyLedger().take(path)).rejects.toMatchObject({ code: 'PACK_DAMAGED' })
    await expect(emptyLedger().take(temporaryFolder())).rejects.toMatchObject({ code: 'PACK_DAMAGED' })
    await expect(emptyLedger().take(join(path, 'nowhere'))).rejects.toMatchObject({ code: 'FILE_UNREADABLE' })
  })

  test('an id that another kind of row owns', async () => {
    const source = await filledBranch()
    const pack = (await exportTo(source.client, source.core)).path
    const other = emptyLedger()
    await other.take(pack)
    const person = JSON.parse(readFileSync(join(pack, 'data/records/persons.jsonl'), 'utf8').split('\n')[0] ?? '')
    const group = JSON.parse(readFileSync(join(pack, 'data/records/groups.jsonl'), 'utf8').split('\n')[0] ?? '')
    const forged = forge(pack, (files) => {
      for (const path of Object.keys(files)) {
        if (!path.startsWith('data/records/history/') && path.endsWith('.jsonl'))
          edit(path, (text) => text.replaceAll(person.id, 'TEMP').replaceAll(group.id, person.id).replaceAll('TEMP', group.id))(
            files,
          )
      }
    })
    const before = dumpLedger(other.ledger)
    await expect(other.take(forged)).rejects.toMatchObject({ code: 'PACK_REFUSED' })
    expect(dumpLedger(other.ledger)).toEqual(before)
  })
})

test('fields and files of a newer minor version are left out and named', async () => {
  const source = await filledBranch()
  const forged = forge((await exportTo(source.client, source.core)).path, (files) => {
    edit('bag-info.txt', (text) => text.replace('Format-Version: 1.0', 'Format-Version: 1.7'))(files)
    edit('data/records/persons.jsonl', (text) => text.replaceAll('"kind":"person"', '"hobby":"x","kind":"person"'))(files)
    files['data/records/medals.jsonl'] = '{"kind":"medal"}\n'
  })
  const other = emptyLedger()
  const { notes } = await other.preview(forged)
  expect(notes.join('')).toContain('medals.jsonl、person.hobby')
  expect(await other.take(forged)).toMatchObject({ kept: 0 })
})

test('a ZIP made by a file manager is taken in as well', async () => {
  const source = await filledBranch()
  const { path } = await exportTo(source.client, source.core)
  const file = await zipFolderTo(join(temporaryFolder(), '移交.zip'), '移交', readFiles(path))
  expect(await emptyLedger().take(file)).toMatchObject({ attachments: 2 })
})
