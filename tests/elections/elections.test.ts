import { describe, expect, it } from 'vitest'
import { readRosterHistory } from '#main/members/read.ts'
import { inProcessClient } from '#main/shells/in-process.ts'
import { committeeOn } from '#shared/members/roster.ts'
import { testClock } from '../helpers/ledger.ts'
import { sampleBranch } from '../helpers/sample-branch.ts'

const votes = [
  ['张三', 12],
  ['李四', 12],
  ['王五', 11],
  ['孙八', 10],
  ['周九', 9],
  ['吴十', 4],
] as const

async function electedBranch() {
  const { core, ledger } = sampleBranch({ clock: testClock('2026-05-20') })
  const client = inProcessClient(core)
  const { id: activityId } = await client.activities.save({
    date: '2026-05-15',
    parts: [
      {
        purpose: 'generalMeeting',
        title: '支部党员大会',
        agenda: [
          {
            title: '选举新一届支部委员会委员',
            content: [
              {
                kind: 'election',
                election: {
                  office: '委员',
                  seats: 5,
                  ballots: { issued: 12, returned: 12, valid: 12 },
                  candidates: votes.map(([name, count]) => ({ name, votes: count })),
                },
              },
            ],
          },
        ],
      },
    ],
  })
  const { id: firstMeeting } = await client.activities.save({
    date: '2026-05-15',
    parts: [
      {
        purpose: 'committeeMeeting',
        title: '第一次支部委员会会议',
        agenda: [
          {
            title: '选举书记',
            content: [
              {
                kind: 'election',
                election: {
                  office: '书记',
                  seats: 1,
                  ballots: { issued: 5, returned: 5, valid: 5 },
                  candidates: [{ name: '李四', votes: 5 }],
                },
              },
            ],
          },
        ],
      },
    ],
  })
  const { id } = await client.dossier.save({
    kind: 'branchElection',
    date: '2026-05-14',
    title: '2026年换届',
    content: { sort: 'termElection', seats: 5, candidates: votes.map(([name]) => name) },
  })
  return { core, ledger, client, activityId, firstMeeting, id }
}

describe('an election', () => {
  it('is found in the minutes, rests on them, and offers the posts that follow', async () => {
    const { client, ledger, activityId, firstMeeting, id } = await electedBranch()
    expect((await client.elections.overview({})).unregistered.map(({ office }) => office)).toEqual(['委员', '书记'])
    const before = await client.elections.case({ id })
    expect(before.offer).toBeNull()
    expect(before.term).toMatchObject({ start: '2023-05-12', end: '2026-05-12', noticeFrom: '2025-11-12' })

    await client.elections.takeResult({ id, revision: before.record.revision, activityId })
    await client.elections.takeResult({ id, revision: before.record.revision + 1, activityId: firstMeeting })
    const { record, offer, results } = await client.elections.case({ id })
    expect(record).toMatchObject({ date: '2026-05-15', status: 'elected' })
    expect(results.flatMap(({ candidates }) => candidates.filter(({ isElected }) => isElected).map(({ name }) => name))).toEqual([
      '张三',
      '李四',
      '王五',
      '孙八',
      '周九',
      '李四',
    ])
    expect(offer?.ends.map(({ name }) => name)).toEqual(['张三', '李四', '王五', '赵六', '钱七'])
    expect(offer?.begins.find(({ name }) => name === '李四')).toMatchObject({ post: 'branchSecretary' })

    const begins = (offer?.begins ?? []).map(({ personId, post, title }) => ({ personId, post, title }))
    await client.elections.applyPosts({ id, from: '2026-05-15', begins })
    const history = readRosterHistory(ledger)
    expect(committeeOn(history, '2026-05-14').map(({ name }) => name)).toEqual(['张三', '李四', '王五', '赵六', '钱七'])
    expect(
      committeeOn(history, '2026-05-15')
        .map(({ name }) => name)
        .toSorted(),
    ).toEqual(['张三', '李四', '王五', '孙八', '周九'].toSorted())
    expect(committeeOn(history, '2026-05-15')[0]?.name).toBe('李四')
    const after = await client.elections.case({ id })
    expect(after.offer).toBeNull()
    // Once more changes nothing.
    await client.elections.applyPosts({ id, from: '2026-05-15', begins })
    expect(readRosterHistory(ledger).intervals).toHaveLength(history.intervals.length)
  })

  it('waits in the list until its result is reported, and the rules know it', async () => {
    const { client, activityId, id } = await electedBranch()
    const { record } = await client.elections.case({ id })
    await client.elections.takeResult({ id, revision: record.revision, activityId })
    const waiting = async () => (await client.obligations.due({})).items.filter(({ action }) => action.kind === 'election')
    expect(await waiting()).toMatchObject([{ title: '选举结果待报备', dueOn: '2026-06-14', state: 'open' }])
    const statesOf = async (rule: string) =>
      (await client.obligations.assess({ year: 2026 })).rules.find((each) => each.id === rule)?.outcomes[0]?.periods[0]
    expect(await statesOf('election-result-report')).toMatchObject({ state: 'open' })
    expect(await statesOf('committee-term-extension')).toMatchObject({
      state: 'done',
      note: '2026年5月12日届满，2026年5月15日换届',
    })
    const { record: now } = await client.elections.case({ id })
    await client.dossier.save({
      kind: 'branchElection',
      id,
      revision: now.revision,
      date: now.date,
      title: now.title,
      status: 'reported',
      content: { ...now.content, reportedOn: '2026-05-18' },
      links: now.links,
    })
    expect(await waiting()).toEqual([])
    expect(await statesOf('election-result-report')).toMatchObject({ state: 'done' })
  })

  it('is reported in the figures of its minutes; without minutes the places stay empty', async () => {
    const { core, client, activityId, id } = await electedBranch()
    const text = async () => {
      const { token } = await client.documents.makeRecordPaper({ id, paper: 'electionReport', format: 'html' })
      return new TextDecoder().decode(core.outbox.find(token).content).replaceAll(/<[^>]+>/g, '')
    }
    expect(await text()).not.toMatch(/\d+票|实到\d/)
    const { record } = await client.elections.case({ id })
    await client.elections.takeResult({ id, revision: record.revision, activityId })
    expect(await text()).toContain('应到会有选举权的党员12名')
  })

  it('a by-election ends no post', async () => {
    const { client, ledger, id } = await electedBranch()
    const { record } = await client.elections.case({ id })
    const content = { ...record.content, sort: 'byElection' }
    await client.dossier.save({ kind: 'branchElection', id, revision: 1, date: record.date, title: record.title, content })
    const personId = readRosterHistory(ledger).persons.find(({ name }) => name === '吴十')?.id as string
    await client.elections.applyPosts({
      id,
      from: '2026-05-15',
      begins: [{ personId, post: 'otherCommissioner', title: '保密委员' }],
    })
    expect(committeeOn(readRosterHistory(ledger), '2026-05-15')).toHaveLength(6)
  })
})
