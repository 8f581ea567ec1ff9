import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inProcessClient } from '#main/shells/in-process.ts'
import { rowsOfText } from '#shared/rating/import/cells.ts'
import { guessMapping } from '#shared/rating/import/guess.ts'
import { type Indicator, schemeSchema } from '#shared/rating/scheme.ts'
import { type Given, scoreOf } from '#shared/rating/score.ts'
import { openTestLedger, temporaryFolder, testClock } from '../helpers/ledger.ts'
import { writeWorkbook } from '../helpers/workbook.ts'

const bundled = schemeSchema.parse(
  JSON.parse(readFileSync(join(import.meta.dirname, '../../resources/star-catalogue.json'), 'utf8')),
)
const counted = bundled.categories.flatMap(({ indicators }) => indicators.filter(({ bonus, veto }) => !bonus && !veto))

function opened() {
  const { core } = openTestLedger({ clock: testClock('2026-01-10') })
  const client = inProcessClient(core)
  const stage = (name: string, content: string) => {
    const path = join(temporaryFolder(), name)
    writeFileSync(path, content)
    return core.staging.fromPath(path).token
  }
  return { core, client, stage }
}

describe('points', () => {
  const share = fc.tuple(...counted.map(({ points }) => fc.integer({ min: 0, max: points * 10 }).map((tenths) => tenths / 10)))

  test('不适用 never lowers the share of a category that the indicator was not ahead of', () => {
    fc.assert(
      fc.property(share, fc.nat(counted.length - 1), (points, at) => {
        const given = new Map(
          counted.map(({ code }, own): [string, Given] => [
            code,
            { points: points[own] ?? 0, isNotApplicable: false, isTriggered: false },
          ]),
        )
        const { code, points: most } = counted[at] as Indicator
        const category = bundled.categories.find(({ indicators }) => indicators.some((each) => each.code === code))
        const won = category?.indicators.reduce((sum, each) => sum + (given.get(each.code)?.points ?? 0), 0) ?? 0
        fc.pre((given.get(code)?.points ?? 0) / most <= won / (category?.weight ?? 1) + 1e-9)
        const without = new Map(given).set(code, { points: 0, isNotApplicable: true, isTriggered: false })
        // Rounded down to a tenth on both sides.
        expect(scoreOf(bundled, without).base).toBeGreaterThanOrEqual(scoreOf(bundled, given).base - 0.1)
      }),
    )
  })

  test('below the line of 达标 there are no stars', () => {
    const strict = { ...bundled, standard: { minScore: 60 } }
    const all = (part: number) =>
      new Map(counted.map(({ code, points }) => [code, { points: points * part, isNotApplicable: false, isTriggered: false }]))
    expect(scoreOf(strict, all(0.5))).toMatchObject({ isStandardMet: false, stars: null })
    expect(scoreOf(strict, all(0.9))).toMatchObject({ isStandardMet: true, stars: 5 })
    expect(scoreOf(bundled, all(0.5))).toMatchObject({ isStandardMet: null, stars: 1 })
  })
})

describe('versions', () => {
  test('a version that a year has used is never changed; the year may move to the new one while it is 自评中', async () => {
    const { client } = opened()
    const copy = await client.rating.schemes.save({ scheme: { ...bundled, schemeName: '某机关评定办法', version: '2025' } })
    expect(copy).toMatchObject({ version: '2025', isNew: true })
    const edited = await client.rating.schemes.save({
      id: copy.id,
      scheme: { ...bundled, schemeName: '某机关评定办法', version: '2025' },
    })
    expect(edited).toEqual({ id: copy.id, version: '2025', isNew: false })
    const used = await client.rating.schemes.use({ year: 2025, revision: 0, id: copy.id })
    const { revision } = await client.rating.confirm({
      year: 2025,
      revision: used.revision,
      code: 'A1',
      confirmed: { points: 3 },
    })
    await expect(client.rating.schemes.remove({ id: copy.id })).rejects.toMatchObject({ code: 'INPUT_INVALID' })

    const categories = structuredClone(bundled.categories)
    const [a1, a2] = categories[0]?.indicators ?? []
    Object.assign(a1 as Indicator, { points: 2 })
    Object.assign(a2 as Indicator, { points: 4 })
    const changed = { ...bundled, schemeName: '某机关评定办法', version: '2025', categories }
    const next = await client.rating.schemes.save({ id: copy.id, scheme: changed })
    expect(next).toMatchObject({ version: '2025-2', isNew: true })
    expect((await client.rating.schemes.get({ id: copy.id })).scheme.categories[0]?.indicators[0]?.points).toBe(3)
    expect(await client.rating.schemes.use({ year: 2025, revision, id: next.id })).toMatchObject({ dropped: ['A1'] })
    expect((await client.rating.get({ year: 2025 })).scheme).toMatchObject({ id: next.id, version: '2025-2' })
    // A later year goes on with it until somebody chooses.
    expect((await client.rating.get({ year: 2026 })).scheme.id).toBe(next.id)
  })

  test('the order of categories and indicators is the branch’s own: list, papers and files follow it', async () => {
    const { core, client } = opened()
    const [first, second, ...others] = bundled.categories
    const categories = [second, first, ...others].flatMap((each) => each ?? [])
    const { id } = await client.rating.schemes.save({ scheme: { ...bundled, schemeName: '另一种顺序', categories } })
    await client.rating.schemes.use({ year: 2025, revision: 0, id })
    const { lines } = await client.rating.get({ year: 2025 })
    expect([...new Set(lines.map(({ category }) => category.code))].join('')).toBe('BACDEFGHV')
    const { html } = await client.rating.previewPaper({ year: 2025, paper: 'scoreSheet' })
    expect(html.indexOf('B 班子建设')).toBeLessThan(html.indexOf('A 组织设置'))
    const { token } = await client.rating.schemes.exportJson({ id })
    const file = JSON.parse(new TextDecoder().decode(core.outbox.find(token).content)) as typeof bundled
    expect(file.categories.map(({ code }) => code).join('')).toBe('BACDEFGHV')
  })

  test('out as JSON and in again; what is wrong is named and nothing is kept', async () => {
    const { core, client, stage } = opened()
    const { token } = await client.rating.schemes.exportJson({ id: null })
    const text = new TextDecoder().decode(core.outbox.find(token).content)
    expect(text).toContain('不是任何机关的正式文件')
    const taken = await client.rating.schemes.importJson({ file: stage('办法.json', text) })
    expect(taken.version).toBe('2025-draft-2')
    const broken = JSON.parse(text) as typeof bundled
    Object.assign(broken.categories[0]?.indicators[1] as Indicator, { autoRule: { kind: 'magic' } })
    Object.assign(broken.categories[0]?.indicators[2] as Indicator, { points: '三分' })
    Object.assign(broken, { levels: 3 })
    const refused = client.rating.schemes.importJson({ file: stage('坏.json', JSON.stringify(broken)) })
    await expect(refused).rejects.toMatchObject({
      code: 'INPUT_INVALID',
      data: {
        reason: expect.stringMatching(/类别A › 指标A2 › 建议分的算法：本程序没有这种算法.*；类别A › 指标A3 › 分值：应为数字/),
      },
    })
    await expect(refused).rejects.toMatchObject({ data: { reason: expect.not.stringMatching(/[a-z]/) } })
    const heavy = JSON.parse(text) as typeof bundled
    Object.assign(heavy.categories[0] as object, { weight: 12 })
    await expect(client.rating.schemes.importJson({ file: stage('重.json', JSON.stringify(heavy)) })).rejects.toMatchObject({
      data: { reason: expect.stringContaining('A类的分值为12，各指标相加为10；各类分值相加为102，应为100') },
    })
    for (const other of ['{"a":1}', '[1,2]', '"办法"'])
      await expect(client.rating.schemes.importJson({ file: stage('别的.json', other) })).rejects.toMatchObject({
        data: { reason: '这不是一份评定办法。没有导入。' },
      })
    expect((await client.rating.schemes.list({})).map(({ version }) => version)).toEqual(['2025-draft-2', '2025-draft-1'])
  })
})

describe('the superior’s own sheet', () => {
  const rows = [
    ['某局机关党支部考评表'],
    ['考核指标', '分值', '佐证材料', '评分办法'],
    ['一、组织生活（70分）'],
    ['支部党员大会', '30分', '会议记录、签到表', '缺1次扣5分'],
    ['支委会', '40', '会议记录', '每缺1次扣2分'],
    ['二、班子建设（30分）'],
    ['班子团结协作', '30', '谈话清单', ''],
    ['分值不对', '三分', '', ''],
    ['合计', '100', '', ''],
  ]

  test('columns are found, headings become categories, each row says what became of it', async () => {
    const { core, client } = opened()
    const file = core.staging.fromPath(writeWorkbook(temporaryFolder(), '考评表.xlsx', { name: '表1', rows })).token
    const [sheet] = await client.rating.schemes.readSheet({ file })
    const guess = guessMapping(sheet?.rows ?? [])
    expect(guess).toMatchObject({ skip: 2, columns: { title: 0, points: 1, evidence: 2, deduction: 3 } })
    const {
      scheme,
      rows: read,
      faults,
    } = await client.rating.schemes.previewMapping({
      schemeName: '某局考评办法',
      version: '2025',
      rows: sheet?.rows ?? [],
      ...guess,
    })
    expect(faults).toEqual([])
    expect(scheme?.categories.map(({ name, weight }) => [name, weight])).toEqual([
      ['组织生活', 70],
      ['班子建设', 30],
    ])
    const [meeting, committee] = scheme?.categories[0]?.indicators ?? []
    expect(meeting).toMatchObject({
      code: 'A1',
      points: 30,
      evidence: ['minutes', 'signInSheet'],
      autoRule: { kind: 'count', deductPerMiss: 5 },
    })
    expect(committee?.autoRule).toMatchObject({ record: 'committeeMeeting', deductPerMiss: 2 })
    expect(scheme?.categories[1]?.indicators[0]).not.toHaveProperty('autoRule')
    expect(read.find(({ row }) => row === 8)?.messages).toEqual(['分值“三分”不是一个数，不导入'])
    expect(read.find(({ row }) => row === 9)?.messages).toEqual(['合计行，不导入'])
    const { id } = await client.rating.schemes.save({ scheme: schemeSchema.parse(scheme) })
    await client.rating.schemes.use({ year: 2025, revision: 0, id })
    expect((await client.rating.get({ year: 2025 })).lines.map(({ code }) => code)).toEqual(['A1', 'A2', 'B1'])
  })

  test('points that do not add up are said before anything is kept', async () => {
    const { client } = opened()
    const input = { schemeName: '办法', version: '1', rows: rows.map((row) => [...row, '', '', '']), ...guessMapping(rows) }
    const { faults } = await client.rating.schemes.previewMapping({ ...input, rows: input.rows.filter((_, at) => at !== 4) })
    expect(faults).toEqual(['“组织生活”写明70分，各指标相加为30分', '各类分值相加为60，应为100'])
  })

  test('text with tabs and quoted cells; any text is read without an error', () => {
    expect(rowsOfText('指标\t分值\n"两行\n名称"\t3\n')).toEqual([
      ['指标', '分值'],
      ['两行\n名称', '3'],
    ])
    fc.assert(fc.property(fc.string(), (text) => rowsOfText(text).every((row) => row.some((cell) => cell !== ''))))
  })
})
