import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inProcessClient } from '#main/shells/in-process.ts'
import type { Dossier } from '#shared/dossier/schema.ts'
import { isPlainDate, lastDayOf, monthOf, yearOf } from '#shared/kernel/dates.ts'
import type { RosterHistory } from '#shared/members/schema.ts'
import { dayInYear, proposalFor } from '#shared/tasks/from-last-year.ts'
import { testClock } from '../helpers/ledger.ts'
import { sampleBranch } from '../helpers/sample-branch.ts'

const nobody: RosterHistory = { persons: [], memberships: [], intervals: [], groups: [] }
const day = fc
  .record({ year: fc.integer({ min: 2000, max: 2040 }), at: fc.integer({ min: 0, max: 365 }) })
  .map(({ year, at }) => new Date(Date.UTC(year, 0, 1 + at)).toISOString().slice(0, 10))

const list = (content: Dossier['content'], more: Partial<Dossier> = {}): Dossier => ({
  id: '01900000-0000-7000-8000-000000000001',
  revision: 3,
  kind: 'taskList',
  date: '2025-01-10',
  endDate: null,
  forYear: 2025,
  title: '2025年任务清单',
  status: '',
  people: [],
  content,
  tags: ['作风建设提升年'],
  links: [],
  recordNumber: '2025-任务清单-01',
  origin: 'typed',
  enteredOn: '2025-01-10',
  isLate: false,
  hasSealed: false,
  attachments: [],
  ...more,
})

describe('a list made from last year’s', () => {
  test('keeps month and end of month, whatever the years', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 2000, max: 2041 }), (date, year) => {
        const moved = dayInYear(date, year)
        expect(isPlainDate(moved)).toBe(true)
        expect([yearOf(moved), monthOf(moved)]).toEqual([year, monthOf(date)])
        if (date === lastDayOf(date.slice(0, 7))) expect(moved).toBe(lastDayOf(moved.slice(0, 7)))
      }),
    )
  })

  test('has every task and nothing that came of it', () => {
    const row = fc.record({
      task: fc.string({ minLength: 1, maxLength: 20 }),
      due: day,
      doneOn: fc.option(day, { nil: null }),
      note: fc.constantFrom('', '已办结', '完成六项'),
    })
    fc.assert(
      fc.property(fc.array(row, { maxLength: 12 }), (rows) => {
        const made = proposalFor(2026, list({ sort: 'modelOrgan', tasks: rows }), nobody, '2026-01-05')
        const tasks = (made.content?.['tasks'] ?? []) as typeof rows
        expect(tasks.map(({ task }) => task)).toEqual(rows.map(({ task }) => task.replaceAll('2025年', '2026年')))
        expect(tasks.flatMap((each) => Object.keys(each)).filter((key) => key === 'doneOn' || key === 'note')).toEqual([])
        expect(made).toMatchObject({ title: '2026年任务清单', forYear: 2026, date: '2026-01-05' })
        expect(made.content?.['sort']).toBe('modelOrgan')
        expect([made.tags, made.attachmentIds, made.id]).toEqual([undefined, undefined, undefined])
      }),
    )
  })

  test('hands a post’s tasks to who holds it now', async () => {
    const { core } = sampleBranch({ clock: testClock('2026-01-12') })
    const client = inProcessClient(core)
    const { members } = await client.members.roster({ date: '2026-01-12' })
    const idOf = (name: string) => members.find((member) => member.name === name)?.personId ?? ''
    const change = async (name: string, edit: (intervals: { kind: string; value: string }[]) => unknown[]) => {
      const { person, intervals } = await client.members.get({ id: idOf(name) })
      await client.members.save({
        id: person.id,
        person: { name, declaredCategory: person.declaredCategory },
        intervals: edit(intervals.map(({ id: _id, personId: _person, ...rest }) => rest)) as never,
      })
    }
    await change('李四', (all) => all.map((each) => (each.kind === 'post' ? { ...each, validTo: '2025-12-31' } : each)))
    await change('郑甲', (all) => [
      ...all,
      { kind: 'post', value: 'organizationCommissioner', title: '', validFrom: '2026-01-01', validTo: null },
    ])
    const { id } = await client.dossier.save({
      kind: 'taskList',
      date: '2025-01-10',
      title: '2025年任务清单',
      content: {
        sort: 'branch',
        tasks: [
          { task: '分工', owner: '李四', due: '2025-01-31' },
          { task: '立项', owner: '王五、离任的人', due: '2025-06-30' },
        ],
      },
    })
    const made = await client.tasks.propose({ id, year: 2026 })
    expect(made.content['tasks']).toEqual([
      { task: '分工', owner: '郑甲', due: '2026-01-31' },
      { task: '立项', owner: '王五、离任的人', due: '2026-06-30' },
    ])
    // Saved as it was proposed, it takes last year's place.
    await client.dossier.save(made)
    const { plans } = await client.tasks.list({ year: 2026 })
    expect(plans.find(({ kind }) => kind === 'taskList')).toMatchObject({ records: [{ title: '2026年任务清单' }], earlier: [] })
  })
})
