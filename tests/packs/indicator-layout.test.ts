import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { readYearEvidence } from '#main/rating/read.ts'
import { inProcessClient } from '#main/shells/in-process.ts'
import type { ExportEvent, PackResult } from '#shared/packs/schema.ts'
import { temporaryFolder } from '../helpers/ledger.ts'
import { sampleBranch } from '../helpers/sample-branch.ts'
import { listFiles, verdictLines } from './bags.ts'

async function resultOf(events: AsyncIterable<ExportEvent>): Promise<PackResult> {
  for await (const event of events) if (event.type === 'result') return event.result
  throw new Error('no result')
}

/** A year with a sitting that proves several indicators, one that proves none alone, a file and a plan. */
async function madePack() {
  const branch = sampleBranch()
  const client = inProcessClient(branch.core)
  const source = join(temporaryFolder(), '签到表.jpg')
  writeFileSync(source, 'a signed page')
  const { id } = await client.activities.save({
    date: '2025-04-11',
    state: 'signed',
    parts: [
      { purpose: 'themedPartyDay', title: '2025年4月主题党日活动' },
      { purpose: 'partyLecture', title: '2025年第二季度党课', topic: '党的纪律' },
    ],
  })
  await client.attachments.add({ file: branch.core.staging.fromPath(source).token, activityId: id })
  for (const quarter of [1, 2])
    await client.activities.save({
      date: `2025-0${quarter * 3}-20`,
      state: 'signed',
      parts: [{ purpose: 'generalMeeting', title: `2025年第${'一二'[quarter - 1]}季度支部党员大会` }],
    })
  const targetId = branch.core.targets.admit(temporaryFolder())
  const choice = { year: 2025, layout: 'indicator' as const }
  const plan = await client.packs.plan(choice)
  const pack = await resultOf(await client.packs.export({ ...choice, targetId, confirmed: true }))
  return { ...branch, client, plan, root: pack.path, evidence: readYearEvidence(branch.core, 2025) }
}

const linksOf = (root: string, page: string) =>
  [...readFileSync(join(root, page), 'utf8').matchAll(/href="([^"#][^"]*)"/g)].map(([, href = '']) =>
    join(dirname(page), decodeURIComponent(href)),
  )

test('folders by indicator: every file once, links elsewhere, 缺依据 where nothing proves it and 未登记此类情况 for a veto', async () => {
  const { root, evidence, plan } = await madePack()
  expect(root).toMatch(/_2025年度_达标创星佐证材料_20260110$/)
  expect(await verdictLines(root)).toEqual(['valid'])
  expect(plan.scheme).toContain(evidence.schemeName)
  const files = listFiles(join(root, 'data'))
  expect(plan.files.map(({ path }) => path).toSorted()).toEqual(files)
  const pages = files.filter((file) => file.endsWith('/本项材料.html'))
  const indicators = evidence.categories.flatMap((category) => category.indicators)
  expect(pages).toHaveLength(indicators.length)
  expect(files.filter((file) => file.includes('签到表'))).toHaveLength(1)
  const minutes = files.filter((file) => file.endsWith('.docx'))
  expect(minutes).toHaveLength(3)
  const linkedIn = new Map(pages.map((page) => [page, linksOf(root, `data/${page}`)]))
  for (const links of linkedIn.values()) for (const file of links) expect(existsSync(join(root, file)), file).toBe(true)
  const lecture = minutes.find((file) => file.includes('主题党日')) ?? ''
  const naming = pages.filter((page) => linkedIn.get(page)?.includes(`data/${lecture}`))
  const proved = indicators.filter(({ evidence: own }) => own.length > 0)
  expect(proved.length).toBeGreaterThan(1)
  expect(naming.length).toBeGreaterThan(1)
  expect(naming.map(dirname)).toContain(dirname(lecture))
  expect(indicators.filter(({ isVeto, evidence: own }) => isVeto && own.length === 0)).not.toHaveLength(0)
  for (const [index, { evidence: own, isApplicable, isVeto }] of indicators.entries()) {
    const html = readFileSync(join(root, 'data', pages[index] ?? ''), 'utf8')
    // For a veto nothing on record is good.
    if (own.length === 0 && isApplicable) expect(html).toContain(isVeto ? '未登记此类情况' : '缺依据')
    if (isVeto) expect(html).not.toContain('缺依据')
    expect(html).toContain(evidence.schemeVersion)
  }
  const index = readFileSync(join(root, 'data/00_请先打开_目录.html'), 'utf8')
  expect(index).toContain(evidence.notice)
  for (const file of [...minutes, ...files.filter((each) => each.includes('签到表'))])
    expect(linksOf(root, 'data/00_请先打开_目录.html')).toContain(`data/${file}`)
  expect(readFileSync(join(root, 'bag-info.txt'), 'utf8')).toMatch(/^Pack-Layout: indicator$/m)
})

test('what no indicator asks for travels in a folder of its own; unticked records are nowhere', async () => {
  const { client, core, evidence } = await madePack()
  const everything = await client.packs.plan({ year: 2025, layout: 'indicator' })
  const named = new Set(
    evidence.categories.flatMap(({ indicators }) => indicators.flatMap((each) => each.evidence.map(({ id }) => id))),
  )
  const unnamed = everything.records.filter(({ id }) => !named.has(id))
  expect(everything.files.filter(({ path }) => path.startsWith('80_其他材料/') && path.endsWith('.docx'))).toHaveLength(
    unnamed.length,
  )
  const exclude = everything.records.filter(({ title }) => title.includes('主题党日')).map(({ id }) => id)
  const targetId = core.targets.admit(temporaryFolder())
  const { path } = await resultOf(
    await client.packs.export({ year: 2025, layout: 'indicator', exclude, targetId, confirmed: true }),
  )
  expect(await verdictLines(path)).toEqual(['valid'])
  expect(listFiles(path).filter((file) => /主题党日活动记录|签到表/.test(file))).toEqual([])
})

test('both layouts carry the same records', async () => {
  const { client, core, root } = await madePack()
  const targetId = core.targets.admit(temporaryFolder())
  const { path } = await resultOf(await client.packs.export({ year: 2025, targetId, confirmed: true }))
  for (const file of listFiles(join(root, 'data/records'))) {
    if (file === 'attachments.jsonl') continue
    expect(readFileSync(join(path, 'data/records', file)).equals(readFileSync(join(root, 'data/records', file))), file).toBe(true)
  }
})
