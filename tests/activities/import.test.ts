import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { importActivities, previewActivitiesImport } from '#main/activities/import.ts'
import { readActivities, readActivityLines } from '#main/activities/read.ts'
import { importPosts, importRoster } from '#main/members/import.ts'
import { dumpLedger, openTestLedger, temporaryFolder } from '../helpers/ledger.ts'
import { dateCell, type TestCell, writeWorkbook } from '../helpers/workbook.ts'

const samples = join(import.meta.dirname, '../fixtures/samples')

function empty() {
  const { core, ledger } = openTestLedger()
  const staged = (path: string) => core.staging.find(core.staging.fromPath(path).token)
  return {
    core,
    ledger,
    sample: staged(join(samples, '三会一课台账-2025.xlsx')),
    sheet: (rows: readonly (readonly TestCell[])[], merges: readonly string[] = [], name = '台账.xlsx') =>
      staged(writeWorkbook(temporaryFolder(), name, { rows, merges })),
    staged,
    year: (year: number) => readActivities(ledger, { year }),
  }
}

async function branch() {
  const made = empty()
  await importRoster(made.core, made.staged(join(samples, '党员花名册-全国样式.xlsx')))
  await importPosts(made.core, made.staged(join(samples, '支委会和党小组.xlsx')))
  return made
}

const header = ['日期', '类别', '会议名称', '应到', '实到', '缺席人员及原因']

describe('the old ledger of 2025', () => {
  it('previews without writing, then takes 53 sittings without a warning', async () => {
    const { core, ledger, sample, year } = await branch()
    const before = dumpLedger(ledger)
    const preview = await previewActivitiesImport(core, sample)
    expect(dumpLedger(ledger)).toEqual(before)
    expect(preview).toMatchObject({ imported: 53, skipped: [], warnings: [] })
    expect(preview.rows).toHaveLength(53)
    expect(await importActivities(core, sample)).toEqual({ imported: 53, skipped: [], warnings: [] })
    const activities = year(2025)
    expect(activities).toHaveLength(53)
    expect(activities.every(({ origin, isLate, parts }) => origin === 'imported' && !isLate && parts[0]?.rosterKnown)).toBe(true)
    const counts = Object.groupBy(activities, (activity) => activity.parts[0]?.purpose ?? 'generalMeeting')
    expect(Object.fromEntries(Object.entries(counts).map(([purpose, of]) => [purpose, of.length]))).toEqual({
      generalMeeting: 4,
      committeeMeeting: 11,
      groupMeeting: 24,
      partyLecture: 2,
      themedPartyDay: 12,
    })
  })

  it('keeps dates, times, titles, people, content and the attendance of named people', async () => {
    const { core, sample, year } = await branch()
    await importActivities(core, sample)
    const at = (date: string, purpose: string) =>
      year(2025).find((each) => each.date === date && each.parts[0]?.purpose === purpose)
    expect(at('2025-01-06', 'committeeMeeting')).toMatchObject({
      startTime: '10:00',
      endTime: '11:20',
      place: '504办公室',
      state: 'signed',
      chair: { name: '张三', personId: expect.any(String) },
      recorder: { name: '李四' },
      parts: [
        {
          title: '2025年第1次支部委员会会议',
          counts: { due: 5, present: 5 },
          agenda: [{ title: '第一议题学习' }, { title: '学习党章有关条款' }, { title: '研究本月主题党日' }],
        },
      ],
    })
    expect(at('2025-01-09', 'groupMeeting')).toMatchObject({ parts: [{ groupName: '第一党小组', counts: { due: 6, present: 5 } }] })
    expect(at('2025-01-17', 'themedPartyDay')).toMatchObject({
      parts: [{ counts: { due: 13, present: 12 }, topic: '重温入党誓词' }],
    })
    const [part] = at('2025-02-21', 'themedPartyDay')?.parts ?? []
    expect(part?.counts).toMatchObject({ due: 14, present: 12, dueVoters: 12, presentVoters: 10 })
    expect(part?.absentees).toMatchObject([
      { name: '陈丙', reason: 'businessTrip', note: '' },
      { name: '褚丁', reason: 'exempt', note: '年老体弱' },
    ])
    expect(part?.attendance.filter(({ present }) => present)).toHaveLength(12)
    expect(at('2025-05-23', 'partyLecture')).toMatchObject({
      parts: [{ title: '改进工作作风，提高服务效能', lecturer: { name: '张三' }, topic: '改进工作作风，提高服务效能', agenda: [] }],
    })
    expect(at('2025-06-13', 'themedPartyDay')?.parts[0]?.title).toBe('2025年6月主题党日：走近老党员  学习优良作风')
    expect(at('2025-08-15', 'themedPartyDay')?.parts[0]?.absentees[0]).toMatchObject({ name: '吴十', reason: 'vacation' })
  })

  it('numbers the records of a kind by date', async () => {
    const { core, ledger, sample } = await branch()
    await importActivities(core, sample)
    const numbers = readActivityLines(ledger, { year: 2025 })
      .filter(({ purposes }) => purposes.includes('generalMeeting'))
      .map(({ recordNumber }) => recordNumber)
    expect(numbers).toEqual(['2025-党员大会-01', '2025-党员大会-02', '2025-党员大会-03', '2025-党员大会-04'])
  })

  it('takes nothing twice', async () => {
    const { core, ledger, sample } = await branch()
    await importActivities(core, sample)
    const before = dumpLedger(ledger)
    const again = await importActivities(core, sample)
    expect(again.imported).toBe(0)
    expect(again.skipped).toHaveLength(53)
    expect(again.skipped[0]).toEqual({ row: 3, reason: expect.stringContaining('已有') })
    expect(dumpLedger(ledger)).toEqual(before)
  })

  it('keeps the counts of the sheet where no roster of the day is known', async () => {
    const { core, sample, year } = empty()
    const result = await importActivities(core, sample)
    expect(result.imported).toBe(53)
    expect(result.skipped).toEqual([])
    expect(result.warnings.every(({ reason }) => reason.includes('名单未录'))).toBe(true)
    const first = year(2025).find(({ date }) => date === '2025-02-21')
    expect(first?.parts[0]).toMatchObject({
      rosterKnown: false,
      counts: { due: 14, present: 12 },
      absentees: [{ name: '陈丙' }, { name: '褚丁' }],
    })
  })
})

describe('old ledgers of other offices', () => {
  it('finds the columns and kinds by their other names', async () => {
    const { core, sheet, year } = await branch()
    const made = sheet([
      ['2025年组织生活台账'],
      [],
      ['序号', '会议时间', '会议类型', '会议名称', '会议地点', '主持', '记录', '应到人数', '实到人数', '缺席及原因', '会议内容'],
      [
        1,
        '2025-03-28 15:00',
        '党员大会',
        '一季度党员大会',
        '二楼会议室',
        '张三(书记)',
        '李四',
        '14人',
        '12人',
        '陈丙(出差)，褚丁(年老体弱,不作硬性要求)',
        '一、审议计划\n二、通报党费',
      ],
      [2, '2025.4.7 10：00～11：20', '支委会会议', '四月支委会', '504', '张三', '李四', 5, 4, '钱七 培训', '研究主题党日'],
      [
        3,
        dateCell(45757 + 16 / 24, 'yyyy/m/d h:mm'),
        '小组会',
        '第1党小组会',
        '506',
        '孙八',
        '冯乙',
        7,
        6,
        '褚丁：不作硬性要求；',
        '学习',
      ],
      [
        4,
        '2025年4月18日下午2:30',
        '主题党日活动',
        '4月主题党日活动：国家安全',
        '会议室',
        '王五',
        '钱七',
        14,
        13,
        '缺席1人：褚丁年老体弱',
        '学习',
      ],
      [5, '2025/05/06', '支委会', '五月支委会', '504', '张三', '李四', 5, 5, '', ''],
      [6, '2025年5月8日', '集中学习', '理论学习', '504', '张三', '李四', 14, 14, '无', ''],
      [],
      ['合计', null, null, null, null, null, null, 59, 54],
      ['注：此表由组织委员填写。'],
    ])
    const result = await importActivities(core, made)
    expect(result).toEqual({ imported: 6, skipped: [], warnings: [] })
    expect(
      year(2025).map(({ date, startTime, endTime, parts }) => [
        date,
        startTime,
        endTime,
        parts[0]?.purpose,
        parts[0]?.counts.due,
        parts[0]?.counts.present,
      ]),
    ).toEqual([
      ['2025-03-28', '15:00', null, 'generalMeeting', 14, 12],
      ['2025-04-07', '10:00', '11:20', 'committeeMeeting', 5, 4],
      ['2025-04-10', '16:00', null, 'groupMeeting', 7, 6],
      ['2025-04-18', '14:30', null, 'themedPartyDay', 14, 13],
      ['2025-05-06', null, null, 'committeeMeeting', 5, 5],
      ['2025-05-08', null, null, 'studySession', 14, 14],
    ])
    const [first] = year(2025)
    expect(first?.chair).toMatchObject({ name: '张三', post: '书记' })
    expect(first?.parts[0]?.agenda.map(({ title }) => title)).toEqual(['审议计划', '通报党费'])
  })

  it('refuses rows with number and reason: no or an impossible date, an unknown kind, more present than due', async () => {
    const { core, ledger, sheet } = await branch()
    const before = dumpLedger(ledger)
    const made = sheet([
      header,
      [null, '支部党员大会', '大会', 14, 14, '无'],
      ['2025-02-30', '支部党员大会', '大会', 14, 14, '无'],
      ['三月某日', '支部党员大会', '大会', 14, 14, '无'],
      ['2025年3月', '支部党员大会', '大会', 14, 14, '无'],
      ['2025-03-28', '座谈会', '座谈会', 14, 14, '无'],
      ['2025-03-28', null, '大会', 14, 14, '无'],
      ['2025-03-28', '支部党员大会', '大会', 14, 15, '无'],
    ])
    const result = await importActivities(core, made)
    expect(result).toEqual({
      imported: 0,
      skipped: [
        { row: 2, reason: '没有日期' },
        { row: 3, reason: expect.stringContaining('2025-02-30') },
        { row: 4, reason: expect.stringContaining('三月某日') },
        { row: 5, reason: expect.stringContaining('哪一天') },
        { row: 6, reason: expect.stringContaining('座谈会') },
        { row: 7, reason: '没有类别' },
        { row: 8, reason: expect.stringMatching(/实到15人.*应到14人/) },
      ],
      warnings: [],
    })
    expect(dumpLedger(ledger)).toEqual(before)
  })

  it('keeps with a warning what does not agree with the roster', async () => {
    const { core, sheet, year } = await branch()
    const made = sheet([
      header,
      ['2025-03-28', '支部党员大会', '甲', 14, 13, '何某（公出）'],
      ['2025-01-10', '支部党员大会', '乙', 14, 13, '陈丙（公出）'],
      ['2025-04-28', '支部党员大会', '丙', 14, 12, '陈丙（公出）'],
      ['2025-05-28', '党小组会', '党小组会', 7, 7, '无'],
      ['2025-06-28', '支部党员大会', '丁', 14, 13, '陈丙'],
      ['2025-06-30', '支部党员大会', '丁', 14, 13, '陈丙（赶路）'],
    ])
    const result = await importActivities(core, made)
    expect(result.imported).toBe(6)
    expect(result.skipped).toEqual([])
    expect(result.warnings).toEqual([
      { row: 2, reason: expect.stringContaining('何某') },
      { row: 3, reason: '表中应到14人，当天名册应到13人' },
      { row: 4, reason: expect.stringContaining('名单未录') },
      { row: 5, reason: expect.stringContaining('哪个党小组') },
      { row: 6, reason: expect.stringContaining('没有写明缺席原因') },
      { row: 7, reason: expect.stringContaining('赶路') },
    ])
    const part = (title: string) => year(2025).find(({ parts }) => parts[0]?.title === title)?.parts[0]
    expect(part('甲')).toMatchObject({
      rosterKnown: false,
      counts: { due: 14, present: 13 },
      absentees: [{ name: '何某', personId: null, reason: 'businessTrip' }],
    })
    expect(part('乙')?.counts).toMatchObject({ due: 13, present: 12 })
    // One absentee more than is named: nobody is made present who may not have been.
    expect(part('丙')).toMatchObject({ rosterKnown: false, counts: { due: 14, present: 12 } })
    expect(part('党小组会')).toMatchObject({ groupId: null, rosterKnown: false, counts: { due: 7, present: 7 } })
  })

  it('takes two kinds in one row as one sitting with two parts, and the year of a yearly meeting from its name', async () => {
    const { core, sheet, year } = await branch()
    await importActivities(
      core,
      sheet([
        header,
        ['2025-06-27', '支部党员大会、党课', '二季度党员大会暨党课', 14, 14, '无'],
        ['2025-02-10', '组织生活会', '2024年度组织生活会', 14, 14, '无'],
      ]),
    )
    expect(year(2025).map(({ parts }) => parts.map(({ purpose }) => purpose))).toEqual([
      ['organizationalLifeMeeting'],
      ['generalMeeting', 'partyLecture'],
    ])
    expect(year(2024).map(({ parts }) => parts[0]?.forYear)).toEqual([2024])
  })

  it('reads a date merged over several rows and points out what may be the same sitting', async () => {
    const { core, sheet, year } = await branch()
    const made = sheet(
      [
        header,
        ['2025-03-28', '支部党员大会', '甲', 14, 14, '无'],
        [null, '支部委员会会议', '乙', 5, 5, '无'],
        ['2025-03-28', '党员大会', '丙', 14, 14, '无'],
        ['2025-03-28', '党员大会', '甲', 14, 14, '无'],
      ],
      ['A2:A3'],
    )
    const result = await importActivities(core, made)
    expect(result.imported).toBe(3)
    expect(result.skipped).toEqual([{ row: 5, reason: expect.stringContaining('第2行') }])
    expect(result.warnings).toEqual([{ row: 4, reason: expect.stringContaining('甲') }])
    expect(year(2025).every(({ date }) => date === '2025-03-28')).toBe(true)
  })
})
