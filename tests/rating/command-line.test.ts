import { expect, test } from 'vitest'
import { ratingCommand } from '#main/shells/cli/commands/rating.ts'
import { inProcessClient } from '#main/shells/in-process.ts'
import { testClock, testCore } from '../helpers/ledger.ts'

test('rating --year: exact keys, the notice within, records by their ids', async () => {
  const core = testCore({ clock: testClock('2026-01-10') })
  const client = inProcessClient(core)
  await client.ledger.create({ sample: true })
  const context = { client, arguments: { year: () => 2025 } } as unknown as Parameters<typeof ratingCommand.run>[0]
  const { json, text } = await ratingCommand.run(context)
  const answer = json as { total: number; indicators: Record<string, unknown>[] }
  expect(Object.keys(answer)).toEqual(['scheme', 'total', 'stars', 'indicators'])
  expect(answer.indicators).toHaveLength(50)
  for (const indicator of answer.indicators)
    expect(Object.keys(indicator)).toEqual(['code', 'points', 'proposed', 'reason', 'records', 'missing'])
  expect(answer.indicators.find(({ code }) => code === 'B3')).toMatchObject({
    points: 3,
    proposed: 2.7,
    reason: '8月未记录支部委员会会议',
    missing: ['8月支部委员会会议'],
  })
  expect(text).toContain('不是任何机关的正式文件')
})
