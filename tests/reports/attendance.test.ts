import { read, utils } from '@e965/xlsx'
import { describe, expect, it } from 'vitest'
import { inProcessClient } from '#main/shells/in-process.ts'
import { testClock, testCore } from '../helpers/ledger.ts'
import { sampleBranch } from '../helpers/sample-branch.ts'

function open() {
  const branch = sampleBranch({ clock: testClock('2026-01-10') })
  const client = inProcessClient(branch.core)
  const line = async (name: string) => {
    const found = (await client.reports.attendance({ year: 2025 })).lines.find((each) => each.name === name)
    if (!found) throw new Error(`no line of ${name}`)
    return found
  }
  return { ...branch, client, line }
}
const part = (purpose: 'generalMeeting' | 'groupMeeting' | 'themedPartyDay' | 'committeeMeeting', more: object = {}) => ({
  purpose,
  title: `${purpose}的记录`,
  ...more,
})

describe('出勤率统计表', () => {
  it('due are the meetings held while a member and in the group; leave and 未请假 are told apart', async () => {
    const { client, groups, line } = open()
    const { id } = await client.activities.save({
      date: '2025-06-27',
      parts: [
        part('generalMeeting', {
          absentees: [
            { name: '陈丙', reason: 'businessTrip' },
            { name: '冯乙', reason: 'unexcused' },
            { name: '吴十', reason: 'sickLeave' },
          ],
        }),
      ],
    })
    await client.activities.save({ date: '2025-06-11', parts: [part('groupMeeting', { groupId: groups[0] })] })
    await client.activities.save({ date: '2025-06-06', parts: [part('committeeMeeting')] })
    expect(await line('张三')).toMatchObject({
      due: 2,
      present: 2,
      rate: 1,
      kinds: [{ purpose: 'generalMeeting' }, { purpose: 'groupMeeting' }],
    })
    expect(await line('陈丙')).toMatchObject({
      due: 1,
      present: 0,
      leave: 1,
      unexcused: 0,
      rate: 0,
      leaveReasons: [{ reason: 'businessTrip', times: 1 }],
    })
    expect(await line('冯乙')).toMatchObject({ due: 2, present: 1, leave: 0, unexcused: 1, rate: 0.5 })
    expect((await line('冯乙')).records.find((record) => record.outcome === 'unexcused')).toMatchObject({
      activityId: id,
      date: '2025-06-27',
    })
    expect(await line('卫戊')).toMatchObject({ category: 'probationaryMember', groupName: '第一党小组', makeUp: null })
    const report = await client.reports.attendance({ year: 2025 })
    expect(report).toMatchObject({ year: 2025, asOf: '2026-01-10', meetings: 2, unknownMeetings: 0 })
    expect(report.lines.map(({ name }) => name).slice(0, 5)).toEqual(['张三', '李四', '王五', '赵六', '钱七'])
  })
  it('members of whom nothing hard is asked are outside the rate, and inside the second one', async () => {
    const { client, line } = open()
    await client.activities.save({ date: '2025-03-28', parts: [part('generalMeeting')] })
    await client.activities.save({
      date: '2025-06-27',
      parts: [
        part('generalMeeting', {
          absentees: [
            { name: '褚丁', reason: 'exempt' },
            { name: '吴十', reason: 'personalLeave' },
          ],
        }),
      ],
    })
    expect(await line('褚丁')).toMatchObject({
      due: 0,
      present: 0,
      rate: null,
      exemptDue: 2,
      exemptPresent: 1,
      exemptNote: '年老体弱，不作硬性要求',
    })
    const report = await client.reports.attendance({ year: 2025 })
    expect(report.totals).toMatchObject({ due: 26, present: 25, leave: 1, unexcused: 0, exemptDue: 2, exemptPresent: 1 })
    expect(report.rateWithoutExempt).toBeCloseTo(25 / 26, 10)
    expect(report.rateWithExempt).toBeCloseTo(26 / 28, 10)
  })
  it('plans, the bin, other years and days without a roster are left out; each part counts', async () => {
    const { client, line } = open()
    await client.activities.save({ date: '2025-05-09', state: 'planned', parts: [part('generalMeeting')] })
    await client.activities.save({ date: '2024-05-09', parts: [part('generalMeeting', { forYear: 2025 })] })
    const { id } = await client.activities.save({ date: '2025-05-16', parts: [part('generalMeeting')] })
    await client.activities.remove({ id })
    await client.activities.save({ date: '2025-05-17', parts: [part('groupMeeting', { counts: { due: 7, present: 6 } })] })
    await client.activities.save({ date: '2025-05-18', parts: [part('themedPartyDay'), part('generalMeeting')] })
    expect(await line('张三')).toMatchObject({ due: 2, present: 2 })
    expect(await client.reports.attendance({ year: 2025 })).toMatchObject({ meetings: 2, unknownMeetings: 1 })
  })
  it('one who has left keeps the meetings of their time, at the end', async () => {
    const { client } = open()
    await client.activities.save({ date: '2025-03-28', parts: [part('generalMeeting')] })
    const member = (await client.members.all({})).find(({ person }) => person.name === '张三')
    const { id, ...person } = member?.person ?? { id: '', name: '', declaredCategory: 'formalMember' as const }
    await client.members.save({ id, person, membership: { validFrom: null, validTo: '2025-04-30', leaveReason: '调出' } })
    await client.activities.save({ date: '2025-06-27', parts: [part('generalMeeting')] })
    const { lines } = await client.reports.attendance({ year: 2025 })
    expect(lines.at(-1)).toMatchObject({ name: '张三', due: 1, present: 1 })
  })
  it('adds up in the sample year, and the workbook has the numbers of the screen', async () => {
    const core = testCore({ clock: testClock('2026-01-10') })
    const client = inProcessClient(core)
    await client.ledger.create({ sample: true })
    const report = await client.reports.attendance({ year: 2025 })
    for (const line of report.lines) {
      expect(line.present + line.leave + line.unexcused, line.name).toBe(line.due)
      expect(line.records, line.name).toHaveLength(line.due + line.exemptDue)
      expect(
        line.kinds.reduce((sum, kind) => sum + kind.due, 0),
        line.name,
      ).toBe(line.due)
    }
    const { token, fileName } = await client.reports.makeAttendanceTable({ year: 2025 })
    expect(fileName).toBe('某局机关第三党支部2025年党员出勤率统计表.xlsx')
    const book = read(core.outbox.find(token).content, { type: 'array' })
    const rows: unknown[][] = utils.sheet_to_json(book.Sheets['2025年'] ?? {}, { header: 1, raw: true, defval: null })
    expect(rows[1]).toEqual([
      '序号',
      '姓名',
      '类别',
      '党小组',
      '应参加次数',
      '实到',
      '请假',
      '未请假',
      '出勤率',
      '补学',
      '不作硬性要求说明',
    ])
    for (const [index, line] of report.lines.entries()) {
      const { due, present, leave, unexcused, rate } = line
      expect(rows[index + 2]?.slice(4, 9)).toEqual([due, present, leave, unexcused, rate ?? '—'])
      expect(rows[index + 2]?.[1]).toBe(line.name)
    }
    const totals = rows[report.lines.length + 2] ?? []
    expect(totals.slice(4, 9)).toEqual([
      report.totals.due,
      report.totals.present,
      report.totals.leave,
      report.totals.unexcused,
      report.rateWithoutExempt,
    ])
    expect(rows[report.lines.length + 3]?.[8]).toBe(report.rateWithExempt)
    expect(book.Workbook?.Names?.map(({ Name }) => Name)).toEqual(['_xlnm.Print_Area', '_xlnm.Print_Titles'])
  })
})
