import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { inProcessClient } from '#main/shells/in-process.ts'
import { parseAssessment } from '#shared/rating/assessment.ts'
import { starHistory } from '#shared/rating/stars.ts'
import { temporaryFolder, testClock, testCore } from '../helpers/ledger.ts'
import { zipFolderTo } from '../packs/zips.ts'
import { reviewFileFor, reviewPack } from './review-files.ts'

async function sample() {
  const core = testCore({ clock: testClock('2026-01-10') })
  const client = inProcessClient(core)
  await client.ledger.create({ sample: true })
  const stage = (name: string, content: string) => {
    const path = join(temporaryFolder(), name)
    writeFileSync(path, content)
    return core.staging.fromPath(path).token
  }
  return { core, client, stage }
}

/** The sample year with every indicator confirmed and the self-assessment reported. */
async function reported() {
  const { core, client, stage } = await sample()
  let { revision } = await client.rating.confirmProposed({ year: 2025, revision: 0 })
  const { lines } = await client.rating.get({ year: 2025 })
  for (const { code, confirmed, isVeto } of lines)
    if (!confirmed && !isVeto)
      revision = (await client.rating.confirm({ year: 2025, revision, code, confirmed: { points: 0 } })).revision
  const rating = await client.rating.get({ year: 2025 })
  const { self, result } = rating
  revision = (
    await client.rating.saveProgress({
      year: 2025,
      revision,
      status: 'reported',
      self: { ...self, from: '2026-01-05', to: '2026-01-08', persons: ['张三', '李四'] },
      report: { on: '2026-01-09', to: '机关党委' },
      result,
    })
  ).revision
  return { core, client, stage, revision }
}

describe('the way of a year', () => {
  test('a step that wants what is not there is refused, naming all of it', async () => {
    const { client } = await sample()
    const { self, report, result } = await client.rating.get({ year: 2025 })
    await expect(
      client.rating.saveProgress({ year: 2025, revision: 0, status: 'reported', self, report, result }),
    ).rejects.toMatchObject({
      code: 'INPUT_INVALID',
      data: { reason: expect.stringMatching(/还有\d+项指标没有确认；请填写自评完成日期；请填写自评人员；请填写报送日期/) },
    })
    expect((await client.rating.get({ year: 2025 })).revision).toBe(0)
    const days = { ...self, from: '2026-01-08', to: '2026-01-05' }
    await expect(
      client.rating.saveProgress({ year: 2025, revision: 0, status: 'selfAssessment', self: days, report, result }),
    ).rejects.toMatchObject({ data: { reason: expect.stringContaining('自评完成日期早于自评开始日期') } })
  })

  test('what was reported is not changed by later records or confirmations', async () => {
    const { client, revision } = await reported()
    const before = await client.rating.get({ year: 2025 })
    await client.dossier.save({ kind: 'ideologyReview', date: '2025-12-20', title: '下半年党员思想状况分析' })
    const after = await client.rating.get({ year: 2025 })
    expect(after.score).toEqual(before.score)
    expect(after.lines.find(({ code }) => code === 'E4')?.proposed).toBe(2)
    await expect(client.rating.confirm({ year: 2025, revision, code: 'E4', confirmed: { points: 2 } })).rejects.toMatchObject({
      code: 'INPUT_INVALID',
      data: { reason: expect.stringContaining('改回“自评中”') },
    })
  })

  test('stars over the years: named, risen, fallen, taken away', async () => {
    const { client, revision } = await reported()
    const { self, report, result } = await client.rating.get({ year: 2025 })
    const named = {
      ...result,
      stars: 4,
      approvedOn: '2026-02-01',
      noticeFrom: '2026-02-02',
      noticeTo: '2026-02-08',
      namedOn: '2026-02-10',
    }
    const input = { year: 2025, status: 'named' as const, self, report }
    const first = await client.rating.saveProgress({ ...input, revision, result: named })
    expect(await client.rating.history({})).toMatchObject([{ year: 2025, status: 'named', change: 'first', result: { stars: 4 } }])
    await expect(
      client.rating.saveProgress({ ...input, ...first, result: { ...named, removedOn: '2026-06-01' } }),
    ).rejects.toMatchObject({ data: { reason: '请填写摘星的原因。' } })
    await client.rating.saveProgress({
      ...input,
      ...first,
      result: { ...named, removedOn: '2026-06-01', removedReason: '上级决定' },
    })
    expect(await client.rating.history({})).toMatchObject([{ change: 'removed' }])
  })
})

test('stars over several years: kept, risen, fallen, taken away, won again; a year without a name changes nothing', () => {
  const year = (at: number, stars: number | null, more: { removedOn?: string; status?: 'named' | 'approved' } = {}) => ({
    year: at,
    status: more.status ?? ('named' as const),
    result: { ...parseAssessment(undefined).result, stars, removedOn: more.removedOn ?? null },
  })
  const years = [
    year(2019, 3),
    year(2020, 3),
    year(2021, 5, { status: 'approved' }),
    year(2022, 4),
    year(2023, 2),
    year(2024, 2, { removedOn: '2025-03-01' }),
    year(2025, 1),
  ]
  expect(starHistory(years.toReversed()).map(({ change }) => change)).toEqual([
    'first',
    'same',
    null,
    'up',
    'down',
    'removed',
    'up',
  ])
})

describe('evidence', () => {
  test('pinned, taken off, and a file that is added; one thing may prove many; the points stay', async () => {
    const { client, stage } = await sample()
    const line = async (code: string) => (await client.rating.get({ year: 2025 })).lines.find((each) => each.code === code)
    const before = await line('H3')
    expect(before).toMatchObject({ state: 'unproved', records: [], reason: '需人工评定；还没有计划或方案' })
    const file = stage('结对帮带计划.pdf', '%PDF-1.4')
    const { attachment, revision } = await client.rating.addFile({ year: 2025, revision: 0, code: 'H3', file })
    expect(await line('H3')).toMatchObject({
      state: 'proved',
      records: [{ id: attachment.id, title: '结对帮带计划.pdf', isPinned: true }],
    })
    const evidence = { type: 'attachment' as const, id: attachment.id }
    const second = await client.rating.chooseEvidence({ year: 2025, revision, code: 'G4', evidence, isUsed: true })
    expect((await line('G4'))?.records.map(({ id }) => id)).toContain(attachment.id)
    const off = await client.rating.chooseEvidence({ year: 2025, ...second, code: 'H3', evidence, isUsed: false })
    expect((await line('H3'))?.records).toEqual([])

    const meetings = await line('B3')
    const id = meetings?.records[0]?.id ?? ''
    const choice = { year: 2025, code: 'B3', evidence: { type: 'activity' as const, id } }
    const hidden = await client.rating.chooseEvidence({ ...choice, ...off, isUsed: false })
    expect(await line('B3')).toMatchObject({ proposed: meetings?.proposed })
    expect((await line('B3'))?.records.map((record) => record.id)).not.toContain(id)
    await client.rating.chooseEvidence({ ...choice, ...hidden, isUsed: true })
    expect((await line('B3'))?.records).toEqual(meetings?.records)
  })

  test('what could prove an indicator: the fitting records first; nothing sealed', async () => {
    const { client } = await sample()
    const found = await client.rating.candidates({ year: 2025, code: 'B2' })
    expect(found[0]?.isSuggested).toBe(true)
    expect(found.some(({ title }) => title === '支部委员分工')).toBe(true)
    await expect(client.rating.candidates({ year: 2025, code: 'X9' })).rejects.toMatchObject({ code: 'INPUT_INVALID' })
    await expect(
      client.rating.chooseEvidence({
        year: 2025,
        revision: 0,
        code: 'B2',
        evidence: { type: 'dossier', id: '01890000-0000-7000-8000-000000000000' },
        isUsed: true,
      }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})

describe('the superior’s review', () => {
  test.each(['json', 'pack'] as const)('comes back as %s: its scores beside ours, differences marked', async (form) => {
    const { core, client, stage, revision } = await reported()
    const branch = await client.branch.get({})
    const rating = await client.rating.get({ year: 2025 })
    const file = reviewFileFor(rating, branch, { D1: { points: 4, note: '第三季度记录未签字' } })
    const token =
      form === 'json'
        ? stage('review.json', JSON.stringify(file))
        : core.staging.fromPath(await zipFolderTo(join(temporaryFolder(), '复核.zip'), '复核', reviewPack(file))).token
    await client.rating.loadReview({ year: 2025, revision, file: token })
    const after = await client.rating.get({ year: 2025 })
    expect(after).toMatchObject({ status: 'reviewed', review: { reviewedBy: '某局机关党委' } })
    expect(after.review?.computed?.base).toBeLessThan(after.score.base)
    expect(
      after.lines.filter(({ review }) => review?.isDifferent).map(({ code, review }) => [code, review?.points, review?.note]),
    ).toEqual([['D1', 4, '第三季度记录未签字']])
    const { html } = await client.rating.previewPaper({ year: 2025, paper: 'scoreSheet' })
    expect(html).toContain('复核得分')
    await client.rating.removeReview({ year: 2025, revision: after.revision })
    expect((await client.rating.get({ year: 2025 })).review).toBeNull()
  })

  test('of another branch, year or version, or with impossible points, is refused in words and nothing is kept', async () => {
    const { client, stage, revision } = await reported()
    const good = reviewFileFor(await client.rating.get({ year: 2025 }), await client.branch.get({}))
    const item = good.items[0]
    const wrong: [object, RegExp][] = [
      [{ branchId: '01890000-0000-7000-8000-000000000000', branchName: '别的支部' }, /另一个党支部（别的支部）/],
      [{ year: 2024 }, /2024年度/],
      [{ schemeVersion: '2023' }, /2023版.*分数不能对照/],
      [{ formatVersion: '2.0' }, /请升级程序/],
      [{ items: [{ ...item, points: 99 }] }, /A1复核得分99分，超过满分3分/],
      [{ items: [item, item] }, /A1出现两次/],
      [{ items: [{ ...item, code: 'Q7' }] }, /没有编号为Q7的指标/],
      [{ items: 3 }, /各项得分：应为一列内容/],
      [{ items: [{ ...item, points: 'x' }] }, /各项得分A1 › 复核得分：应为数字/],
      [{ format: 'other' }, /不是上级发回的复核文件/],
    ]
    for (const [change, words] of wrong) {
      const file = stage('review.json', JSON.stringify({ ...good, ...change }))
      await expect(client.rating.loadReview({ year: 2025, revision, file })).rejects.toMatchObject({
        code: 'INPUT_INVALID',
        data: { reason: expect.stringMatching(words) },
      })
    }
    await expect(client.rating.loadReview({ year: 2025, revision, file: stage('review.json', '{') })).rejects.toMatchObject({
      code: 'FILE_UNREADABLE',
    })
    expect(await client.rating.get({ year: 2025 })).toMatchObject({ revision, review: null, status: 'reported' })
  })
})
