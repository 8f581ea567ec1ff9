import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inProcessClient } from '#main/shells/in-process.ts'
import { inspect } from '#shared/inspection/inspect.ts'
import { byText } from '#shared/kernel/order.ts'
import { testClock, testCore } from '../helpers/ledger.ts'
import { inspected, write } from './helpers.ts'

describe('the year of the sample branch', () => {
  test('has exactly its real gaps', async () => {
    const core = testCore({ clock: testClock() })
    const client = inProcessClient(core)
    await client.ledger.create({ sample: true })
    const { findings, looked, records } = await client.inspection.run({ year: 2025 })
    expect(looked).toBe(67)
    expect(findings.map(({ kind, text }) => [kind, text])).toEqual([
      ['missing', '2025年支部委员会会议：8月未记录。'],
      ['missing', '2025年党课（本单位细则）：第一季度、第三季度未记录。'],
      ['unsigned', '2025年6月27日「2025年第二季度支部党员大会」待签字，已超过14天。'],
      [
        'overdue',
        '2025年9月19日「2025年9月主题党日活动」议定的「2条需协调的意见提交局办公会」（责任人：张三）应于2025年10月31日前完成，还没有登记落实。',
      ],
      [
        'overdue',
        '2025年10月17日「2025年10月主题党日活动」议定的「每季度到社区教一次手机使用」（责任人：蒋己）应于2025年12月31日前完成，还没有登记落实。',
      ],
      [
        'overdue',
        '「2025年任务清单」（2025-任务清单-01）的任务「四个季度都安排党课」（责任人：王五）应于2025年12月31日前完成，还没有登记完成。',
      ],
    ])
    expect(findings[0]?.sources.join()).not.toBe('')
    expect(records).toEqual([
      { id: findings[2]?.records[0], type: 'activity', date: '2025-06-27', title: '2025年第二季度支部党员大会' },
      { id: findings[3]?.records[0], type: 'activity', date: '2025-09-19', title: '2025年9月主题党日活动' },
      { id: findings[4]?.records[0], type: 'activity', date: '2025-10-17', title: '2025年10月主题党日活动' },
      { id: findings[5]?.records[0], type: 'dossier', date: '2025-01-10', title: '2025年任务清单' },
    ])
  })

  test('as a sheet: every finding, with room to write beside it', async () => {
    const core = testCore({ clock: testClock() })
    const client = inProcessClient(core)
    await client.ledger.create({ sample: true })
    const { token, fileName } = await client.inspection.makeSheet({ year: 2025, format: 'html' })
    expect(fileName).toBe('某局机关第三党支部2025年迎检自查表.html')
    const html = new TextDecoder().decode(core.outbox.find(token).content)
    for (const text of ['8月未记录', '第一季度、第三季度未记录', '待签字', '核对结果']) expect(html).toContain(text)
    const docx = await client.inspection.makeSheet({ year: 2025, format: 'docx' })
    expect(docx.octets).toBeGreaterThan(1000)
  })
})

describe('what is not finished', () => {
  test('a page not signed counts after fourteen days, a decision on the day after its day', async () => {
    const resolutions = [{ text: '完成补学', owner: '孙八', dueOn: '2025-06-20' }]
    const early = inspected('2025-06-20')
    const id = await early.meet({ state: 'toSign' }, { resolutions })
    expect(await early.found('unsigned')).toEqual([])
    expect(await early.found('overdue')).toEqual([])
    const late = inspected('2025-06-21')
    const other = await late.meet({ state: 'toSign' }, { resolutions })
    expect((await late.found('unsigned'))[0]?.records).toEqual([other])
    expect((await late.found('overdue'))[0]?.text).toContain('「完成补学」（责任人：孙八）应于2025年6月20日前完成')
    expect(id).not.toBe(other)
  })

  test('a planned meeting whose day is long past has no record', async () => {
    const { meet, found } = inspected()
    const id = await meet({ state: 'planned', date: '2025-08-12' })
    expect((await found('overdue')).map(({ records }) => records)).toEqual([[id]])
  })

  test('a month with 情况说明 is not missing', async () => {
    const { client, found } = inspected()
    const [rule] = (await client.obligations.summary({ year: 2025 })).rules.filter(({ period }) => period === 'month')
    if (!rule) throw new Error('no monthly rule')
    const before = (await found('missing')).find(({ text }) => text.includes(rule.label))
    expect(before?.text).toContain('8月')
    await client.obligations.explain({ ruleId: rule.id, scopeId: rule.scope.id, period: '2025-08', text: '上级统一组织' })
    const after = (await found('missing')).find(({ text }) => text.includes(rule.label))
    expect(after?.text).not.toContain('8月')
  })
})

describe('the inspection', () => {
  test('does not depend on the order of records, and never grows with the year before alone', async () => {
    const { client, meet } = inspected()
    for (let i = 0; i < 6; i++) {
      await meet(
        { date: `2025-06-0${(i % 3) + 5}`, startTime: `10:${i}0`, place: i % 2 === 0 ? '甲室' : '乙室' },
        { agenda: [{ title: '议题', content: [write(`这一句话在每隔两次的会议里都有${i % 2}。`)] }] },
      )
    }
    const lines = await client.activities.list({ year: 2025 })
    const activities = await Promise.all(lines.map(({ id }) => client.activities.get({ id })))
    const summary = await client.obligations.summary({ year: 2025 })
    const run = (order: typeof activities) =>
      inspect({ activities: order, earlier: [], summary, tasks: [], problems: [], today: '2026-01-10', restDayWords: () => null })
    const plain = (found: ReturnType<typeof run>) =>
      found.findings.map((each) => `${each.kind} ${each.records.toSorted(byText).join(' ')}`).toSorted(byText)
    const expected = plain(run(activities))
    expect(expected.length).toBeGreaterThan(4)
    fc.assert(
      fc.property(fc.shuffledSubarray(activities, { minLength: activities.length }), (order) => {
        expect(plain(run(order))).toEqual(expected)
      }),
    )
  })

  test('changes nothing in the ledger', async () => {
    const { client, meet } = inspected()
    const id = await meet({ date: '2025-06-07' })
    const before = await client.history.of({ id })
    await client.inspection.run({ year: 2025 })
    expect(await client.history.of({ id })).toEqual(before)
  })
})
