import { describe, expect, test } from 'vitest'
import { inProcessClient } from '#main/shells/in-process.ts'
import { testClock, testCore } from '../helpers/ledger.ts'

async function sample() {
  const core = testCore({ clock: testClock('2026-01-10') })
  const client = inProcessClient(core)
  await client.ledger.create({ sample: true })
  return { core, client }
}

describe('the duty report of the sample year', () => {
  test('has the lines of DOMAIN 8.5 with the numbers of the year’s table', async () => {
    const { client } = await sample()
    const { figures, draft, draftText, reporter } = await client.dutyReport.get({ year: 2025 })
    expect(reporter).toBe('张三')
    expect(figures.slice(0, 8).map(({ label }) => label)).toEqual([
      '支部党员大会',
      '支部委员会会议',
      '党小组会',
      '党课',
      '主题党日',
      '党员出勤率',
      '党员人均学时',
      '书记学时',
    ])
    const { rules } = await client.obligations.summary({ year: 2025 })
    const groups = rules.filter(({ id }) => id === 'group-meeting-monthly').reduce((sum, { held }) => sum + held, 0)
    const figure = figures.find(({ key }) => key === 'held:groupMeeting')
    expect(figure?.value).toBe(groups)
    expect(new Set(figure?.sources.map(({ id }) => id))).toEqual(
      new Set(rules.filter(({ id }) => id === 'group-meeting-monthly').flatMap(({ records }) => records)),
    )
    expect(draftText).toContain(`召开党小组会${groups}次`)
    const known = new Set((await client.activities.list({ year: 2025 })).map(({ id }) => id))
    for (const { sources } of figures) for (const { id, type } of sources) if (type === 'activity') expect(known.has(id)).toBe(true)
    // What the branch wrote itself is quoted with the number of its record.
    const problems = draft.find(({ title }) => title === '存在问题')?.sentences ?? []
    expect(problems.length).toBeGreaterThan(0)
    expect(problems.every(({ quote }) => /^\d{4}-/.test(quote?.source.recordNumber ?? ''))).toBe(true)
  })

  test('is kept once and changed after, and printed with its numbers behind it', async () => {
    const { core, client } = await sample()
    const { kept, draftText } = await client.dutyReport.get({ year: 2025 })
    expect(kept?.text).toContain('组织生活')
    await expect(client.dutyReport.save({ year: 2025, text: draftText, recordId: null, revision: 0 })).rejects.toMatchObject({
      code: 'CHANGED_ELSEWHERE',
    })
    const saved = await client.dutyReport.save({
      year: 2025,
      text: draftText,
      recordId: kept?.id ?? null,
      revision: kept?.revision ?? 0,
    })
    expect(saved.id).toBe(kept?.id)
    const record = await client.dossier.get({ id: saved.id })
    expect(record.content).toMatchObject({ text: draftText, result: '满意' })
    const { token } = await client.dutyReport.make({ year: 2025, format: 'html' })
    const html = new TextDecoder().decode(core.outbox.find(token).content)
    expect(html).toContain('书记2025年度抓党建工作述职报告')
    expect(html).toContain('述职人：张三')
    expect(html).toContain('书记2025年度述职数据表')
    expect(html).toContain('2025-党员大会-01')
    const docx = await client.dutyReport.make({ year: 2025, format: 'docx' })
    expect(docx.octets).toBeGreaterThan(5_000)
  })

  test('of a year without records has a page of numbers that says nothing', async () => {
    const { core, client } = await sample()
    const { draftText, kept, figures } = await client.dutyReport.get({ year: 2019 })
    expect([draftText, kept]).toEqual(['', null])
    expect(figures.filter(({ value }) => value !== null && value > 0)).toEqual([])
    const { token } = await client.dutyReport.make({ year: 2019, format: 'html' })
    expect(new TextDecoder().decode(core.outbox.find(token).content)).not.toContain('抓党建工作述职报告')
  })
})
