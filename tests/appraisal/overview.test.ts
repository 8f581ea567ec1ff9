import { describe, expect, test } from 'vitest'
import { inProcessClient } from '#main/shells/in-process.ts'
import { testClock } from '../helpers/ledger.ts'
import { sampleBranch } from '../helpers/sample-branch.ts'

/** The sample branch in January 2026, with a 组织生活会 of 2025 planned for the 16th. */
async function january(day = '2026-01-05') {
  const clock = testClock(day)
  const { core } = sampleBranch({ clock })
  const client = inProcessClient(core)
  const meet = (state: 'planned' | 'signed') =>
    client.activities.save({
      state,
      date: '2026-01-16',
      startTime: '09:00',
      endTime: '11:40',
      place: '二楼会议室',
      parts: [{ purpose: 'organizationalLifeMeeting', title: '2025年度组织生活会', forYear: 2025 }],
    })
  const due = async (rule: string) =>
    (await client.obligations.due({})).items
      .filter((item) => item.rule === rule)
      .map(({ title, detail, state }) => ({ title, detail, state }))
  return { clock, core, client, meet, due }
}

const begin = (client: Awaited<ReturnType<typeof january>>['client']) =>
  client.dossier.save({
    kind: 'selfExamination',
    date: '2026-01-05',
    forYear: 2025,
    title: '对照检查材料',
    content: { due: '2026-01-12' },
  })

describe('对照检查材料', () => {
  test('is asked for before a planned 组织生活会, ticked one by one, and reminded of until the meeting is held', async () => {
    const { client, clock, meet, due } = await january()
    const { id } = await meet('planned')
    expect(await due('collection')).toEqual([{ title: '收集对照检查材料，征求意见', detail: '1月16日开组织生活会', state: 'open' }])
    await begin(client)
    const { collection } = await client.appraisal.overview({ year: 2025 })
    if (!collection) throw new Error('no collection')
    expect(collection).toMatchObject({ dueOn: '2026-01-12', others: [] })
    const everyone = collection.lines.filter(({ state }) => state === 'missing')
    expect((await due('collection'))[0]?.title).toBe(`对照检查材料还有${everyone.length}人未交`)

    let { revision } = collection
    const tick = async (personId: string, isHandedIn: boolean) => {
      ;({ revision } = await client.appraisal.handIn({ recordId: collection.recordId, revision, personId, isHandedIn }))
    }
    const [first, second, ...others] = everyone
    if (!first || !second) throw new Error('a branch has members')
    for (const { personId } of [first, second, ...others.slice(1)]) await tick(personId, true)
    await tick(second.personId, false)
    clock.set('2026-01-13')
    expect(await due('collection')).toEqual([
      {
        title: '对照检查材料还有2人未交',
        detail: `1月12日前；${[second, others[0]].map((each) => each?.name).join('、')}`,
        state: 'overdue',
      },
    ])
    await client.activities.setState({ id, revision: 1, state: 'toSign' })
    clock.set('2026-01-17')
    expect(await due('collection')).toEqual([])
  })

  test('is no business of somebody who is not on the roster, and an older revision changes nothing', async () => {
    const { client } = await january()
    const { id } = await begin(client)
    const stranger = '01890a5d-ac96-774b-bcce-b302099a8057'
    await expect(
      client.appraisal.handIn({ recordId: id, revision: 1, personId: stranger, isHandedIn: true }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' })
    const { collection } = await client.appraisal.overview({ year: 2025 })
    const personId = collection?.lines[0]?.personId ?? ''
    await client.appraisal.handIn({ recordId: id, revision: 1, personId, isHandedIn: true })
    await expect(client.appraisal.handIn({ recordId: id, revision: 1, personId, isHandedIn: false })).rejects.toMatchObject({
      code: 'CHANGED_ELSEWHERE',
    })
    expect((await client.appraisal.overview({ year: 2025 })).collection?.lines[0]?.state).toBe('handedIn')
  })

  test('prints who has handed in and leaves the others open', async () => {
    const { client, core } = await january()
    const { id } = await begin(client)
    const { html } = await client.documents.previewRecordPaper({ id, paper: 'collectionList' })
    expect(html).toContain('对照检查材料收集情况')
    const made = await client.documents.makeRecordPaper({ id, paper: 'collectionList', format: 'html' })
    expect(new TextDecoder().decode(core.outbox.find(made.token).content)).toContain('上交情况')
    await expect(client.documents.previewRecordPaper({ id, paper: 'appraisalOpinion' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
  })
})

describe('结果反馈', () => {
  test('is reminded of until everyone was told, and can be taken back', async () => {
    const { client, due } = await january('2026-01-26')
    const { id } = await client.dossier.save({
      kind: 'appraisalOpinion',
      date: '2026-01-19',
      forYear: 2025,
      title: '评定意见',
      content: {
        grades: [
          { name: '张三', grade: 'excellent', toldOn: '2026-01-20' },
          { name: '李四', grade: 'qualified' },
          { name: '卫戊', grade: 'notGraded' },
        ],
      },
    })
    expect(await due('feedback')).toEqual([{ title: '向本人反馈2025年度评议结果，还有1人', detail: '李四', state: 'open' }])
    for (const date of ['2026-01-18', '2026-01-27'])
      await expect(client.appraisal.tell({ recordId: id, revision: 1, rows: [1], date })).rejects.toMatchObject({
        code: 'INPUT_INVALID',
      })
    const { revision } = await client.appraisal.tell({ recordId: id, revision: 1, rows: [0, 1], date: '2026-01-23' })
    expect(await due('feedback')).toEqual([])
    const told = (await client.appraisal.overview({ year: 2025 })).opinion
    expect(told?.lines.map(({ toldOn }) => toldOn)).toEqual(['2026-01-20', '2026-01-23', null])
    expect(told?.sentence).toContain('已向本人反馈。')
    await client.appraisal.tell({ recordId: id, revision, rows: [1], date: null })
    expect(await due('feedback')).toHaveLength(1)
  })

  test('tells two members of one name apart', async () => {
    const { client } = await january('2026-01-26')
    const { id } = await client.dossier.save({
      kind: 'appraisalOpinion',
      date: '2026-01-19',
      forYear: 2025,
      title: '评定意见',
      content: { grades: ['excellent', 'qualified'].map((grade) => ({ name: '李四', grade })) },
    })
    await client.appraisal.tell({ recordId: id, revision: 1, rows: [1], date: '2026-01-20' })
    const told = (await client.appraisal.overview({ year: 2025 })).opinion
    expect(told?.lines.map(({ row, toldOn }) => [row, toldOn])).toEqual([
      [0, null],
      [1, '2026-01-20'],
    ])
    await expect(client.appraisal.tell({ recordId: id, revision: 2, rows: [2], date: '2026-01-20' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
  })
})

test('the overview leads from the sittings to the 整改清单 that is tracked', async () => {
  const { client } = await january('2026-02-01')
  const { id } = await client.activities.save({
    state: 'signed',
    date: '2026-01-16',
    startTime: '09:00',
    endTime: '11:40',
    place: '二楼会议室',
    parts: [
      {
        purpose: 'organizationalLifeMeeting',
        title: '2025年度组织生活会',
        forYear: 2025,
        details: { rectifications: [{ problem: '学习不经常', owner: '李四', measure: '', due: '2026年3月底', done: '' }] },
      },
    ],
  })
  expect((await client.appraisal.overview({ year: 2025 })).rectification).toEqual({ lines: 1, tracked: 0, closed: 0 })
  const partId = (await client.activities.get({ id })).parts[0]?.id ?? ''
  await client.rectification.track({ activityId: id, partId, index: 0 })
  const { sittings, rectification } = await client.appraisal.overview({ year: 2025 })
  expect(sittings.map(({ activityId }) => activityId)).toEqual([id])
  expect(rectification).toEqual({ lines: 1, tracked: 1, closed: 0 })
  const { html } = await client.documents.previewPapers({ activityId: id, papers: ['rectificationList'] })
  expect(html).toContain('学习不经常')
})
