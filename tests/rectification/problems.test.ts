import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inProcessClient } from '#main/shells/in-process.ts'
import { deadlineOfWords } from '#shared/rectification/from-meeting.ts'
import { type ProblemStage, problemStages, problemSteps, type StepTaken } from '#shared/rectification/schema.ts'
import { nextSteps, stageAfter, stepProblem } from '#shared/rectification/steps.ts'
import { testClock } from '../helpers/ledger.ts'
import { sampleBranch } from '../helpers/sample-branch.ts'

function opened(day = '2025-09-10') {
  const { core } = sampleBranch({ clock: testClock(day) })
  return inProcessClient(core)
}
type Client = ReturnType<typeof opened>
const finding = (client: Client, content: object = {}) =>
  client.dossier.save({
    kind: 'inspectionFinding',
    date: '2025-06-02',
    title: '签字不及时',
    content: { source: 'superior', problem: '会后一个月仍未签字。', due: '2025-08-31', ...content },
  })

describe('steps of a problem', () => {
  test('whatever steps are taken, days of the five never run backwards and 销号 comes after 复查', () => {
    const step = fc.record({ step: fc.constantFrom(...problemSteps), offset: fc.integer({ min: -3, max: 40 }) })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), fc.boolean(), (tries, isOwnFinding) => {
        let stage: ProblemStage = 'found'
        const steps: StepTaken[] = [{ step: 'found', date: '2025-06-02', by: '', note: '' }]
        for (const { step: name, offset } of tries) {
          const date = `2025-06-${String(Math.max(1, Math.min(30, 2 + offset))).padStart(2, '0')}`
          if (stepProblem({ stage, steps, foundOn: '2025-06-02', isOwnFinding }, { step: name, date }, '2025-06-25')) continue
          steps.push({ step: name, date, by: '', note: '' })
          stage = stageAfter(stage, name)
        }
        const main = steps.filter(({ step: name }) => problemStages.some((each) => each === name))
        expect(main.map(({ date }) => date)).toEqual(main.map(({ date }) => date).toSorted())
        expect(steps.every(({ date }) => date <= '2025-06-25')).toBe(true)
        const closed = main.findIndex(({ step: name }) => name === 'closed')
        if (closed >= 0) {
          expect(main[closed - 1]?.step).toBe('rechecked')
          expect(closed).toBe(main.length - 1)
          expect(nextSteps(stage, isOwnFinding)).toEqual([])
        } else expect(nextSteps(stage, isOwnFinding).length).toBeGreaterThan(0)
      }),
    )
  })

  test('go from 发现 to 销号 with days and names; 通报 moves nothing; the last can be taken back', async () => {
    const client = opened()
    const { id } = await finding(client)
    let { revision } = await client.dossier.get({ id })
    const take = async (step: (typeof problemSteps)[number], date: string, more: object = {}) => {
      ;({ revision } = await client.rectification.take({ recordId: id, revision, step, date, by: '刘庚', ...more }))
    }
    await expect(take('closed', '2025-06-05')).rejects.toMatchObject({ code: 'INPUT_INVALID' })
    await take('fedBack', '2025-06-05')
    await take('circular', '2025-06-06')
    await take('rectifying', '2025-06-09', { measure: '会后当天打印。', due: '2025-06-30' })
    await expect(take('rechecked', '2025-06-08')).rejects.toMatchObject({ code: 'INPUT_INVALID' })
    const [open] = (await client.rectification.list({ year: 2025 })).problems
    expect(open).toMatchObject({
      stage: 'rectifying',
      isOverdue: true,
      dueOn: '2025-06-30',
      measure: '会后当天打印。',
      next: ['rechecked', 'circular', 'admonishingTalk'],
    })
    expect(open?.steps.map(({ step }) => step)).toEqual(['found', 'fedBack', 'circular', 'rectifying'])
    const { items } = await client.obligations.due({})
    expect(items.find(({ rule }) => rule === 'problem')).toMatchObject({ state: 'overdue', action: { dossierId: id } })
    expect((await client.inspection.run({ year: 2025 })).findings.some(({ text }) => text.includes('签字不及时'))).toBe(true)
    await take('rechecked', '2025-07-01')
    await take('closed', '2025-07-02')
    expect((await client.rectification.list({ year: 2025 })).problems[0]).toMatchObject({
      stage: 'closed',
      closedOn: '2025-07-02',
      isOverdue: false,
    })
    expect((await client.obligations.due({})).items.some(({ rule }) => rule === 'problem')).toBe(false)
    await client.rectification.takeBack({ recordId: id, revision })
    expect((await client.rectification.list({ year: 2025 })).problems[0]?.stage).toBe('rechecked')
  })

  test('a line of a meeting’s 整改清单 becomes a record once, with its owners and the day its words mean', async () => {
    const client = opened('2026-02-10')
    await client.activities.save({
      date: '2026-01-16',
      parts: [
        {
          purpose: 'organizationalLifeMeeting',
          title: '2025年度组织生活会',
          forYear: 2025,
          details: {
            rectifications: [{ problem: '特色项目推进不快', owner: '王五、赵六', measure: '按季度检查', due: '2026年3月底前' }],
          },
        },
      ],
    })
    const { untracked } = await client.rectification.list({ year: 2025 })
    expect(untracked).toHaveLength(1)
    const [line] = untracked
    if (!line) throw new Error('no line')
    await client.rectification.track({ activityId: line.activityId, partId: line.partId, index: line.index })
    const after = await client.rectification.list({ year: 2025 })
    expect(after.untracked).toEqual([])
    expect(after.problems).toMatchObject([
      { problem: '特色项目推进不快', owners: ['王五', '赵六'], dueOn: '2026-03-31', source: '组织生活会', forYear: 2025 },
    ])
  })

  test('words of a 时限 that name no day stay words', () => {
    expect(['2026年3月底', '2026年3月31日前', '长期坚持', '', '2026年'].map(deadlineOfWords)).toEqual([
      '2026-03-31',
      '2026-03-31',
      null,
      null,
      null,
    ])
  })
})
