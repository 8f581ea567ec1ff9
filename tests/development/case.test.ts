import { describe, expect, it } from 'vitest'
import { readRosterHistory } from '#main/members/read.ts'
import { inProcessClient } from '#main/shells/in-process.ts'
import { categoryOn, hasVoteOn } from '#shared/members/roster.ts'
import { testClock } from '../helpers/ledger.ts'
import { sampleBranch } from '../helpers/sample-branch.ts'

async function withConversion(votesFor = 12) {
  const { core, ledger } = sampleBranch({ clock: testClock('2025-07-01') })
  const client = inProcessClient(core)
  const personId = readRosterHistory(ledger).persons.find(({ name }) => name === '蒋己')?.id as string
  const vote = {
    subject: 'conversion' as const,
    method: 'secret' as const,
    writtenOpinions: 1,
    votesFor,
    votesAgainst: 12 - votesFor,
    votesAbstain: 0,
  }
  const { id: activityId } = await client.activities.save({
    date: '2025-06-27',
    parts: [
      {
        purpose: 'generalMeeting',
        title: '2025年第二季度支部党员大会',
        absentees: [{ name: '陈丙', reason: 'businessTrip', writtenOpinion: true }],
        agenda: [
          { title: '讨论蒋己同志预备党员转正', content: [{ kind: 'vote', vote }] },
          { title: '审查工作报告', content: [{ kind: 'vote', vote: { ...vote, subject: 'ordinary', writtenOpinions: 0 } }] },
        ],
      },
    ],
  })
  const { id } = await client.dossier.save({
    kind: 'developmentCase',
    date: '2022-06-10',
    title: '蒋己同志发展情况',
    status: 'probationaryMember',
    people: [{ personId, name: '蒋己', role: 'applicant' }],
    content: { talkOn: '2022-06-24', admittedOn: '2024-06-20', approvedOn: '2024-07-15' },
  })
  return { core, ledger, client, activityId, id, personId }
}

describe('a person on the way into the Party', () => {
  it('has the vote of the meeting offered, its figures shown, and takes its day and nothing else', async () => {
    const { client, activityId, id } = await withConversion()
    const before = await client.development.case({ id })
    expect(before.votes).toMatchObject([
      { activityId, subject: 'conversion', dueVoters: 12, presentVoters: 11, votesFor: 12, passed: true, isLinked: false },
    ])
    expect(before.texts.conversion).not.toMatch(/赞成\d/)
    await client.development.takeVote({ id, revision: before.record.revision, activityId, subject: 'conversion' })
    const after = await client.development.case({ id })
    expect(after.record).toMatchObject({ status: 'formalMember', links: [activityId], content: { convertedOn: '2025-06-27' } })
    expect(Object.keys(after.record.content)).not.toContain('votesFor')
    expect(after.texts.conversion).toContain('赞成12票')
    await expect(
      client.development.takeVote({ id, revision: before.record.revision, activityId, subject: 'conversion' }),
    ).rejects.toMatchObject({ code: 'CHANGED_ELSEWHERE' })
  })

  it('a vote that did not pass is linked, but converts nobody', async () => {
    const { client, activityId, id } = await withConversion(6)
    const { record } = await client.development.case({ id })
    await client.development.takeVote({ id, revision: record.revision, activityId, subject: 'conversion' })
    const after = await client.development.case({ id })
    expect(after).toMatchObject({ stage: 'probationaryMember', offer: null })
    expect(after.texts.conversion).toContain('未获通过')
  })

  it('the roster is offered the change and never changed silently', async () => {
    const { client, ledger, activityId, id, personId } = await withConversion()
    const { record } = await client.development.case({ id })
    await client.development.takeVote({ id, revision: record.revision, activityId, subject: 'conversion' })
    const person = () => {
      const history = readRosterHistory(ledger)
      const found = history.persons.find((each) => each.id === personId)
      if (!found) throw new Error('not on the roster')
      return { found, intervals: history.intervals.filter((each) => each.personId === personId) }
    }
    expect(person().found.fullMemberOn).toBeNull()
    const { offer } = await client.development.case({ id })
    expect(offer?.changes[0]).toContain('转正日期2025年6月20日')
    if (offer) await client.members.save(offer.input)
    const { found, intervals } = person()
    expect(found.fullMemberOn).toBe('2025-06-20')
    expect(categoryOn(found, '2025-06-27')).toBe('formalMember')
    // In the meeting that converts them they have no vote, the day after they have.
    expect([hasVoteOn(found, intervals, '2025-06-27'), hasVoteOn(found, intervals, '2025-06-28')]).toEqual([false, true])
    expect((await client.development.case({ id })).offer).toBeNull()
  })

  it('somebody who is not on the roster is offered as a new probationary member', async () => {
    const { client, id } = await withConversion()
    const { record } = await client.development.case({ id })
    const people = [{ personId: null, name: '何辛', role: 'applicant' }]
    const { kind, date, title, content, revision } = record
    await client.dossier.save({ kind, id, revision, date, title, content, people })
    const { offer } = await client.development.case({ id })
    expect(offer).toMatchObject({
      kind: 'admit',
      input: { person: { name: '何辛', declaredCategory: 'probationaryMember', joinedOn: '2024-06-20' } },
    })
  })

  it('is reminded of in time', async () => {
    const { client, id } = await withConversion()
    await client.dossier.save({
      kind: 'developmentCase',
      date: '2025-06-20',
      title: '何辛同志发展情况',
      people: [{ personId: null, name: '何辛', role: 'applicant' }],
    })
    const titles = async (date: string) =>
      (await client.obligations.due({ date })).items.filter(({ rule }) => rule === 'development').map(({ title }) => title)
    expect(await titles('2025-07-01')).toEqual(['蒋己：提出转正申请', '何辛：派人同入党申请人谈话'])
    expect(await titles('2025-05-01')).toEqual([])
    expect(id).not.toBe('')
  })

  it('has a notice with the facts of record and roster', async () => {
    const { core, client, id } = await withConversion()
    const { token } = await client.documents.makeRecordPaper({ id, paper: 'admissionNotice', format: 'html' })
    const html = new TextDecoder().decode(core.outbox.find(token).content)
    expect(html).toContain('关于拟接收蒋己同志为中共预备党员的公示')
    await expect(client.documents.makeRecordPaper({ id, paper: 'electionReport', format: 'html' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
  })
})
