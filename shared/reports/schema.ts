import { z } from 'zod'
import { absenceReasons, purposes } from '../activities/schema.ts'
import { plainDateSchema } from '../kernel/dates.ts'
import { idSchema } from '../kernel/ids.ts'
import { memberCategories } from '../members/schema.ts'

/** 实到 / 请假 / 未请假 / 不作硬性要求: what one meeting was for one member. */
export const attendanceOutcomes = ['present', 'leave', 'unexcused', 'exempt'] as const
export type AttendanceOutcome = (typeof attendanceOutcomes)[number]

const times = z.number().int().min(0)
const countsSchema = z.object({
  /** 应参加次数, without those that were not asked of the member. */
  due: times,
  present: times,
  /** 请假 of any reason. */
  leave: times,
  unexcused: times,
  /** Meetings at which nothing hard was asked of the member, and how many of these they came to all the same. */
  exemptDue: times,
  exemptPresent: times,
})
export type AttendanceCounts = z.infer<typeof countsSchema>

/** One meeting of a member: what a number of the table opens. */
export const attendanceRecordSchema = z.object({
  activityId: idSchema,
  date: plainDateSchema,
  title: z.string(),
  purpose: z.enum(purposes),
  outcome: z.enum(attendanceOutcomes),
  reason: z.enum(absenceReasons).nullable(),
  isExempt: z.boolean(),
})

export const attendanceLineSchema = countsSchema.extend({
  personId: idSchema,
  name: z.string(),
  category: z.enum(memberCategories),
  groupName: z.string(),
  /** 请假 by reason, only those that occur. */
  leaveReasons: z.array(z.object({ reason: z.enum(absenceReasons), times })),
  /** 出勤率, 0 to 1; null where nothing was due. */
  rate: z.number().min(0).max(1).nullable(),
  /** Study sessions of the year that were missed and made up (补学); null: none. */
  makeUp: times.nullable(),
  /** 不作硬性要求说明; empty: none. */
  exemptNote: z.string(),
  /** The member's own forms, those that occur. */
  kinds: z.array(countsSchema.extend({ purpose: z.enum(purposes) })),
  records: z.array(attendanceRecordSchema),
})
export type AttendanceLine = z.infer<typeof attendanceLineSchema>

/** 出勤率统计表 (DOMAIN 8.2) of a year, as of a day. */
export const attendanceReportSchema = z.object({
  year: z.number().int(),
  asOf: plainDateSchema,
  lines: z.array(attendanceLineSchema),
  totals: countsSchema,
  /** 实到 of 应到 of all members together, without and with those of whom nothing hard is asked. */
  rateWithoutExempt: z.number().nullable(),
  rateWithExempt: z.number().nullable(),
  /** Meetings held and counted. */
  meetings: times,
  /** Held meetings of which only counts are known (名单未录): in nobody's numbers. */
  unknownMeetings: times,
})
export type AttendanceReport = z.infer<typeof attendanceReportSchema>
