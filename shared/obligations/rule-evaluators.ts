import { z } from 'zod'
import { purposes } from '../activities/schema.ts'

/** Calendar periods that a year is made of. */
export const periodKinds = ['month', 'quarter', 'half-year', 'year'] as const
export type PeriodKind = (typeof periodKinds)[number]

const period = z.enum(periodKinds)
const min = z.number().int().min(1)
/** A part of a whole in integers: half is 1 of 2, never 0.5 (DOMAIN 2.3). */
const share = z.strictObject({ numerator: z.number().int().min(1), denominator: z.number().int().min(1) })
const posts = z.array(
  z.enum([
    'branchSecretary',
    'deputySecretary',
    'commissioner',
    'organizationCommissioner',
    'publicityCommissioner',
    'disciplineCommissioner',
  ]),
)
const rule = <Name extends string, Params extends z.ZodType>(evaluator: Name, params: Params) =>
  z.object({ evaluator: z.literal(evaluator), params })

/**
 * Every evaluator of the rule table with its typed parameters. An evaluator that the engine does not compute yet still has
 * its parameters checked, so that a table is either understood whole or refused.
 */
export const evaluatorSchemas = [
  /** So many sittings of a purpose in each period; `needs` says who must exist for the duty to hold. */
  rule(
    'frequency',
    z.strictObject({
      purpose: z.enum(purposes),
      period,
      min,
      needs: z.enum(['nothing', 'committee', 'group']),
      /** Counted in the year it is for (归属年度), not in that of its date. */
      usesForYear: z.boolean(),
      /** Months after the period in which it may still be held. */
      graceMonths: z.number().int().min(0).max(12),
    }),
  ),
  rule('lectureBy', z.strictObject({ lecturer: z.enum(['branchSecretary', 'leadershipGroupSecretary']), period, min })),
  rule(
    'recordFrequency',
    z.strictObject({ record: z.enum(['annualPlan', 'halfYearReview', 'dutyReport', 'centreGroupStudy']), period, min }),
  ),
  rule(
    'memberFrequency',
    z.strictObject({
      record: z.enum(['dualOrganizationalLife', 'partyDues', 'centralTraining']),
      who: z.enum(['everyMember', 'leadingCadres', 'committee']),
      period,
      min,
    }),
  ),
  rule(
    'pairCoverage',
    z.strictObject({
      record: z.literal('heartToHeartTalk'),
      pairs: z.enum(['committee-committee', 'committee-member', 'member-member']),
      period,
      min,
    }),
  ),
  rule(
    'triggeredTalk',
    z.strictObject({
      record: z.literal('heartToHeartTalk'),
      triggers: z.array(z.enum(['discipline', 'complaint', 'familyChange', 'hardship', 'health'])),
      localTriggers: z.array(z.enum(['postChange', 'admission'])),
      /** Days that 「及时」 is taken to be: a habit, no number of the regulation. */
      withinDays: z.number().int().min(1).max(366).default(30),
      min,
    }),
  ),
  rule(
    'studyHours',
    z.strictObject({
      ledger: z.enum(['member', 'cadre']),
      who: z.enum(['membersNotExempt', 'committee', 'divisionLevelAndBelow', 'countyLevelAndAbove']),
      period: z.enum([...periodKinds, '5-years']),
      min,
      minDays: min.optional(),
      minMonths: min.optional(),
    }),
  ),
  rule('memberCount', z.strictObject({ of: z.enum(['formalMembers', 'members']), min: min.optional(), max: min.optional() })),
  rule('committeeRequired', z.strictObject({ fromFormalMembers: min })),
  rule('committeeSize', z.strictObject({ min, usualMax: min, max: min, posts })),
  rule('secretaryOnly', z.strictObject({ belowFormalMembers: min, secretaries: min, maxDeputies: min })),
  rule('termLength', z.strictObject({ years: min })),
  rule('termShift', z.strictObject({ maxYears: min })),
  rule('electionReport', z.strictObject({ filed: posts, approved: posts })),
  rule('seniority', z.strictObject({ post: z.literal('branchSecretary'), minYears: min })),
  rule('groupSize', z.strictObject({ minMembers: min, minFormalMembers: min, leaderIsFormal: z.boolean() })),
  rule(
    'votingRight',
    z.strictObject({
      category: z.literal('formalMember'),
      withoutVote: z.array(z.enum(['probation', 'detention', 'arrest', 'probationInParty'])),
    }),
  ),
  rule('quorum', z.strictObject({ op: z.enum(['>=', '>']), share, of: z.enum(['dueVoters', 'committee', 'dueElectors']) })),
  rule(
    'majority',
    z.strictObject({
      op: z.enum(['>=', '>']),
      share,
      of: z.enum(['dueVoters', 'presentElectors']),
      countsWritten: z.boolean(),
      isSecret: z.boolean(),
      oneByOne: z.boolean(),
      sameQuorumAs: z.string().optional(),
    }),
  ),
  rule('precedence', z.strictObject({ before: z.enum(purposes), needs: z.enum(purposes) })),
  rule(
    'electionExemption',
    z.strictObject({
      reasons: z.array(z.enum(['cannotExpressWill', 'abroadHalfYear', 'servingSentence', 'bedridden', 'shouldHaveTransferred'])),
      needs: z.array(z.enum(['superiorAgrees', 'meetingAgrees'])),
    }),
  ),
  rule('electionSurplus', z.strictObject({ op: z.literal('>='), share })),
  rule('ballotValidity', z.strictObject({ returnedAtMost: z.literal('issued'), namesAtMost: z.literal('seats') })),
  rule(
    'steps',
    z.strictObject({
      steps: z.array(z.enum(['selfAssessment', 'mutualAssessment', 'anonymousAppraisal'])),
      opinionBy: z.array(z.enum(['committeeMeeting', 'generalMeeting'])),
    }),
  ),
  rule(
    'grades',
    z.strictObject({
      grades: z.array(z.enum(['excellent', 'qualified', 'basicallyQualified', 'unqualified'])),
      excellentShare: share,
      of: z.enum(['formalMembers', 'members']),
    }),
  ),
  rule(
    'attendanceExemption',
    z.strictObject({ reasons: z.array(z.enum(['oldAge', 'disability', 'seriousIllness', 'incapacity'])) }),
  ),
  rule('absenceAlert', z.strictObject({ months: min, leaveCountsAsPresence: z.boolean() })),
  rule('awayAlert', z.strictObject({ months: min, follows: z.enum(['relationTransfer', 'membershipSuspension']) })),
  rule('probation', z.strictObject({ years: min })),
  rule('handIn', z.strictObject({ record: z.literal('branchHandbook'), enabledByDefault: z.boolean() })),
  rule('recordIntegrity', z.strictObject({ needs: z.array(z.enum(['enteredBy', 'enteredOn', 'reason'])) })),
] as const

export const evaluatorNames = evaluatorSchemas.map((schema) => schema.shape.evaluator.value)
