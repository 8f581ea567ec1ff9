import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Activity } from '#shared/activities/schema.ts'
import { minutesDocument, minutesDocuments } from '#shared/documents/minutes.ts'
import { titleText } from '#shared/documents/model.ts'
import { documentText } from '#shared/documents/plain-text.ts'
import { activityOf, attendanceOf, memberNames, partOf, sampleBranch, squeezed } from './sample-branch.ts'
import { committeeMeeting } from './sample-committee-meeting.ts'
import { generalMeeting } from './sample-general-meeting.ts'
import { democraticAppraisal, electionMeeting, organizationalLife } from './samples-january.ts'
import { groupMeeting, partyLecture, studySession, themedPartyDay } from './samples-other.ts'

const sample = (name: string) => squeezed(readFileSync(join(import.meta.dirname, `${name}.txt`), 'utf8'))
const textOf = (activity: Activity) => squeezed(documentText(minutesDocument(activity, sampleBranch, { style: 'official' })))
const first = (activity: Activity) => activity.parts[0] as Activity['parts'][number]

describe('the words of the minutes', () => {
  it.each([
    ['general-meeting', generalMeeting],
    ['committee-meeting', committeeMeeting],
    ['group-meeting', groupMeeting],
    ['party-lecture', partyLecture],
    ['themed-party-day', themedPartyDay],
    ['organizational-life', organizationalLife],
    ['democratic-appraisal', democraticAppraisal],
    ['study-session', studySession],
  ])('are those of the sample %s', (name, activity) => {
    expect(textOf(activity)).toBe(sample(name))
  })
})

describe('an election in a general meeting', () => {
  it('reads as the sample', () => {
    expect(textOf(electionMeeting)).toContain(sample('election'))
  })
})

describe('the title', () => {
  const titled = (title: string) =>
    titleText(
      minutesDocument({ ...generalMeeting, parts: [{ ...first(generalMeeting), title }] }, sampleBranch, { style: 'table' }),
    )

  it('says neither 记录 nor the branch twice', () => {
    const full = '某局机关第三党支部2025年第1次支部委员会会议记录'
    expect(titled('2025年第1次支部委员会会议')).toBe(full)
    expect(titled('2025年第1次支部委员会会议记录')).toBe(full)
    expect(titled('某局机关第三党支部2025年第1次支部委员会会议')).toBe(full)
  })

  it('is made from date and purpose where none was given', () => {
    expect(titled('')).toBe('某局机关第三党支部2025年6月27日支部党员大会记录')
  })
})

describe('what is not known', () => {
  const imported = activityOf({
    date: '2025-01-06',
    origin: 'imported',
    chair: { name: '张三', post: '' },
    parts: [
      partOf({
        purpose: 'generalMeeting',
        title: '2025年第1次支部党员大会',
        rosterKnown: false,
        counts: { due: 13, present: 12, dueVoters: 0, presentVoters: 0 },
      }),
    ],
  })

  it('is not said of an old record', () => {
    const text = documentText(minutesDocument(imported, sampleBranch, { style: 'official' }))
    expect(text).toContain('出席人员：名单未录')
    expect(text).toContain('缺席人员及原因：名单未录')
    expect(text).not.toContain('列席')
    expect(text).not.toContain('未形成决议')
  })

  it('is not made an agenda of the one column an old ledger has', () => {
    const part = {
      ...first(imported),
      agenda: [
        { title: '学习党章有关条款', heading: '', content: [] },
        { title: '讨论工作报告', heading: '', content: [] },
      ],
    }
    const text = textOf({ ...imported, parts: [part] })
    expect(text).toContain('会议内容：一、学习党章有关条款二、讨论工作报告')
    expect(text).not.toContain('会议议题')
    expect(textOf({ ...imported, origin: 'typed', parts: [part] })).toContain(
      '会议议题：一、学习党章有关条款二、讨论工作报告会议决议',
    )
  })

  it('is left blank in a planned meeting', () => {
    const text = documentText(minutesDocument({ ...generalMeeting, state: 'planned' }, sampleBranch, { style: 'official' }))
    expect(text).toContain('实到党员：\n')
    expect(text).toMatch(/出席人员：\n/)
    expect(text).toMatch(/缺席人员及原因：\n/)
  })

  it('is said where the meeting itself decided nothing', () => {
    const none = { ...generalMeeting, parts: [{ ...first(generalMeeting), resolutions: [] }] }
    expect(textOf(none)).toContain('会议决议：本次会议未形成决议事项。')
  })
})

describe('a sitting of several parts', () => {
  const lecture = partOf({
    purpose: 'partyLecture',
    title: '2025年第二季度党课',
    topic: '改进工作作风',
    lecturer: { name: '张三', post: '党支部书记' },
    attendance: attendanceOf(memberNames, ['陈丙', '褚丁']),
    absentees: [
      { name: '陈丙', reason: 'businessTrip', note: '', writtenOpinion: false },
      { name: '褚丁', reason: 'sickLeave', note: '', writtenOpinion: false },
    ],
    recordNumber: '2025-党课-02',
  })
  const both = { ...generalMeeting, parts: [first(generalMeeting), lecture] }

  it('prints together, each part with its own figures', () => {
    const model = minutesDocument(both, sampleBranch, { style: 'official' })
    const text = documentText(model)
    expect(text).toContain('本次还包括：党课')
    expect(text).toContain('课题：改进工作作风')
    expect(text).toContain('实到党员：12名')
    expect(text).toContain('陈丙（公出）、褚丁（病假）')
    expect(model.recordNumber).toBe('2025-党员大会-02、2025-党课-02')
  })

  it('prints one part apart', () => {
    const text = documentText(minutesDocument(both, sampleBranch, { style: 'official', partIds: [lecture.id] }))
    expect(text).toContain('某局机关第三党支部2025年第二季度党课记录')
    expect(text).not.toContain('转正')
  })
})

describe('lists of people', () => {
  const withInvitees = (invitees: Activity['invitees']) => textOf({ ...generalMeeting, invitees })

  it('puts a role behind the last of those who share it, and only behind those', () => {
    const leader = '党小组组长'
    expect(
      withInvitees([
        { name: '孙八', role: leader },
        { name: '周九', role: leader },
      ]),
    ).toContain('列席人员：孙八、周九（党小组组长）会议议题')
    expect(
      withInvitees([
        { name: '刘庚', role: '' },
        { name: '周九', role: leader },
      ]),
    ).toContain('刘庚；周九（党小组组长）')
    expect(withInvitees([])).toContain('列席人员：无')
  })

  it('names absent people, and their written opinion', () => {
    const part = {
      ...first(generalMeeting),
      absentees: [{ name: '陈丙', reason: 'businessTrip' as const, note: '', writtenOpinion: true }],
    }
    expect(textOf({ ...generalMeeting, parts: [part] })).toContain('陈丙（公出，会前提出书面意见）')
    const frail = { name: '褚丁', reason: 'exempt' as const, note: '年老体弱', writtenOpinion: false }
    expect(textOf({ ...generalMeeting, parts: [{ ...part, absentees: [frail] }] })).toContain('褚丁（年老体弱，不作硬性要求）')
  })
})

describe('details of a purpose', () => {
  const withDetails = (activity: Activity, details: Activity['parts'][number]['details']) =>
    textOf({ ...activity, parts: [{ ...first(activity), details }] })

  it('are told where they are known', () => {
    expect(withDetails(themedPartyDay, { followUp: '7月10日已认领4个。' })).toContain('落实情况（会后填写）：7月10日已认领4个。')
    expect(withDetails(themedPartyDay, { preparation: '发放学习材料' })).toContain('前期准备：发放学习材料活动主题')
    expect(
      textOf({ ...themedPartyDay, organizer: 'organPartyCommittee', jointWith: '第一党支部', adjustedReason: '会议室维修' }),
    ).toContain('召集单位：机关党委联合召开：第一党支部因故调整：会议室维修')
    expect(textOf({ ...themedPartyDay, parts: [{ ...first(themedPartyDay), audience: 'retired' }] })).toContain(
      '参加对象：离退休党员',
    )
  })

  it('number steps of an appraisal that have no number yet', () => {
    expect(withDetails(democraticAppraisal, { procedure: ['个人自评', '党员互评'] })).toContain('程序：一、个人自评二、党员互评')
  })

  it('keep every topic of a session that has a reading list', () => {
    const agenda = ['专题研讨', '布置自学'].map((title) => ({ title, heading: '', content: [] }))
    const text = textOf({ ...studySession, parts: [{ ...first(studySession), agenda }] })
    expect(text).toContain('学习内容：一、专题研讨二、布置自学')
  })
})

describe('分别记录', () => {
  const appraisal = { ...first(democraticAppraisal), recordNumber: '2025-民主评议-01' }
  const apart = { ...organizationalLife, parts: [first(organizationalLife), appraisal] }
  const papers = (activity: Activity, partIds?: string[]) =>
    minutesDocuments(activity, sampleBranch, { style: 'table', ...(partIds ? { partIds } : {}) }).map(titleText)

  it('gives each part a paper of its own, where the record says so', () => {
    expect(papers({ ...apart, isPrintedApart: true })).toEqual([
      '某局机关第三党支部2025年度组织生活会记录',
      '某局机关第三党支部2025年度民主评议党员情况记录',
    ])
    expect(papers(apart)).toHaveLength(1)
    expect(papers({ ...apart, isPrintedApart: true }, [appraisal.id])).toEqual(['某局机关第三党支部2025年度民主评议党员情况记录'])
  })
})
