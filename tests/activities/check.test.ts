import { describe, expect, it } from 'vitest'
import { attendanceOf } from '#shared/activities/attendance.ts'
import { checkActivity } from '#shared/activities/check.ts'
import { type SaveActivityInput, saveActivitySchema } from '#shared/activities/schema.ts'
import type { RosterEntry } from '#shared/members/schema.ts'

const today = '2026-01-10'
const names = ['张三', '李四', '王五', '赵六', '钱七', '孙八', '周九', '吴十', '郑甲', '冯乙', '陈丙', '褚丁', '卫戊', '蒋己']
const roster: RosterEntry[] = names.map((name, index) => ({
  personId: `019a0000-0000-7000-8000-${String(index).padStart(12, '0')}`,
  name,
  category: index < 12 ? 'formalMember' : 'probationaryMember',
  hasVote: index < 12,
  groupId: null,
  groupName: '',
  posts: [],
  isCommittee: index < 5,
  exemptReason: null,
}))

type PartChanges = Partial<SaveActivityInput['parts'][number]>
const absentee = (name: string, more: object = {}) => ({ name, reason: 'businessTrip' as const, ...more })
const conversion = {
  kind: 'vote' as const,
  vote: {
    subject: 'conversion' as const,
    method: 'secret' as const,
    scrutineers: ['吴十'],
    tellers: ['郑甲'],
    ballots: { issued: 11, returned: 11, valid: 11 },
    writtenOpinions: 1,
    votesFor: 12,
    votesAgainst: 0,
    votesAbstain: 0,
  },
}
const handsVote = (votesFor: number, votesAgainst: number) => ({
  kind: 'vote' as const,
  vote: { subject: 'ordinary' as const, method: 'hands' as const, votesFor, votesAgainst, votesAbstain: 0 },
})
type Blocks = NonNullable<NonNullable<PartChanges['agenda']>[number]['content']>
const item = (...content: Blocks) => ({ title: '讨论蒋己同志预备党员转正', content })

function check(
  changes: Partial<SaveActivityInput>,
  part: PartChanges = {},
  known: readonly RosterEntry[] = roster,
  strictQuorum = false,
) {
  const activity = saveActivitySchema.parse({
    date: '2025-06-27',
    startTime: '15:00',
    endTime: '16:50',
    place: '局机关二楼会议室',
    chair: { name: '张三' },
    recorder: { name: '李四' },
    parts: [
      {
        purpose: 'generalMeeting',
        title: '2025年第二季度支部党员大会',
        absentees: [absentee('陈丙', { writtenOpinion: true })],
        agenda: [item(conversion)],
        resolutions: [{ text: '同意蒋己同志按期转为中共正式党员' }],
        ...part,
      },
    ],
    ...changes,
  })
  const parts = activity.parts.map((each) =>
    attendanceOf(each.purpose === 'committeeMeeting' ? known.filter((member) => member.isCommittee) : known, each),
  )
  return checkActivity(activity, { today, settings: { strictQuorum }, parts })
}
const brief = (findings: ReturnType<typeof check>) => findings.map(({ code, path }) => `${code} ${path}`)

describe('a complete record', () => {
  it('says only that the vote passed, with the article', () => {
    expect(check({})).toEqual([
      {
        code: 'VOTE_PASSED',
        severity: 'info',
        path: 'parts.0.agenda.0.content.0',
        text: '通过：赞成12票，超过应到会有表决权的正式党员12名的半数（发展党员工作细则第二十一条、第三十三条）',
        source: '《中国共产党发展党员工作细则》(2014) 第二十一条、第三十三条',
      },
    ])
  })
  it('a plan with a kind and a date alone says nothing', () => {
    const plan = {
      date: '2026-06-26',
      state: 'planned' as const,
      startTime: null,
      endTime: null,
      place: '',
      chair: null,
      recorder: null,
    }
    expect(check(plan, { title: '', agenda: [], resolutions: [], absentees: [] })).toEqual([])
  })
})

describe('date and times', () => {
  it('names a date in the future', () => {
    expect(brief(check({ date: '2026-01-11' }))).toContain('DATE_IN_FUTURE date')
    expect(brief(check({ date: today }))).not.toContain('DATE_IN_FUTURE date')
  })
  it.each(['15:00', '14:59', '00:10'])('an end at %s is not after a start at 15:00', (endTime) => {
    expect(brief(check({ endTime }))).toContain('END_BEFORE_START endTime')
  })
})

describe('what a 正式稿 needs', () => {
  it('names each missing field', () => {
    const found = check(
      { startTime: null, endTime: null, place: ' ', chair: null, recorder: null },
      { title: '', agenda: [], resolutions: [] },
    )
    expect(brief(found)).toEqual([
      'FIELD_MISSING startTime',
      'FIELD_MISSING endTime',
      'FIELD_MISSING place',
      'FIELD_MISSING chair',
      'FIELD_MISSING recorder',
      'FIELD_MISSING parts.0.title',
      'FIELD_MISSING parts.0.agenda',
      'RESOLUTIONS_EMPTY parts.0.resolutions',
    ])
    expect(found[2]?.text).toBe('正式稿缺地点（确实没有的填“无”）')
    expect(found.every((each) => each.severity !== 'error')).toBe(true)
  })
  it('a record still to be written needs none of them', () => {
    expect(check({ state: 'toRecord', place: '', chair: null }, { title: '', agenda: [], resolutions: [] })).toEqual([])
  })
  it('the 程序 of an appraisal are its 议题', () => {
    const appraisal = { purpose: 'democraticAppraisal', agenda: [], resolutions: [] } satisfies Parameters<typeof check>[1]
    expect(brief(check({}, { ...appraisal, details: { procedure: ['个人自评'] } }))).toEqual([])
    expect(brief(check({}, appraisal))).toEqual(['FIELD_MISSING parts.0.agenda'])
  })
  it('a lecture needs a lecturer and a topic, a group meeting its group', () => {
    const lecture = check({}, { purpose: 'partyLecture', agenda: [], resolutions: [] })
    expect(brief(lecture)).toEqual(['FIELD_MISSING parts.0.lecturer', 'FIELD_MISSING parts.0.topic'])
    const group = check({}, { purpose: 'groupMeeting', agenda: [{ title: '学习' }], resolutions: [] })
    expect(brief(group)).toEqual(['FIELD_MISSING parts.0.groupId'])
  })
})

describe('attendance', () => {
  it('says that the quorum is not met, with the article, and that the record is kept', () => {
    const absentees = names.slice(0, 7).map((name) => absentee(name))
    const found = check({ chair: { name: '孙八无' }, recorder: { name: '周九无' } }, { absentees, agenda: [item()] })
    expect(found).toEqual([
      {
        code: 'QUORUM_NOT_MET',
        severity: 'error',
        path: 'parts.0.absentees',
        text: '不符合规定人数，表决无效：应到会有表决权的党员12名，实到5名，须半数以上到会；记录照常保存',
        source: '《中国共产党支部工作条例（试行）》(2018) 第十一条',
      },
    ])
  })
  it('exactly half is enough unless the branch reads it strictly', () => {
    const half = { absentees: names.slice(6, 12).map((name) => absentee(name)), agenda: [item()] }
    expect(check({}, half)).toEqual([])
    expect(brief(check({}, half, roster, true))).toEqual(['QUORUM_NOT_MET parts.0.absentees'])
  })
  it('judges a committee meeting by the committee', () => {
    const part = { purpose: 'committeeMeeting' as const, agenda: [item(handsVote(2, 0))] }
    const found = check({}, { ...part, absentees: ['王五', '赵六', '钱七'].map((name) => absentee(name)) })
    expect(brief(found)).toEqual(['QUORUM_NOT_MET parts.0.absentees', 'VOTE_INVALID parts.0.agenda.0.content.0'])
    expect(found[0]?.source).toContain('第十二条')
  })
  it('names duplicates and people who are not on the roster of the day', () => {
    const found = check({}, { absentees: [absentee('陈　丙', { writtenOpinion: true }), absentee('陈丙'), absentee('沈辛')] })
    expect(brief(found)).toEqual([
      'DUPLICATE_ABSENTEE parts.0.absentees.1',
      'ABSENTEE_NOT_ON_ROSTER parts.0.absentees.2',
      'VOTE_PASSED parts.0.agenda.0.content.0',
    ])
  })
  it('two members of one name are two absentees', () => {
    const twin = { ...(roster[10] as RosterEntry), personId: '019a0000-0000-7000-8000-0000000000ff' }
    const both = [...roster, twin]
    const absentees = [roster[10], twin].map((member) => absentee('陈丙', { personId: member?.personId }))
    expect(brief(check({}, { absentees, agenda: [item()] }, both))).toEqual([])
    // One of them speaks: the other one may be meant.
    const speech = { kind: 'speech' as const, speaker: '陈丙', text: '同意。' }
    expect(check({}, { absentees: absentees.slice(0, 1), agenda: [item(speech)] }, both)).toEqual([])
  })
  it('an absent person who speaks, counts votes, takes the chair', () => {
    const absentees = ['张三', '吴十', '郑甲', '周九'].map((name) => absentee(name))
    const speech = { kind: 'speech' as const, speaker: '周九', text: '同意报告。' }
    const ballots = { issued: 8, returned: 8, valid: 8 }
    const vote = { ...conversion, vote: { ...conversion.vote, ballots, writtenOpinions: 0, votesFor: 8 } }
    expect(brief(check({}, { absentees, agenda: [item(speech, vote)] }))).toEqual([
      'ABSENTEE_ACTS parts.0.agenda.0.content.0',
      'ABSENTEE_ACTS parts.0.agenda.0.content.1',
      'ABSENTEE_ACTS parts.0.agenda.0.content.1',
      'VOTE_PASSED parts.0.agenda.0.content.1',
      'ABSENTEE_ACTS chair',
    ])
  })
})

describe('a day whose roster nobody knows (名单未录)', () => {
  it('asks for the counts on paper', () => {
    expect(brief(check({}, { agenda: [item()] }, []))).toEqual(['ROSTER_UNKNOWN parts.0.counts'])
  })
  it('does not judge a vote without knowing the voters', () => {
    const found = check({}, { counts: { due: 14, present: 13 }, agenda: [item(handsVote(11, 0))] }, [])
    expect(brief(found)).toEqual(['VOTE_NOT_JUDGED parts.0.agenda.0.content.0'])
  })
  it('does not judge a vote that has not been taken', () => {
    const found = check({}, { agenda: [item(handsVote(0, 0))] })
    expect(brief(found)).toContain('VOTE_NOT_COUNTED parts.0.agenda.0.content.0')
    expect(brief(found).filter((text) => /VOTE_(NOT_PASSED|INVALID)|BELOW/.test(text))).toEqual([])
  })
  it('more present than due', () => {
    const found = check({}, { counts: { due: 13, present: 14 }, agenda: [item()] }, [])
    expect(found).toMatchObject([{ code: 'PRESENT_ABOVE_DUE', severity: 'error', text: '实到人数14多于应到人数13' }])
  })
  it('more absent than the counts allow', () => {
    const found = check({}, { counts: { due: 13, present: 13 }, agenda: [item()] }, [])
    expect(brief(found)).toEqual(['ABSENTEES_ABOVE_COUNTS parts.0.absentees'])
  })
})

describe('votes', () => {
  it('not passed is a warning, void is an error', () => {
    expect(check({}, { agenda: [item(handsVote(6, 5))] })).toMatchObject([{ code: 'VOTE_NOT_PASSED', severity: 'warning' }])
    expect(check({}, { agenda: [item(handsVote(12, 0))] })).toMatchObject([{ code: 'VOTE_INVALID', severity: 'error' }])
  })
  it('admission by hands is void under article 21', () => {
    const vote = { ...conversion.vote, subject: 'admission' as const, method: 'hands' as const, ballots: null }
    const [found] = check({}, { agenda: [item({ kind: 'vote', vote })] })
    expect(found).toMatchObject({ code: 'VOTE_INVALID', severity: 'error' })
    expect(found?.text).toContain('应当采取无记名投票方式')
    expect(found?.source).toContain('第二十一条')
  })
  it('figures that do not add up stand beside the verdict', () => {
    expect(brief(check({}, { agenda: [item(handsVote(9, 0))] }))).toEqual([
      'VOTE_PASSED parts.0.agenda.0.content.0',
      'VOTES_BELOW_VOTERS parts.0.agenda.0.content.0',
    ])
  })
  it('written opinions that no absentee is said to have given', () => {
    expect(brief(check({}, { absentees: [absentee('陈丙')] }))).toEqual([
      'VOTE_PASSED parts.0.agenda.0.content.0',
      'WRITTEN_OPINIONS_UNNAMED parts.0.agenda.0.content.0.vote.writtenOpinions',
    ])
  })
})

it('a decision due before the meeting', () => {
  const found = check({}, { resolutions: [{ text: '通报补学情况', dueOn: '2025-06-26' }] })
  expect(brief(found)).toContain('RESOLUTION_DUE_BEFORE_MEETING parts.0.resolutions.0.dueOn')
})
