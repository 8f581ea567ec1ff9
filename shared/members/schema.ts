import { z } from 'zod'
import { partialDateSchema, plainDateSchema } from '../kernel/dates.ts'
import { idSchema } from '../kernel/ids.ts'

/** 人员类别 as a roster declares it; what a person is on a given day follows from the dates (`roster.ts`). */
export const memberCategories = ['formalMember', 'probationaryMember'] as const
export type MemberCategory = (typeof memberCategories)[number]

/** 支部职务. `otherCommissioner` keeps its own title (青年委员, 保密委员 …) in `title`. */
export const posts = [
  'branchSecretary',
  'deputySecretary',
  'organizationCommissioner',
  'publicityCommissioner',
  'disciplineCommissioner',
  'otherCommissioner',
  'groupLeader',
] as const
export type Post = (typeof posts)[number]

/** What holds for a person from one day to another (DESIGN §4): both ends may be open. */
export const intervalKinds = ['group', 'post', 'exemption', 'votingSuspension', 'serviceStatus', 'leadingCadre'] as const
export type IntervalKind = (typeof intervalKinds)[number]

export const serviceStatuses = ['inService', 'retired', 'veteranRetired'] as const

/**
 * One interval of a person's standing. `value` by kind: group → the group's id; post → one of `posts`; exemption → the
 * reason; votingSuspension → the reason; serviceStatus → one of `serviceStatuses`; leadingCadre → ''.
 * `validFrom` inclusive, `validTo` the last day it holds, inclusive.
 */
export const memberIntervalSchema = z.object({
  id: idSchema,
  personId: idSchema,
  kind: z.enum(intervalKinds),
  value: z.string().max(200),
  /** The printed title of a post, when it is not the usual one. */
  title: z.string().max(40),
  validFrom: partialDateSchema.nullable(),
  validTo: partialDateSchema.nullable(),
})
export type MemberInterval = z.infer<typeof memberIntervalSchema>

export const personSchema = z.object({
  id: idSchema,
  name: z.string().min(1).max(60),
  gender: z.enum(['male', 'female', '']),
  ethnicity: z.string().max(20),
  birthDate: partialDateSchema.nullable(),
  education: z.string().max(40),
  nativePlace: z.string().max(60),
  /** 工作岗位, without the code of the national form. */
  job: z.string().max(60),
  unit: z.string().max(100),
  declaredCategory: z.enum(memberCategories),
  joinedOn: partialDateSchema.nullable(),
  fullMemberOn: partialDateSchema.nullable(),
  isMobile: z.boolean(),
  mobileDestination: z.string().max(100),
  note: z.string().max(500),
  /** The row of the roster, smaller first; the committee stands before it (PRACTICE §4). */
  position: z.number().int(),
})
export type Person = z.infer<typeof personSchema>

/** Person × branch, from – to; `validFrom` null where nobody knows the beginning. */
export const membershipSchema = z.object({
  id: idSchema,
  personId: idSchema,
  validFrom: partialDateSchema.nullable(),
  validTo: partialDateSchema.nullable(),
  leaveReason: z.string().max(100),
})
export type Membership = z.infer<typeof membershipSchema>

/** Everything needed to say who was what on any day. Sorted by `position`. */
export interface RosterHistory {
  readonly persons: readonly Person[]
  readonly memberships: readonly Membership[]
  readonly intervals: readonly MemberInterval[]
  readonly groups: readonly {
    readonly id: string
    readonly name: string
    readonly position: number
    readonly validFrom: string | null
    readonly validTo: string | null
  }[]
}

/** One member as of a day. */
export const rosterEntrySchema = z.object({
  personId: idSchema,
  name: z.string(),
  category: z.enum(memberCategories),
  hasVote: z.boolean(),
  groupId: idSchema.nullable(),
  groupName: z.string(),
  posts: z.array(z.object({ post: z.enum(posts), title: z.string() })),
  isCommittee: z.boolean(),
  exemptReason: z.string().nullable(),
})
export type RosterEntry = z.infer<typeof rosterEntrySchema>

/** The roster of one day in printing order: secretary, deputy, commissioners, then the others by position. */
export const rosterOfDaySchema = z.object({ date: plainDateSchema, members: z.array(rosterEntrySchema) })
export type RosterOfDay = z.infer<typeof rosterOfDaySchema>

/** Sensitive fields in the masked form that is shown by default (DOMAIN 7.4). */
export const maskedFieldsSchema = z.object({ idNumber: z.string(), mobile: z.string(), phone: z.string(), address: z.string() })

export const memberDetailSchema = z.object({
  person: personSchema,
  memberships: z.array(membershipSchema),
  intervals: z.array(memberIntervalSchema),
  masked: maskedFieldsSchema,
})
export type MemberDetail = z.infer<typeof memberDetailSchema>

/**
 * A member typed in by hand, or changed. Sensitive fields left out stay as they are; an empty text clears one.
 * Intervals replace those of the person.
 */
export const saveMemberSchema = z.object({
  id: idSchema.optional(),
  person: personSchema.omit({ id: true, position: true }).partial().required({ name: true, declaredCategory: true }),
  membership: z
    .object({
      validFrom: partialDateSchema.nullable(),
      validTo: partialDateSchema.nullable(),
      leaveReason: z.string().max(100).optional(),
    })
    .optional(),
  intervals: z
    .array(memberIntervalSchema.omit({ id: true, personId: true }))
    .max(100)
    .optional(),
  sealed: maskedFieldsSchema.partial().optional(),
})
export type SaveMember = z.infer<typeof saveMemberSchema>
