import { z } from 'zod'
import { plainDateSchema, timeSchema } from '../kernel/dates.ts'
import { idSchema } from '../kernel/ids.ts'
import { audiences, guidanceSchema, meetingPowers, organizers, partDetailsSchema, preCheckSchema, studyTiers } from './details.ts'
import { electionSchema } from './election-schema.ts'

/** What a sitting, or a part of it, is for (DOMAIN 1.3). Rules count purposes, never sittings. */
export const purposes = [
  'generalMeeting',
  'committeeMeeting',
  'groupMeeting',
  'partyLecture',
  'themedPartyDay',
  'organizationalLifeMeeting',
  'democraticAppraisal',
  'studySession',
] as const
export type Purpose = (typeof purposes)[number]

/** 计划 → 待记录 → 待签字 → 已签字. Only the last two are meetings that count as held and recorded. */
export const activityStates = ['planned', 'toRecord', 'toSign', 'signed'] as const
export type ActivityState = (typeof activityStates)[number]

/** How the record came to be (PRACTICE §2): typed at once, 整理录入 from paper, 历史导入 from an old ledger. */
export const origins = ['typed', 'fromPaper', 'imported'] as const
export type Origin = (typeof origins)[number]

export const absenceReasons = [
  'personalLeave',
  'sickLeave',
  'businessTrip',
  'training',
  'vacation',
  'familyVisit',
  'onDuty',
  'secondment',
  'exempt',
  'unexcused',
  'other',
] as const
export type AbsenceReason = (typeof absenceReasons)[number]

/** A person as the record names them: the name and post that are printed, and whom it is about when known. */
export const personMentionSchema = z.object({
  personId: idSchema.nullish(),
  name: z.string().min(1).max(60),
  /** Printed in brackets after the name; empty: nothing is printed. */
  post: z.string().max(60).default(''),
})
export type PersonMention = z.infer<typeof personMentionSchema>

export const absenteeSchema = z.object({
  personId: idSchema.nullish(),
  name: z.string().min(1).max(60),
  reason: z.enum(absenceReasons),
  /** Printed after the reason: 已请假，会前就转正议题提出书面意见. */
  note: z.string().max(200).default(''),
  /** 书面意见 handed in before the meeting; counts in admission votes only, never as attendance. */
  writtenOpinion: z.boolean().default(false),
})
export type Absentee = z.infer<typeof absenteeSchema>

/** 列席: never counted in 应到 or 实到. */
export const inviteeSchema = z.object({ name: z.string().min(1).max(60), role: z.string().max(80).default('') })
export type Invitee = z.infer<typeof inviteeSchema>

/** What is voted on; it decides quorum and majority (DOMAIN 2.3, `voting.ts`). */
export const voteSubjects = ['ordinary', 'admission', 'conversion'] as const
export type VoteSubject = (typeof voteSubjects)[number]

const count = z.number().int().min(0).max(100_000)

/**
 * A vote as totals. Who voted how has no field (DOMAIN 0.2 item 7). `votesFor/Against/Abstain` include the written
 * opinions; ballots do not: written opinions are not ballots.
 */
export const voteSchema = z.object({
  subject: z.enum(voteSubjects),
  method: z.enum(['hands', 'secret']),
  scrutineers: z.array(z.string().min(1).max(60)).max(10).default([]),
  tellers: z.array(z.string().min(1).max(60)).max(10).default([]),
  ballots: z.object({ issued: count, returned: count, valid: count }).nullish(),
  /** Members whose written opinion is counted. */
  writtenOpinions: count.default(0),
  votesFor: count,
  votesAgainst: count,
  votesAbstain: count,
  /** Replaces 「通过」 at the end of a show of hands: 审查通过支部委员会上半年工作报告. */
  outcome: z.string().max(200).default(''),
})
export type Vote = z.infer<typeof voteSchema>

const longText = z.string().max(200_000)

/** What happened under one agenda item, in the order it happened. */
export const contentBlockSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), text: longText }),
  z.object({ kind: z.literal('speech'), speaker: z.string().min(1).max(60), role: z.string().max(60).default(''), text: longText }),
  z.object({ kind: z.literal('vote'), vote: voteSchema }),
  /** 选举: its passage is made from the totals (`shared/documents/election-sentences.ts`). */
  z.object({ kind: z.literal('election'), election: electionSchema }),
])
export type ContentBlock = z.infer<typeof contentBlockSchema>

export const agendaItemSchema = z.object({
  /** As announced under 会议议题. */
  title: z.string().min(1).max(300),
  /** As headed under 会议内容; empty: the same as `title`. */
  heading: z.string().max(300).default(''),
  content: z.array(contentBlockSchema).max(500).default([]),
  /** Which of its five powers a general meeting uses. */
  power: z.enum(meetingPowers).nullish(),
  /** 提出人 of an item in a committee meeting. */
  proposer: z.string().max(60).nullish(),
  /** 是否提交党员大会. */
  toGeneralMeeting: z.boolean().nullish(),
  /** Printed after the heading of a themed day's step: （40分钟）. */
  minutes: z.number().int().min(1).max(1440).nullish(),
})
export type AgendaItem = z.infer<typeof agendaItemSchema>

/** 决议（议定事项）. Whom it binds and until when, so that it can be followed up. */
export const resolutionSchema = z.object({
  id: idSchema.optional(),
  text: z.string().min(1).max(2000),
  /** 责任人, as printed: 孙八、周九. */
  owner: z.string().max(200).default(''),
  dueOn: plainDateSchema.nullish(),
})
export type Resolution = z.infer<typeof resolutionSchema>

/** The sentence that opens a meeting with counts (DOMAIN 3.4); printed as spoken by `speaker` when it is named. */
export const openingSchema = z.object({ speaker: z.string().max(60).default('') })

export const partInputSchema = z.object({
  id: idSchema.optional(),
  purpose: z.enum(purposes),
  /** 党小组 of a group meeting; null for the branch and the committee. */
  groupId: idSchema.nullish(),
  /** 归属年度; empty: the year of the date, or for 组织生活会 and 民主评议 held before April the year before. */
  forYear: z.number().int().min(1921).max(2200).nullish(),
  /** 名称 without the branch and without 记录: 2025年第二季度支部党员大会. */
  title: z.string().max(200),
  absentees: z.array(absenteeSchema).max(500).default([]),
  /** Only for a day whose roster is not known (名单未录): the counts as they stand on paper. Ignored otherwise. */
  counts: z.object({ due: count, present: count }).nullish(),
  opening: openingSchema.nullish(),
  agenda: z.array(agendaItemSchema).max(100).default([]),
  resolutions: z.array(resolutionSchema).max(100).default([]),
  /** 授课人, 课题 of a 党课; 主题 of a 主题党日 is `topic`. */
  lecturer: personMentionSchema.nullish(),
  topic: z.string().max(300).default(''),
  hours: z.number().min(0).max(24).multipleOf(0.5).nullish(),
  audience: z.enum(audiences).nullish(),
  studyTier: z.enum(studyTiers).nullish(),
  details: partDetailsSchema.nullish(),
})
export type PartInput = z.infer<typeof partInputSchema>

/** One sitting as it is saved. One `parts` entry for each purpose it carries. */
export const saveActivitySchema = z.object({
  id: idSchema.optional(),
  /** The revision that was read; a newer one in the ledger answers CHANGED_ELSEWHERE. */
  revision: z.number().int().min(1).optional(),
  state: z.enum(activityStates).default('toSign'),
  date: plainDateSchema,
  startTime: timeSchema.nullish(),
  endTime: timeSchema.nullish(),
  place: z.string().max(200).default(''),
  chair: personMentionSchema.nullish(),
  recorder: personMentionSchema.nullish(),
  invitees: z.array(inviteeSchema).max(200).default([]),
  closing: longText.default(''),
  origin: z.enum(['typed', 'fromPaper']).default('typed'),
  /** Empty: the branch itself. */
  organizer: z.enum(organizers).nullish(),
  /** 联合召开: the other organisations, as printed. */
  jointWith: z.string().max(200).nullish(),
  /** 分别记录: each part is printed as a paper of its own. */
  isPrintedApart: z.boolean().nullish(),
  /** 因故调整: why it was not held on the planned or fixed day. */
  adjustedReason: z.string().max(300).nullish(),
  /** Names of campaigns (专项活动), DOMAIN 5.11. */
  tags: z.array(z.string().trim().min(1).max(60)).max(20).nullish(),
  preCheck: preCheckSchema.nullish(),
  guidance: guidanceSchema.nullish(),
  parts: z.array(partInputSchema).min(1).max(10),
  /** Attachments that hang on this sitting, in order; those left out are taken off (the files stay in the history). */
  attachmentIds: z.array(idSchema).max(500).optional(),
  /** The draft this save makes superfluous. */
  draftId: idSchema.optional(),
  /** Why a record is changed after 定稿; stands in the history. Without it such a save answers REASON_REQUIRED. */
  changeReason: z.string().trim().min(1, { error: '请填写修改理由' }).max(200, { error: '修改理由不超过200字' }).optional(),
})
export type SaveActivity = z.infer<typeof saveActivitySchema>
/** What a caller may hand in: defaults not yet filled. */
export type SaveActivityInput = z.input<typeof saveActivitySchema>

export const attendanceSchema = z.object({
  personId: idSchema.nullable(),
  name: z.string(),
  present: z.boolean(),
  reason: z.enum(absenceReasons).nullable(),
  note: z.string(),
  writtenOpinion: z.boolean(),
  hasVote: z.boolean(),
  isProbationary: z.boolean(),
  exempt: z.boolean(),
})
export type Attendance = z.infer<typeof attendanceSchema>

/** 应到 and 实到, all members and those with a vote. For a committee meeting: the committee. */
export const countsSchema = z.object({ due: count, present: count, dueVoters: count, presentVoters: count })
export type Counts = z.infer<typeof countsSchema>

export const partSchema = partInputSchema.omit({ id: true, counts: true, resolutions: true, forYear: true }).extend({
  id: idSchema,
  forYear: z.number().int(),
  groupName: z.string(),
  /** 记录编号: 2025-党员大会-02. */
  recordNumber: z.string(),
  counts: countsSchema,
  /** False: 名单未录, the counts are those on paper. */
  rosterKnown: z.boolean(),
  attendance: z.array(attendanceSchema),
  resolutions: z.array(
    resolutionSchema.required({ id: true }).extend({ doneOn: plainDateSchema.nullable(), doneNote: z.string().optional() }),
  ),
})
export type Part = z.infer<typeof partSchema>

export const attachmentRefSchema = z.object({
  id: idSchema,
  name: z.string(),
  octets: z.number().int(),
  sha256: z.string(),
  mediaType: z.string(),
  /** 单独存放; absent when it is not. */
  isSealed: z.boolean().optional(),
})
export type AttachmentRef = z.infer<typeof attachmentRefSchema>

export const activitySchema = saveActivitySchema
  .omit({ parts: true, attachmentIds: true, draftId: true, changeReason: true, origin: true, id: true, revision: true })
  .extend({
    id: idSchema,
    revision: z.number().int(),
    origin: z.enum(origins),
    /** 补录: typed in later than the branch's own limit and not from paper. */
    isLate: z.boolean(),
    enteredOn: plainDateSchema,
    /** The moment of 定稿; from then on a change needs a reason. */
    finalizedAt: z.string().nullish(),
    parts: z.array(partSchema),
    attachments: z.array(attachmentRefSchema),
  })
export type Activity = z.infer<typeof activitySchema>

export const activityLineSchema = z.object({
  id: idSchema,
  date: plainDateSchema,
  startTime: timeSchema.nullable(),
  endTime: timeSchema.nullable(),
  place: z.string(),
  purposes: z.array(z.enum(purposes)),
  groupId: idSchema.nullable(),
  groupName: z.string(),
  forYear: z.number().int(),
  title: z.string(),
  state: z.enum(activityStates),
  origin: z.enum(origins),
  isLate: z.boolean(),
  due: z.number().int(),
  present: z.number().int(),
  recordNumber: z.string(),
  attachments: z.number().int(),
})
export type ActivityLine = z.infer<typeof activityLineSchema>

/** A remark of the rules about a record: shown, never a reason to refuse it (PRACTICE §2). */
export const findingSchema = z.object({
  code: z.string(),
  text: z.string(),
  /** Regulation and article, when there is one. */
  source: z.string(),
  severity: z.enum(['error', 'warning', 'info']),
  /** Where in the form: `parts.0.agenda.2.content.5`. */
  path: z.string(),
})
export type Finding = z.infer<typeof findingSchema>
