import { describe, expect, it } from 'vitest'
import { inProcessClient } from '#main/shells/in-process.ts'
import { fromActivity } from '#renderer/activities/form/from-activity.ts'
import { withoutFigures } from '#renderer/activities/form/planned.ts'
import {
  followUpTitle,
  fromPlanned,
  newElectionLine,
  newLine,
  type PrepareModel,
  takeUpOn,
  toPlanned,
} from '#renderer/plans/prepare-model.ts'
import type { FollowUp } from '#shared/activities/follow-ups.ts'
import { saveActivitySchema } from '#shared/activities/schema.ts'
import { newId } from '#shared/kernel/ids.ts'
import { testClock } from '../../helpers/ledger.ts'
import { sampleBranch } from '../../helpers/sample-branch.ts'

const model = (own: Partial<PrepareModel> = {}): PrepareModel => ({
  purpose: 'generalMeeting',
  groupId: null,
  date: '2026-03-20',
  startTime: '15:00',
  endTime: '',
  place: '会议室',
  title: null,
  agenda: [newLine('讨论蒋己同志预备党员转正', 'conversion'), newLine(''), newLine('听取工作汇报')],
  absentees: [],
  ...own,
})

async function planned(own: Partial<PrepareModel> = {}) {
  const { core } = sampleBranch({ clock: testClock('2026-03-10') })
  const client = inProcessClient(core)
  const plan = model(own)
  const { purpose, date, groupId } = plan
  const proposal = await client.activities.propose({ purpose, date, groupId })
  const { id } = await client.activities.save(saveActivitySchema.parse(toPlanned(plan, proposal, null)))
  return { client, proposal, activity: await client.activities.get({ id }) }
}

describe('a meeting being prepared', () => {
  it('is saved as planned, with its leave, its ballots and without empty lines', async () => {
    const { members } = await inProcessClient(sampleBranch({ clock: testClock('2026-03-10') }).core).members.roster({
      date: '2026-03-20',
    })
    const name = members[3]?.name ?? ''
    const { client, activity, proposal } = await planned({
      absentees: [{ name, reason: 'businessTrip', note: '', writtenOpinion: false }],
    })
    expect(activity).toMatchObject({ state: 'planned', place: '会议室', chair: proposal.chair })
    const [part] = activity.parts
    expect(part?.agenda.map(({ title }) => title)).toEqual(['讨论蒋己同志预备党员转正', '听取工作汇报'])
    expect(part?.agenda[0]?.power).toBe('membership')
    expect(part?.absentees).toMatchObject([{ name, reason: 'businessTrip' }])
    const { html } = await client.documents.previewPapers({
      activityId: activity.id,
      papers: ['notice', 'signInSheet', 'agenda', 'ballots'],
    })
    expect(html).toContain('表决票')
  })

  it('shows again what was saved, and saved once more stays the same', async () => {
    const { client, activity, proposal } = await planned()
    const shown = fromPlanned(activity)
    expect(shown).toMatchObject({ startTime: '15:00', endTime: '', title: proposal.title })
    expect(shown.agenda.map(({ vote }) => vote)).toEqual(['conversion', 'none'])
    await client.activities.save(saveActivitySchema.parse(toPlanned(shown, proposal, activity)))
    const { revision: _, ...again } = await client.activities.get({ id: activity.id })
    const { revision: __, ...before } = activity
    expect(again).toEqual(before)
  })

  it('is taken up by the form of the record with empty figures', async () => {
    const { activity } = await planned()
    const [block] = withoutFigures(fromActivity(activity)).parts[0]?.agenda[0]?.content ?? []
    expect(block).toMatchObject({ kind: 'vote', vote: { subject: 'conversion', votesFor: null, issued: null } })
  })

  it('gives up a vote without touching the rest of the item', async () => {
    const { activity, proposal } = await planned()
    const shown = fromPlanned(activity)
    const agenda = shown.agenda.map((line) => ({ ...line, vote: 'none' as const }))
    const saved = toPlanned({ ...shown, agenda }, proposal, activity)
    expect(saved.parts[0]?.agenda?.[0]).toMatchObject({ title: '讨论蒋己同志预备党员转正', content: [] })
  })

  it('plans an election with its seats and candidates, prints the ballots, and keeps who counts when it is changed', async () => {
    const election = { office: '委员', seats: 2, candidates: ['赵六', '王五', '李四'] }
    const { client, activity, proposal } = await planned({ agenda: [newElectionLine('支部委员会换届选举', election)] })
    expect(fromPlanned(activity).agenda).toMatchObject([{ vote: 'election', election }])
    const { html } = await client.documents.previewPapers({ activityId: activity.id, papers: ['ballots', 'tally'] })
    expect(html).toContain('应选委员2名，候选人3名，以姓氏笔画为序')
    const [part] = activity.parts
    const [item] = part?.agenda ?? []
    const [block] = item?.content ?? []
    if (!part || !item || block?.kind !== 'election') throw new Error('no election was saved')
    const counted = { ...block, election: { ...block.election, tellers: ['孙八'] } }
    const withTellers = { ...activity, parts: [{ ...part, agenda: [{ ...item, content: [counted] }] }] }
    const shown = fromPlanned(withTellers)
    const agenda = shown.agenda.map((line) => ({ ...line, election: { ...election, candidates: ['赵六', '钱七'] } }))
    const [saved] = toPlanned({ ...shown, agenda }, proposal, withTellers).parts
    expect(saved?.agenda?.[0]?.content).toMatchObject([
      { election: { tellers: ['孙八'], candidates: [{ name: '赵六' }, { name: '钱七' }] } },
    ])
    const [typed] = withoutFigures(fromActivity(activity)).parts[0]?.agenda[0]?.content ?? []
    expect(typed).toMatchObject({
      kind: 'election',
      election: { seats: 2, ballots: { issued: null }, candidates: [{ votes: null }, {}, {}] },
    })
  })

  it('belongs to the year before when it looks back on it in the first three months', async () => {
    const { activity } = await planned({ purpose: 'organizationalLifeMeeting', agenda: [] })
    expect(activity.parts[0]).toMatchObject({ forYear: 2025, title: '2025年度组织生活会' })
  })
})

describe('open decisions', () => {
  const followUp = (own: Partial<FollowUp>): FollowUp => ({
    id: newId(),
    activityId: newId(),
    date: '2026-01-08',
    title: '支委会',
    text: '走访困难党员。',
    owner: '赵六',
    dueOn: null,
    doneOn: null,
    doneNote: '',
    ...own,
  })

  it('are offered when they are due by the day, or have no day, and are not done', () => {
    const due = followUp({ dueOn: '2026-03-01' })
    const always = followUp({})
    const lines = [
      due,
      always,
      followUp({ dueOn: '2026-04-01' }),
      followUp({ doneOn: '2026-02-01' }),
      followUp({ date: '2026-05-01' }),
    ]
    expect(takeUpOn(lines, '2026-03-20')).toEqual([due, always])
  })

  it('become an item of the agenda in the words of the decision', () => {
    expect(followUpTitle(followUp({}))).toBe('听取“走访困难党员”落实情况（赵六）')
    expect(followUpTitle(followUp({ owner: '', text: '字'.repeat(80) }))).toBe(`听取“${'字'.repeat(59)}…”落实情况`)
  })
})
