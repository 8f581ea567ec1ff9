import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import { type InProcessClient, inProcessClient } from '#main/shells/in-process.ts'
import type { SaveActivityInput } from '#shared/activities/schema.ts'
import { byText } from '#shared/kernel/order.ts'
import type { ExportEvent, PackResult } from '#shared/packs/schema.ts'
import { dumpLedger, temporaryFolder } from '../helpers/ledger.ts'
import { type SampleBranch, sampleBranch } from '../helpers/sample-branch.ts'
import { listFiles, verdictLines } from './bags.ts'

const idNumber = '350102198001011234'
const mobile = '13800005678'

const meeting = (
  date: string,
  purpose: SaveActivityInput['parts'][number]['purpose'],
  title: string,
  more: Partial<SaveActivityInput> = {},
) => ({
  state: 'toSign' as const,
  date,
  parts: [{ purpose, title, agenda: [{ title: '学习文件', content: [{ kind: 'text' as const, text: '集体学习。' }] }] }],
  ...more,
})

async function readEvents(events: AsyncIterable<ExportEvent>): Promise<{ result: PackResult; phases: string[] }> {
  const phases: string[] = []
  for await (const event of events) {
    if (event.type === 'result') return { result: event.result, phases }
    if (!phases.includes(event.phase)) phases.push(event.phase)
  }
  throw new Error('no result')
}

async function exportTo(client: InProcessClient, branch: SampleBranch, folder: string, year = 2025) {
  const targetId = branch.core.targets.admit(folder)
  return await readEvents(await client.packs.export({ year, targetId, confirmed: true }))
}

const linesOf = (root: string, name: string): Record<string, unknown>[] =>
  readFileSync(join(root, 'data/records', name), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))

/** Targets of all links of a page, as paths from the pack's root. */
function linkedFiles(root: string, page: string): string[] {
  const html = readFileSync(join(root, page), 'utf8')
  return [...html.matchAll(/href="([^"#][^"]*)"/g)].map(([, href = '']) => join(dirname(page), decodeURIComponent(href)))
}

/** A branch with a year of every sort of sitting, and its pack. */
async function madePack() {
  const branch = sampleBranch()
  const client = inProcessClient(branch.core)
  const source = temporaryFolder()
  writeFileSync(join(source, 'IMG 2025:01.JPG'), 'photo')
  writeFileSync(join(source, '<b>讲稿<i>.txt'), 'lecture')
  const person = await client.members.save({
    person: { name: '测试甲', declaredCategory: 'formalMember', joinedOn: '2001-07-01' },
    sealed: { idNumber, mobile },
  })
  expect(person).toBeTruthy()
  const first = await client.activities.save(meeting('2025-03-28', 'generalMeeting', '2025年第一季度支部党员大会'))
  for (const name of readdirSync(source).toSorted()) {
    await client.attachments.add({ file: branch.core.staging.fromPath(join(source, name)).token, activityId: first.id })
  }
  await client.activities.save(meeting('2025-06-27', 'generalMeeting', '../<script>第二季度<script>:大会', { state: 'signed' }))
  await client.activities.save(
    meeting('2025-04-11', 'themedPartyDay', '2025年4月主题党日活动', {
      parts: [
        { purpose: 'themedPartyDay', title: '2025年4月主题党日活动' },
        { purpose: 'partyLecture', title: '2025年第二季度党课', topic: '党的纪律' },
      ],
    }),
  )
  await client.activities.save(
    meeting('2025-05-09', 'committeeMeeting', '', {
      isPrintedApart: true,
      parts: [
        { purpose: 'committeeMeeting', title: '2025年第5次支部委员会会议' },
        { purpose: 'studySession', title: '2025年第1次集中学习' },
      ],
    }),
  )
  await client.activities.save(
    meeting('2026-01-08', 'organizationalLifeMeeting', '2025年度组织生活会', {
      parts: [{ purpose: 'organizationalLifeMeeting', title: '2025年度组织生活会', forYear: 2025 }],
    }),
  )
  await client.activities.save(meeting('2025-11-07', 'committeeMeeting', '计划中的会', { state: 'planned' }))
  await client.activities.save(meeting('2024-12-06', 'committeeMeeting', '上一年的会'))
  const before = dumpLedger(branch.ledger)
  const exported = await exportTo(client, branch, temporaryFolder())
  return { branch, client, before, root: exported.result.path, phases: exported.phases }
}

describe('the evidence pack of a year', () => {
  test('is a valid bag with the planned layout', async () => {
    const { root, phases } = await madePack()
    expect(root).toMatch(/某局机关第三党支部_2025年度_佐证材料_20260110$/)
    expect(await verdictLines(root)).toEqual(['valid'])
    expect(phases).toContain('write')
    expect(listFiles(join(root, 'data'))).toEqual([
      '00_目录.xlsx',
      '00_请先打开_目录.html',
      '01_支部党员大会/01-01_2025年第一季度支部党员大会记录_20250328.docx',
      '01_支部党员大会/01-01_2025年第一季度支部党员大会记录_20250328.html',
      '01_支部党员大会/01-01_附件01_b_讲稿_i_20250328.txt',
      '01_支部党员大会/01-01_附件02_IMG_2025_01_20250328.JPG',
      '01_支部党员大会/01-02_script_第二季度_script__大会记录_20250627.docx',
      '01_支部党员大会/01-02_script_第二季度_script__大会记录_20250627.html',
      '02_支部委员会会议/02-01_2025年第5次支部委员会会议记录_20250509.docx',
      '02_支部委员会会议/02-01_2025年第5次支部委员会会议记录_20250509.html',
      '04_党课/本项材料.html',
      '05_主题党日/05-01_2025年4月主题党日活动记录_20250411.docx',
      '05_主题党日/05-01_2025年4月主题党日活动记录_20250411.html',
      '06_组织生活会/06-01_2025年度组织生活会记录_20260108.docx',
      '06_组织生活会/06-01_2025年度组织生活会记录_20260108.html',
      '08_集中学习/08-01_2025年第1次集中学习记录_20250509.docx',
      '08_集中学习/08-01_2025年第1次集中学习记录_20250509.html',
      '90_统计表/三会一课统计表.xlsx',
      '90_统计表/出勤率统计表.xlsx',
      '90_统计表/学时统计表.xlsx',
      'records/activities.jsonl',
      'records/attachments.jsonl',
      'records/branch.jsonl',
      'records/dossiers.jsonl',
      'records/groups.jsonl',
      'records/intervals.jsonl',
      'records/memberships.jsonl',
      'records/persons.jsonl',
      'records/schema.json',
    ])
    for (const list of ['manifest-sha256.txt', 'tagmanifest-sha256.txt']) {
      execFileSync('sha256sum', ['--strict', '--quiet', '-c', list], { cwd: root })
    }
  })

  test('its catalogue opens every file by a relative link and takes names for text', async () => {
    const { root } = await madePack()
    const html = readFileSync(join(root, 'data/00_请先打开_目录.html'), 'utf8')
    expect(html).not.toMatch(/<script|<b>讲稿/)
    expect(html).toContain('&lt;b&gt;讲稿&lt;i&gt;.txt')
    expect(html).toContain('IMG 2025:01.JPG')
    expect(html).toContain("default-src 'none'")
    expect(html).toContain('1 次仅有计划或尚未记录的会议没有列入')
    expect(html).not.toContain('上一年的会')
    const linked = linkedFiles(root, 'data/00_请先打开_目录.html')
    for (const file of linked) expect(existsSync(join(root, file)), file).toBe(true)
    const papers = listFiles(root).filter(
      (path) => /^data\/\d\d_.*\.(docx|html|JPG|txt|xlsx)$/.test(path) && !/目录|本项材料/.test(path),
    )
    expect(papers.filter((path) => !linked.includes(path))).toEqual([])
    for (const file of linkedFiles(root, 'data/04_党课/本项材料.html')) expect(existsSync(join(root, file)), file).toBe(true)
  })

  test('holds no ID number, no phone, no id of another branch', async () => {
    const { branch, root } = await madePack()
    for (const path of listFiles(root)) {
      const content = readFileSync(join(root, path)).toString('latin1')
      expect(content.includes(idNumber) || content.includes(mobile), path).toBe(false)
    }
    expect(readFileSync(join(root, 'bag-info.txt'), 'utf8')).toContain('Left-Out: id-number, phone, address\n')
    const lines = readdirSync(join(root, 'data/records'))
      .filter((name) => name.endsWith('.jsonl'))
      .flatMap((name) => linesOf(root, name))
    expect(new Set(lines.map(({ branchId }) => branchId))).toEqual(new Set([branch.ledger.branchId]))
  })

  test('its records fit its own schema and say everything about the sittings', async () => {
    const { client, root } = await madePack()
    const schema = JSON.parse(readFileSync(join(root, 'data/records/schema.json'), 'utf8'))
    const validate = new Ajv2020({ strict: false, formats: { uuid: true } }).compile(schema)
    for (const name of readdirSync(join(root, 'data/records')).filter((file) => file.endsWith('.jsonl'))) {
      for (const line of linesOf(root, name)) expect(validate(line), `${name}: ${JSON.stringify(validate.errors)}`).toBe(true)
    }
    expect(validate({ kind: 'activity' })).toBe(false)
    const activities = linesOf(root, 'activities.jsonl')
    const ids = activities.map(({ id }) => String(id))
    expect(ids).toEqual(ids.toSorted(byText))
    const purposes = activities.flatMap(({ parts }) => (parts as { purpose: string }[]).map(({ purpose }) => purpose))
    expect(purposes.toSorted()).toEqual(
      [
        'committeeMeeting',
        'generalMeeting',
        'generalMeeting',
        'organizationalLifeMeeting',
        'partyLecture',
        'studySession',
        'themedPartyDay',
      ].toSorted(),
    )
    for (const activity of activities) {
      const { kind: _kind, branchId: _branchId, ...line } = activity
      expect(JSON.parse(JSON.stringify(await client.activities.get({ id: String(activity['id']) })))).toMatchObject(line)
    }
    expect(linesOf(root, 'persons.jsonl')).toHaveLength(15)
    expect(linesOf(root, 'groups.jsonl')).toHaveLength(2)
    for (const attachment of linesOf(root, 'attachments.jsonl')) {
      expect(existsSync(join(root, String(attachment['path'])))).toBe(true)
    }
    expect(
      linesOf(root, 'attachments.jsonl')
        .map(({ originalName }) => String(originalName))
        .toSorted(byText),
    ).toEqual(['<b>讲稿<i>.txt', 'IMG 2025:01.JPG'])
  })

  test('is the same, octet for octet in its records, when it is made again', async () => {
    const { branch, client, root } = await madePack()
    const again = (await exportTo(client, branch, temporaryFolder())).result.path
    for (const name of readdirSync(join(root, 'data/records'))) {
      expect(readFileSync(join(again, 'data/records', name)).equals(readFileSync(join(root, 'data/records', name))), name).toBe(
        true,
      )
    }
  })

  test('leaves the ledger as it was', async () => {
    const { branch, before } = await madePack()
    expect(dumpLedger(branch.ledger)).toEqual(before)
  })

  test('says how to check it, with its own name and numbers', async () => {
    const { root } = await madePack()
    const guide = readFileSync(join(root, '校验说明.txt'), 'utf8')
    expect(guide).toContain(root.split('/').at(-1))
    expect(guide).toMatch(/certutil[\s\S]*sha256sum -c manifest-sha256.txt/)
    expect(guide).not.toContain('{{')
    const files = listFiles(join(root, 'data')).length
    expect(guide).toContain(`材料文件：${files} 个`)
    expect(readFileSync(join(root, 'bag-info.txt'), 'utf8')).toMatch(new RegExp(`^Payload-Oxum: \\d+\\.${files}$`, 'm'))
  })

  test('the preview names the same files', async () => {
    const { client, root } = await madePack()
    const plan = await client.packs.plan({ year: 2025 })
    expect(plan.files.map(({ path }) => path).toSorted()).toEqual(listFiles(join(root, 'data')))
    expect(plan.name).toBe(root.split('/').at(-1))
  })

  test('a missing attachment is said and does not stop the rest; a changed one stops it', async () => {
    const { branch, client, root } = await madePack()
    const [attachment] = linesOf(root, 'attachments.jsonl')
    const file = branch.ledger.attachments.pathOf(String(attachment?.['sha256']))
    const content = readFileSync(file)
    rmSync(file)
    const { path } = (await exportTo(client, branch, temporaryFolder())).result
    expect(readFileSync(join(path, 'data/00_请先打开_目录.html'), 'utf8')).toContain('内容缺失')
    expect(linesOf(path, 'attachments.jsonl').filter((line) => line['path'] === null)).toHaveLength(1)
    expect(await verdictLines(path)).toEqual(['valid'])
    writeFileSync(file, 'tampered')
    const target = temporaryFolder()
    await expect(exportTo(client, branch, target)).rejects.toMatchObject({ code: 'ATTACHMENT_DAMAGED' })
    expect(readdirSync(target)).toEqual([])
    writeFileSync(file, content)
  })
})

describe('the contract', () => {
  test('export asks for the confirmation, a listed target and something to export', async () => {
    const branch = sampleBranch()
    const client = inProcessClient(branch.core)
    const targetId = branch.core.targets.admit(temporaryFolder())
    await expect(client.packs.export({ year: 2025, targetId, confirmed: false })).rejects.toMatchObject({
      code: 'CONFIRMATION_MISSING',
    })
    await expect(client.packs.export({ year: 2025, targetId: '/tmp', confirmed: true })).rejects.toMatchObject({
      code: 'TARGET_UNKNOWN',
    })
    await expect(client.packs.plan({ year: 2025 })).rejects.toMatchObject({ code: 'PACK_NOTHING' })
    await expect(exportTo(client, branch, branch.core.targets.resolve(targetId))).rejects.toMatchObject({ code: 'PACK_NOTHING' })
  })

  test('a reader that goes away ends the export and leaves nothing', async () => {
    const branch = sampleBranch()
    const client = inProcessClient(branch.core)
    await client.activities.save(meeting('2025-03-28', 'generalMeeting', '2025年第一季度支部党员大会'))
    const target = temporaryFolder()
    for await (const event of await client.packs.export({
      year: 2025,
      targetId: branch.core.targets.admit(target),
      confirmed: true,
    })) {
      if (event.type === 'progress') break
    }
    expect(readdirSync(target)).toEqual([])
  })

  test('a signal ends it as CANCELLED', async () => {
    const branch = sampleBranch()
    const client = inProcessClient(branch.core)
    await client.activities.save(meeting('2025-03-28', 'generalMeeting', '2025年第一季度支部党员大会'))
    const target = temporaryFolder()
    const controller = new AbortController()
    const reading = async () => {
      const events = await client.packs.export(
        { year: 2025, targetId: branch.core.targets.admit(target), confirmed: true },
        { signal: controller.signal },
      )
      for await (const event of events) if (event.type === 'progress') controller.abort()
    }
    await expect(reading()).rejects.toMatchObject({ code: 'CANCELLED' })
    expect(readdirSync(target)).toEqual([])
  })

  test('verify needs no ledger', async () => {
    const { core } = sampleBranch()
    core.session.close()
    const folder = temporaryFolder()
    mkdirSync(join(folder, 'x'))
    const client = inProcessClient(core)
    const events = []
    for await (const event of await client.packs.verify({ targetId: core.targets.admit(join(folder, 'x')) })) events.push(event)
    expect(events.at(-1)).toMatchObject({ type: 'result', result: { status: 'notABag' } })
  })
})
