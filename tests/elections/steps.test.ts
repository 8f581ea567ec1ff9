import { describe, expect, test } from 'vitest'
import type { ElectionCase } from '#shared/elections/case.ts'
import { electionSteps } from '#shared/elections/steps.ts'

const given = (own: Partial<ElectionCase> = {}): ElectionCase => ({
  id: 'x',
  title: '换届',
  isTerm: true,
  date: '2026-05-08',
  status: 'preparing',
  requestedOn: null,
  approvedOn: null,
  documentNo: '',
  seats: 5,
  candidates: [],
  reportedOn: null,
  delay: '',
  links: [],
  ...own,
})
const term = { end: '2026-05-12' }
const states = (own: Partial<ElectionCase>, today: string) => electionSteps(given(own), term, today).map(({ state }) => state)

describe('the way of an election', () => {
  test('one step after the other', () => {
    expect(states({}, '2026-03-01')).toEqual(['open', 'later', 'later', 'later'])
    expect(states({ requestedOn: '2026-03-02', approvedOn: '2026-03-20' }, '2026-04-01')).toEqual(['done', 'done', 'open', 'later'])
    expect(states({ requestedOn: '2026-03-02', status: 'elected' }, '2026-05-10')).toEqual(['done', 'blank', 'done', 'open'])
  })

  test('is late when the term is over without it, a by-election is not', () => {
    expect(states({}, '2026-05-12')[2]).toBe('later')
    expect(states({}, '2026-05-13')[2]).toBe('overdue')
    expect(states({ isTerm: false }, '2026-05-13')[2]).toBe('later')
    expect(states({ links: ['meeting'] }, '2026-05-13')[2]).toBe('done')
  })
})
