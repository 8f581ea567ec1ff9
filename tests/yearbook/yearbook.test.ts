import { read, utils } from '@e965/xlsx'
import { describe, expect, test } from 'vitest'
import { inProcessClient } from '#main/shells/in-process.ts'
import type { Yearbook } from '#shared/yearbook/schema.ts'
import { testClock, testCore } from '../helpers/ledger.ts'
import { sampleBranch } from '../helpers/sample-branch.ts'

async function sample(day = '2026-01-10') {
  const core = testCore({ clock: testClock(day) })
  const client = inProcessClient(core)
  await client.ledger.create({ sample: true })
  return { core, client, yearbook: await client.yearbook.get({ year: 2025, span: 'year' }) }
}
const figureOf = (yearbook: Yearbook, key: string) => {
  const found = yearbook.sections.flatMap(({ figures }) => figures).find((figure) => figure.key === key)
  if (!found) throw new Error(`no figure ${key}`)
  return found
}

describe('党建工作台账 of the sample year', () => {
  test('has the sections of DOMAIN 8.4, and every number but none its records or its page', async () => {
    const { yearbook } = await sample()
    expect(yearbook.sections.map(({ title }) => title)).toEqual([
      '基本情况',
      '组织生活',
      '学习教育',
      '发展党员',
      '民主评议',
      '谈心谈话',
      '任务清单',
      '问题整改',
      '作用发挥',
    ])
    for (const { key, value, sources, link, before } of yearbook.sections.flatMap(({ figures }) => figures)) {
      if (value !== null && value !== 0) expect([key, sources.length > 0 || link !== null]).toEqual([key, true])
      // The ledger has no 2024.
      expect(before).toBeNull()
    }
  })

  test('its numbers are those of the tables they come from', async () => {
    const { client, yearbook } = await sample()
    const { rules } = await client.obligations.summary({ year: 2025 })
    for (const rule of rules) {
      const figure = figureOf(yearbook, `rule:${rule.id}:${rule.scope.kind === 'group' ? rule.scope.name : ''}`)
      expect(figure.value).toBe(rule.held)
      expect(figure.sources.map(({ id }) => id).toSorted()).toEqual(rule.records.toSorted())
    }
    const attendance = await client.reports.attendance({ year: 2025 })
    expect(figureOf(yearbook, 'attendance').value).toBeCloseTo(attendance.rateWithoutExempt ?? -1)
    const { tasks } = await client.tasks.list({ year: 2025 })
    expect(figureOf(yearbook, 'tasksOverdue').value).toBe(tasks.filter(({ state }) => state === 'overdue').length)
    const wishes = await client.dossier.list({ year: 2025, kinds: ['microWish'] })
    expect(figureOf(yearbook, 'wishes').sources.map(({ recordNumber }) => recordNumber)).toEqual(
      wishes.map(({ recordNumber }) => recordNumber),
    )
  })

  test('a number of members opens exactly those members', async () => {
    const { client, yearbook } = await sample()
    const { members } = await client.members.roster({ date: '2025-12-31' })
    const names = (key: string) => figureOf(yearbook, key).sources.map(({ title }) => title)
    expect(names('members').toSorted()).toEqual(members.map(({ name }) => name).toSorted())
    for (const key of ['members', 'formalMembers', 'probationaryMembers', 'inServiceMembers', 'retiredMembers', 'committee'])
      expect([key, names(key).length]).toEqual([key, figureOf(yearbook, key).value])
  })

  test('says of talks how many and how far, and nobody’s name', async () => {
    const { yearbook } = await sample()
    const { figures } = yearbook.sections.find(({ key }) => key === 'talks') ?? { figures: [] }
    const words = JSON.stringify(figures)
    for (const name of ['张三', '李四', '陈丙', '吴十']) expect(words).not.toContain(name)
    expect(words).not.toContain('外勤时间长')
  })

  test('the first half counts what was there at its end', async () => {
    const { client } = await sample()
    const half = await client.yearbook.get({ year: 2025, span: 'half' })
    expect(half.asOf).toBe('2025-06-30')
    expect(figureOf(half, 'rule:committee-meeting-monthly:').value).toBe(6)
    const all = half.sections.flatMap(({ figures }) => figures).flatMap(({ sources }) => sources)
    // A record of a person on the way into the Party begins with the application, years before.
    expect(all.every(({ date }) => date <= '2025-06-30')).toBe(true)
    // Found on 11 July.
    expect(figureOf(half, 'problems').value).toBe(1)
    expect(half.problems.map(({ text }) => text).join('')).not.toContain('补学拖到月底')
  })

  test('as XLSX its numbers are numbers, and every record number stands beside them', async () => {
    const { core, client, yearbook } = await sample()
    const { token } = await client.yearbook.make({ year: 2025, span: 'year', format: 'xlsx' })
    const book = read(core.outbox.find(token).content, { type: 'array' })
    const [name = ''] = book.SheetNames
    const rows = utils.sheet_to_json<unknown[]>(book.Sheets[name] ?? {}, { header: 1 })
    const line = rows.find((row) => row[2] === '支部党员大会')
    expect(line?.[3]).toBe(figureOf(yearbook, 'rule:general-meeting-quarterly:').value)
    expect(line?.[6]).toBe('2025-党员大会-01、2025-党员大会-02、2025-党员大会-03、2025-党员大会-04')
  })

  test('as a paper it quotes problems with their numbers', async () => {
    const { core, client, yearbook } = await sample()
    const { token } = await client.yearbook.make({ year: 2025, span: 'year', format: 'html' })
    const html = new TextDecoder().decode(core.outbox.find(token).content)
    expect(html).toContain('2025年党建工作台账')
    for (const { text, source } of yearbook.problems) {
      expect(html).toContain(text)
      expect(html).toContain(source.recordNumber)
    }
  })
})

describe('下一步打算', () => {
  test('is kept in the year’s summing-up, made once and changed after', async () => {
    const { core } = sampleBranch({ clock: testClock('2026-01-10') })
    const client = inProcessClient(core)
    const first = await client.yearbook.saveNextSteps({
      year: 2025,
      span: 'year',
      text: '按季度检查。',
      recordId: null,
      revision: 0,
    })
    const { nextSteps } = await client.yearbook.get({ year: 2025, span: 'year' })
    expect(nextSteps).toEqual({ text: '按季度检查。', recordId: first.id, revision: 1, recordNumber: first.recordNumber })
    const stale = { year: 2025, span: 'year', text: '别的话', recordId: null, revision: 0 } as const
    await expect(client.yearbook.saveNextSteps(stale)).rejects.toMatchObject({ code: 'CHANGED_ELSEWHERE' })
    await client.yearbook.saveNextSteps({ year: 2025, span: 'year', text: '按月检查。', recordId: first.id, revision: 1 })
    expect(await client.dossier.list({ year: 2025, kinds: ['halfYearReview'] })).toMatchObject([
      { content: { sort: 'yearEnd', nextSteps: '按月检查。' }, forYear: 2025 },
    ])
  })
})

describe('the year before', () => {
  test('stands beside each number once the ledger has it, on the same day of a half', async () => {
    const { core } = sampleBranch({ clock: testClock('2026-07-10') })
    const client = inProcessClient(core)
    for (const date of ['2025-03-20', '2025-06-26', '2025-09-18', '2026-03-19'])
      await client.activities.save({ date, parts: [{ purpose: 'generalMeeting', title: '支部党员大会' }] })
    const half = await client.yearbook.get({ year: 2026, span: 'half' })
    expect(figureOf(half, 'rule:general-meeting-quarterly:')).toMatchObject({ text: '1次', before: '2次' })
    const year = await client.yearbook.get({ year: 2026, span: 'year' })
    expect(figureOf(year, 'rule:general-meeting-quarterly:')).toMatchObject({ text: '1次', before: '3次' })
  })
})
