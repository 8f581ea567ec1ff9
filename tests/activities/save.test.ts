import { describe, expect, test } from 'vitest'
import { keepDraft, readDrafts } from '#main/activities/drafts.ts'
import { proposeActivity } from '#main/activities/propose.ts'
import { readActivities, readActivity, readActivityLines } from '#main/activities/read.ts'
import { saveActivity, setInBin } from '#main/activities/service.ts'
import { saveMember } from '#main/members/service.ts'
import { type SaveActivityInput, saveActivitySchema } from '#shared/activities/schema.ts'
import { newId } from '#shared/kernel/ids.ts'
import { dumpLedger, testClock } from '../helpers/ledger.ts'
import { sampleBranch } from '../helpers/sample-branch.ts'

const general = (more: Partial<SaveActivityInput> = {}, part: Partial<SaveActivityInput['parts'][number]> = {}) =>
  saveActivitySchema.parse({
    date: '2025-06-27',
    startTime: '15:00',
    endTime: '16:50',
    place: '局机关二楼会议室',
    chair: { name: '张　三', post: '党支部书记' },
    recorder: { name: '李四', post: '组织委员' },
    ...more,
    parts: [
      {
        purpose: 'generalMeeting',
        title: '2025年第二季度支部党员大会',
        absentees: [{ name: '陈丙', reason: 'businessTrip', writtenOpinion: true }],
        agenda: [{ title: '讨论蒋己同志预备党员转正' }],
        resolutions: [{ text: '同意蒋己同志按期转为中共正式党员' }],
        ...part,
      },
    ],
  })

describe('saving a sitting', () => {
  test('everyone on that day’s roster is present unless named as absent', () => {
    const { core, ledger } = sampleBranch()
    const { id } = saveActivity(core, general())
    const [part] = readActivity(ledger, id).parts
    expect(part?.counts).toEqual({ due: 14, present: 13, dueVoters: 12, presentVoters: 11 })
    expect(part?.rosterKnown).toBe(true)
    expect(part?.recordNumber).toBe('2025-党员大会-01')
    expect(part?.attendance.filter((row) => !row.present)).toMatchObject([
      { name: '陈丙', reason: 'businessTrip', writtenOpinion: true, hasVote: true },
    ])
    expect(readActivity(ledger, id).chair).toEqual({ name: '张三', post: '党支部书记' })
  })

  test('the committee and the group have rosters of their own', () => {
    const { core, ledger, groups } = sampleBranch()
    const committee = saveActivity(core, general({}, { purpose: 'committeeMeeting', title: '支委会', absentees: [] }))
    const group = saveActivity(
      core,
      general(
        {},
        { purpose: 'groupMeeting', groupId: groups[0], title: '小组会', absentees: [{ name: '褚丁', reason: 'exempt' }] },
      ),
    )
    expect(readActivity(ledger, committee.id).parts[0]?.counts).toMatchObject({ due: 5, present: 5 })
    expect(readActivity(ledger, group.id).parts[0]?.counts).toMatchObject({ due: 7, present: 6 })
    expect(readActivity(ledger, group.id).parts[0]?.groupName).toBe('第一党小组')
  })

  test('later changes of the roster leave an old meeting as it was', () => {
    const { core, ledger } = sampleBranch()
    const { id } = saveActivity(core, general())
    const before = readActivity(ledger, id)
    saveMember(ledger, {
      person: { name: '新同志', declaredCategory: 'formalMember', joinedOn: '2015-07-01' },
      membership: { validFrom: '2025-09-01', validTo: null },
    })
    expect(readActivity(ledger, id)).toEqual(before)
    const again = saveActivity(core, general({ id, revision: 1 }))
    expect(readActivity(ledger, again.id).parts[0]?.counts).toEqual(before.parts[0]?.counts)
  })

  test('a day whose roster is not known keeps the counts on paper and the named absentees', () => {
    const { core, ledger } = sampleBranch()
    const input = general(
      { date: '2022-03-04' },
      { purpose: 'committeeMeeting', title: '2022年第3次支部委员会会议', counts: { due: 5, present: 4 } },
    )
    const { id } = saveActivity(core, input)
    const [part] = readActivity(ledger, id).parts
    expect(part).toMatchObject({ rosterKnown: false, counts: { due: 5, present: 4, dueVoters: 0, presentVoters: 0 } })
    expect(part?.attendance.map((row) => row.name)).toEqual(['陈丙'])
  })

  test('of two members of one name only the one who is meant is absent', () => {
    const { core, ledger } = sampleBranch()
    const namesake = saveMember(ledger, { person: { name: '陈丙', declaredCategory: 'formalMember', joinedOn: '2011-07-01' } })
      .person.id
    const absentRows = (id: string) => readActivity(ledger, id).parts[0]?.attendance.filter((row) => !row.present)
    const named = saveActivity(core, general())
    expect(readActivity(ledger, named.id).parts[0]?.counts).toMatchObject({ due: 15, present: 14 })
    expect(named.findings.map((finding) => finding.code)).toContain('ABSENTEE_AMBIGUOUS')
    const meant = saveActivity(core, general({}, { absentees: [{ personId: namesake, name: '陈丙', reason: 'sickLeave' }] }))
    expect(absentRows(meant.id)).toMatchObject([{ personId: namesake, reason: 'sickLeave' }])
    expect(meant.findings.map((finding) => finding.code)).not.toContain('ABSENTEE_AMBIGUOUS')
    const both = saveActivity(
      core,
      general(
        {},
        {
          absentees: [
            { name: '陈丙', reason: 'businessTrip' },
            { personId: namesake, name: '陈丙', reason: 'sickLeave' },
          ],
        },
      ),
    )
    expect(
      absentRows(both.id)
        ?.map((row) => row.reason)
        .toSorted(),
    ).toEqual(['businessTrip', 'sickLeave'])
  })

  test('an absentee who is not on the roster is kept and counted nowhere', () => {
    const { core, ledger } = sampleBranch()
    const { id, findings } = saveActivity(core, general({}, { absentees: [{ name: '外单位同志', reason: 'sickLeave' }] }))
    const [part] = readActivity(ledger, id).parts
    expect(part?.counts).toMatchObject({ due: 14, present: 14 })
    expect(part?.absentees.map((row) => row.name)).toEqual(['外单位同志'])
    expect(findings.some((finding) => finding.text.includes('外单位同志'))).toBe(true)
  })

  test('without quorum it is said and still saved', () => {
    const { core, ledger } = sampleBranch()
    const absentees = ['张三', '李四', '王五', '赵六', '钱七', '孙八', '周九'].map((name) => ({
      name,
      reason: 'businessTrip' as const,
    }))
    const vote = {
      kind: 'vote' as const,
      vote: { subject: 'ordinary' as const, method: 'hands' as const, votesFor: 5, votesAgainst: 0, votesAbstain: 0 },
    }
    const { id, findings } = saveActivity(
      core,
      general({}, { absentees, agenda: [{ title: '审议年度工作计划', content: [vote] }] }),
    )
    expect(readActivity(ledger, id).parts[0]?.counts.presentVoters).toBe(5)
    expect(findings.some((finding) => finding.severity === 'error' && finding.source.includes('第十一条'))).toBe(true)
  })

  test('a save over a newer revision is refused and changes nothing', () => {
    const { core, ledger } = sampleBranch()
    const { id } = saveActivity(core, general())
    saveActivity(core, general({ id, revision: 1, place: '504办公室' }))
    const before = dumpLedger(ledger)
    expect(() => saveActivity(core, general({ id, revision: 1, place: '别处' }))).toThrow('CHANGED_ELSEWHERE')
    expect(() => saveActivity(core, general({ id: newId() }))).toThrow('NOT_FOUND')
    expect(() => saveActivity(core, general({}, { purpose: 'groupMeeting', groupId: newId() }))).toThrow('INPUT_INVALID')
    expect(dumpLedger(ledger)).toEqual(before)
  })

  test('what is taken out of a record leaves the ledger, and numbers are never used again', () => {
    const { core, ledger } = sampleBranch()
    const first = saveActivity(core, general())
    const second = saveActivity(core, general({ date: '2025-03-28' }, { title: '2025年第一季度支部党员大会' }))
    expect(readActivity(ledger, second.id).parts[0]?.recordNumber).toBe('2025-党员大会-02')
    const stored = readActivity(ledger, first.id)
    saveActivity(core, general({ id: first.id, revision: 1 }, { id: stored.parts[0]?.id, absentees: [], resolutions: [] }))
    expect(readActivity(ledger, first.id).parts[0]).toMatchObject({
      recordNumber: '2025-党员大会-01',
      resolutions: [],
      counts: { present: 14 },
    })
    setInBin(core, second.id, true)
    const third = saveActivity(core, general({ date: '2025-03-28' }))
    expect(readActivity(ledger, third.id).parts[0]?.recordNumber).toBe('2025-党员大会-03')
  })

  test('the bin takes a sitting out of every list and gives it back whole', () => {
    const { core, ledger } = sampleBranch()
    const { id } = saveActivity(core, general())
    const before = readActivities(ledger, { year: 2025 })
    setInBin(core, id, true)
    expect(readActivityLines(ledger, { year: 2025 })).toEqual([])
    expect(() => readActivity(ledger, id)).toThrow('NOT_FOUND')
    setInBin(core, id, false)
    expect(readActivities(ledger, { year: 2025 })).toEqual(before.map((activity) => ({ ...activity, revision: 3 })))
  })

  test('late is what was typed in after the limit, never what came from paper', () => {
    const clock = testClock('2025-07-04')
    const { core, ledger } = sampleBranch({ clock })
    const inTime = saveActivity(core, general())
    clock.set('2025-07-05')
    const late = saveActivity(core, general())
    const fromPaper = saveActivity(core, general({ origin: 'fromPaper' }))
    expect([inTime, late, fromPaper].map(({ id }) => readActivity(ledger, id).isLate)).toEqual([false, true, false])
  })

  test('a meeting of January that belongs to the year before is listed in both years', () => {
    const { core, ledger } = sampleBranch()
    saveActivity(
      core,
      general({ date: '2026-01-16' }, { purpose: 'organizationalLifeMeeting', forYear: 2025, title: '2025年度组织生活会' }),
    )
    expect(readActivityLines(ledger, { year: 2025 })).toHaveLength(1)
    expect(readActivityLines(ledger, { year: 2026 })).toHaveLength(1)
  })
})

describe('drafts', () => {
  test('survive, are never records, and go when the record is saved', () => {
    const { core, ledger } = sampleBranch()
    const draftId = newId()
    keepDraft(ledger, { id: draftId, activityId: null, title: '支部党员大会', content: '{"date":"2025-06-27"}' }, core.clock.now())
    keepDraft(ledger, { id: draftId, activityId: null, title: '支部党员大会', content: '{"date":"2025-06-28"}' }, core.clock.now())
    expect(readDrafts(ledger)).toMatchObject([{ id: draftId, content: '{"date":"2025-06-28"}' }])
    expect(readActivityLines(ledger, { year: 2025 })).toEqual([])
    saveActivity(core, general({ draftId }))
    expect(readDrafts(ledger)).toEqual([])
  })
})

describe('what a new form starts with', () => {
  test('names by post and date, never a speech or a vote', () => {
    const { core, ledger, groups } = sampleBranch()
    saveActivity(core, general())
    expect(proposeActivity(ledger, 'generalMeeting', '2025-09-26', null)).toEqual({
      title: '2025年第三季度支部党员大会',
      chair: { personId: expect.any(String), name: '张三', post: '党支部书记' },
      recorder: { personId: expect.any(String), name: '李四', post: '组织委员' },
      places: ['局机关二楼会议室'],
      opening: true,
    })
    expect(proposeActivity(ledger, 'committeeMeeting', '2025-06-06', null)).toMatchObject({
      title: '2025年第1次支部委员会会议',
      chair: { post: '' },
    })
    expect(proposeActivity(ledger, 'groupMeeting', '2025-06-11', groups[0])).toMatchObject({
      title: '第一党小组2025年6月党小组会',
      chair: { name: '孙八', post: '党小组组长' },
      recorder: null,
    })
  })
})
