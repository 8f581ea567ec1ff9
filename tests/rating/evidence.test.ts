import { expect, test } from 'vitest'
import { readYearEvidence } from '#main/rating/read.ts'
import { inProcessClient } from '#main/shells/in-process.ts'
import { testClock, testCore } from '../helpers/ledger.ts'

test('the sample year by indicator: records that exist, the notice of the scheme', async () => {
  const core = testCore({ clock: testClock('2026-01-10') })
  const client = inProcessClient(core)
  await client.ledger.create({ sample: true })
  const { schemeName, schemeVersion, notice, categories } = readYearEvidence(core, 2025)
  expect(schemeName).toContain('达标创星')
  expect(schemeVersion).not.toBe('')
  expect(notice).toContain('不是任何机关的正式文件')
  expect(categories.map(({ code }) => code).join('')).toBe('ABCDEFGHV')
  const all = categories.flatMap(({ indicators }) => indicators)
  expect(all).toHaveLength(50)
  const meetings = all.find(({ code }) => code === 'D1')
  expect(meetings).toMatchObject({ title: '支部党员大会', isApplicable: true })
  for (const { id, type, partId } of meetings?.evidence ?? []) {
    expect(type).toBe('activity')
    const { parts } = await client.activities.get({ id })
    const own = parts.filter((part) => part.purpose === 'generalMeeting')
    expect(own).not.toHaveLength(0)
    if (partId !== undefined) expect(own.map((part) => part.id)).toContain(partId)
  }
})
