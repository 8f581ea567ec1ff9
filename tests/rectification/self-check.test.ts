import { describe, expect, test } from 'vitest'
import { inProcessClient } from '#main/shells/in-process.ts'
import { testClock, testCore } from '../helpers/ledger.ts'

async function sample() {
  const core = testCore({ clock: testClock('2025-07-20') })
  const client = inProcessClient(core)
  await client.ledger.create({ sample: true })
  return { core, client }
}
type Row = Record<string, string>

describe('《半年自查表》', () => {
  test('says for each line what is asked and what the records of the first half say, and leaves the opinion open', async () => {
    const { core, client } = await sample()
    const proposed = await client.rectification.proposeSelfCheck({ year: 2025 })
    const checks = proposed.content['checks'] as Row[]
    expect(proposed.content['asOf']).toBe('2025-06-30')
    expect(checks[0]).toEqual({ item: '年度工作计划', found: '已登记；2025-年度计划-01' })
    const committee = checks.find(({ item }) => item === '支部委员会会议')
    expect(committee?.['found']).toBe('6次；应开的6期开了6期；2025-支委会-01至06')
    expect(committee?.['wanted']).toContain('支委会')
    expect(checks.every((row) => row['result'] === undefined)).toBe(true)
    const { id } = await client.dossier.save(proposed)
    const { token } = await client.documents.makeRecord({ id, format: 'html' })
    const html = new TextDecoder().decode(core.outbox.find(token).content)
    for (const { item = '' } of checks) expect(html).toContain(item)
    expect(html).toContain('某局机关第三党支部2025年半年自查表')
    expect(html).toContain('记录截至')
    expect(html).toContain('填表人（签字）')
    expect(html).not.toContain('半年自查和整改回复')
  })
})

describe('整改回复', () => {
  test('lists every problem of the year with its measures and steps, and is printed as a letter', async () => {
    const { core, client } = await sample()
    const proposed = await client.rectification.proposeReply({ year: 2025 })
    const replies = proposed.content['replies'] as Row[]
    const { problems } = await client.rectification.list({ year: 2025 })
    expect(replies.map((row) => row['recordNumber'])).toEqual(problems.map(({ recordNumber }) => recordNumber))
    expect(replies.find(({ problem }) => problem?.includes('仍未签字'))?.['done']).toContain('2025年5月30日销号（刘庚）')
    const { id } = await client.dossier.save({ ...proposed, content: { ...proposed.content, receiver: '直属机关党委' } })
    const { token, fileName } = await client.documents.makeRecord({ id, format: 'html' })
    expect(fileName).toContain('关于2025年问题整改情况的报告')
    const html = new TextDecoder().decode(core.outbox.find(token).content)
    expect(html).toContain('直属机关党委：')
    expect(html).toContain('中共某局机关第三支部委员会')
    for (const { problem } of problems) expect(html).toContain(problem)
    const docx = await client.documents.makeRecord({ id, format: 'docx' })
    expect(docx.octets).toBeGreaterThan(4_000)
  })
})
