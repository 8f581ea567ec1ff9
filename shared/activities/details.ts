import { z } from 'zod'
import { plainDateSchema } from '../kernel/dates.ts'

/** Who called the members together: the branch itself, or an organisation above it (counted per setting, DOMAIN 2.2). */
export const organizers = ['branch', 'generalBranch', 'organPartyCommittee'] as const
export type Organizer = (typeof organizers)[number]

/** 分类指导 (DOMAIN 5.2): whom a part is meant for. */
export const audiences = ['all', 'inService', 'retired', 'youth'] as const
export type Audience = (typeof audiences)[number]

/** 四学机制 (DOMAIN 5.1). */
export const studyTiers = ['centreGroupLeads', 'leadersTakeLead', 'branchPromotes', 'membersFollow'] as const
export type StudyTier = (typeof studyTiers)[number]

/** The five powers of the general meeting (支部工作条例 第十一条). */
export const meetingPowers = ['report', 'election', 'membership', 'discipline', 'other'] as const
export type MeetingPower = (typeof meetingPowers)[number]

const short = z.string().max(300)
const long = z.string().max(20_000)
const count = z.number().int().min(0).max(100_000)

/** 整改清单 of a 组织生活会. */
export const rectificationSchema = z.object({
  problem: z.string().min(1).max(500),
  owner: short.default(''),
  measure: z.string().max(500).default(''),
  /** As printed: 2026年3月底. */
  due: short.default(''),
  done: short.default(''),
})
export type Rectification = z.infer<typeof rectificationSchema>

/** One line of an anonymous appraisal: totals of a person, never a rater. */
export const appraisalTallySchema = z.object({
  name: z.string().min(1).max(60),
  excellent: count,
  qualified: count,
  basic: count,
  unqualified: count,
})
export type AppraisalTally = z.infer<typeof appraisalTallySchema>

/** Totals of the 支部班子 in an anonymous appraisal (DOMAIN 8.6). */
export const teamTallySchema = z.object({ good: count, fair: count, average: count, poor: count })
export type TeamTally = z.infer<typeof teamTallySchema>

/**
 * The fields that only one purpose has (DOMAIN 3.1, "Extra fields by type"). All optional: a form shows those of its
 * purpose, and a change of purpose loses nothing.
 */
export const partDetailsSchema = z.object({
  /** 会议形式 of a 组织生活会 or 民主评议: 支部党员大会, 支部委员会会议, 党小组会. */
  form: z.enum(['generalMeeting', 'committeeMeeting', 'groupMeeting']).optional(),
  /** 会前准备, and what was done before a themed day. */
  preparation: long.optional(),
  /** 事前研究: the committee meeting that planned a themed day, as printed. */
  plannedBy: short.optional(),
  /** 落实情况（会后填写）. */
  followUp: long.optional(),
  rectifications: z.array(rectificationSchema).max(200).optional(),
  /** 民主评议: steps as printed, forms handed out, totals by person. */
  procedure: z.array(short).max(20).optional(),
  ballots: z.object({ issued: count, returned: count, valid: count }).optional(),
  tallies: z.array(appraisalTallySchema).max(500).optional(),
  teamTally: teamTallySchema.optional(),
  /** The closing passage of an appraisal. */
  result: long.optional(),
  /** 学习形式: 集中学习、专题研讨. */
  studyForm: short.optional(),
  readings: z.array(short).max(50).optional(),
  /** 领学人. */
  leadReaders: z.array(z.string().max(60)).max(20).optional(),
  /** 补学: who and until when, as printed in brackets after the hours. */
  makeUp: short.optional(),
})
export type PartDetails = z.infer<typeof partDetailsSchema>

/** 会前把关: somebody above looks at a meeting's plan beforehand (DOMAIN 5.4). */
export const preCheckSchema = z.object({
  who: z.string().max(60),
  date: plainDateSchema.nullish(),
  comments: z.string().max(2000).default(''),
  isAgreed: z.boolean().default(false),
})
/** 会议指导: somebody above attends and advises. */
export const guidanceSchema = z.object({ who: z.string().max(60), comments: z.string().max(2000).default('') })
