import { describe, expect, test } from 'vitest'
import { inProcessClient } from '#main/shells/in-process.ts'
import { testClock } from '../helpers/ledger.ts'
import { sampleBranch } from '../helpers/sample-branch.ts'

async function opened() {
  const { core } = sampleBranch({ clock: testClock('2025-07-10') })
  const client = inProcessClient(core)
  const { id } = await client.dossier.save({
    kind: 'annualPlan',
    date: '2025-01-10',
    title: '2025年工作计划',
    content: {
      text: '按月安排。',
      tasks: [
        { task: '特色项目立项', owner: '王五', due: '2025-06-30' },
        { task: '换届准备', owner: '李四', due: '2025-07-25' },
        { task: '年终总结', due: '2025-12-31' },
        { task: '没有时限的任务' },
      ],
    },
  })
  return { client, id }
}

describe('tasks of a plan', () => {
  test('are overdue, near, or later; those of the month stand in 近期要办', async () => {
    const { client } = await opened()
    const { tasks } = await client.tasks.list({ year: 2025 })
    expect(tasks.map(({ task, state }) => [task, state])).toEqual([
      ['特色项目立项', 'overdue'],
      ['换届准备', 'open'],
      ['年终总结', 'open'],
      ['没有时限的任务', 'open'],
    ])
    const { items } = await client.obligations.due({})
    expect(items.filter(({ rule }) => rule === 'task').map(({ title, state }) => [title, state])).toEqual([
      ['特色项目立项', 'overdue'],
      ['换届准备', 'open'],
    ])
    const found = (await client.inspection.run({ year: 2025 })).findings.filter(({ kind }) => kind === 'overdue')
    expect(found.map(({ text }) => text).join('')).toContain('特色项目立项')
  })

  test('a tick is kept with its day, can be taken away, and changes no other line', async () => {
    const { client, id } = await opened()
    const { revision } = await client.tasks.setDone({ recordId: id, revision: 1, index: 0, doneOn: '2025-07-02', note: '已立项' })
    expect((await client.dossier.get({ id })).content['tasks']).toEqual([
      { task: '特色项目立项', owner: '王五', due: '2025-06-30', doneOn: '2025-07-02', note: '已立项' },
      { task: '换届准备', owner: '李四', due: '2025-07-25' },
      { task: '年终总结', due: '2025-12-31' },
      { task: '没有时限的任务' },
    ])
    await expect(client.tasks.setDone({ recordId: id, revision: 1, index: 1, doneOn: '2025-07-02' })).rejects.toMatchObject({
      code: 'CHANGED_ELSEWHERE',
    })
    await expect(client.tasks.setDone({ recordId: id, revision, index: 1, doneOn: '2025-07-11' })).rejects.toMatchObject({
      code: 'INPUT_INVALID',
    })
    await client.tasks.setDone({ recordId: id, revision, index: 0, doneOn: null, note: '已立项' })
    const { tasks } = await client.tasks.list({ year: 2025 })
    expect(tasks[0]).toMatchObject({ state: 'overdue', doneOn: null, note: '已立项' })
  })
})
