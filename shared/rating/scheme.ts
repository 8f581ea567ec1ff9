import { z } from 'zod'

const points = z.number().min(0).max(100)
const period = z.enum(['month', 'quarter', 'half-year', 'year'])
const rule = <K extends string, S extends z.ZodRawShape>(kind: K, shape: S) => z.strictObject({ kind: z.literal(kind), ...shape })

/** The named checks a scheme may ask for. They are looked up by name; nothing of a scheme is ever evaluated as code. */
export const checkNames = [
  'branch.formalMembers>=3 && branch.members<=50',
  'branch.formalMembers<7 || (committee.size>=3 && committee.size<=7)',
  'groups.count==0 || groups.minSize>=3',
  'resolutions.all(hasVoteCounts)',
  'roster.requiredFieldsComplete>=0.98',
  'minutes.completeRate>=0.95',
  'issues.overdue==0',
  'election.overdueWithoutApproval',
] as const
export type CheckName = (typeof checkNames)[number]

/** How points are proposed from records (DOMAIN 4.2). A person confirms them. */
export const autoRuleSchema = z.discriminatedUnion('kind', [
  rule('count', {
    record: z.string(),
    period,
    min: z.number().int().min(1),
    deductPerMiss: points.optional(),
    appliesWhen: z.enum(['branch.hasCommittee', 'branch.hasGroups']).optional(),
    perGroup: z.boolean().optional(),
    usesForYear: z.boolean().optional(),
    subject: z.enum(['member', 'leadingCadre']).optional(),
    maxExcellentRatio: z.number().optional(),
  }),
  rule('hours', {
    subject: z.enum(['member', 'committeeMember']),
    period: z.literal('year'),
    min: z.number().min(1),
    target: z.number().gt(0).max(1).optional(),
  }),
  rule('coverage', {
    record: z.literal('heartToHeartTalk'),
    period: z.literal('year'),
    pairs: z.array(z.enum(['committee-committee', 'committee-member', 'member-member'])).min(1),
    min: z.number().int().min(1),
  }),
  rule('rate', {
    metric: z.enum(['attendanceRate', 'satisfaction']),
    period: z.literal('year'),
    min: z.number().optional(),
    below: z.number().optional(),
    steps: z.array(z.tuple([z.number(), points])).optional(),
  }),
  rule('distinct', {
    record: z.enum(['studySession', 'activity']),
    field: z.enum(['fourStudyTier', 'audience']),
    period: z.literal('year'),
    min: z.union([z.number().int().min(1), z.literal('audiencesOnRoster')]),
  }),
  rule('deadline', { record: z.literal('branchElection'), everyYears: z.number().int().min(1) }),
  rule('check', { expr: z.enum(checkNames, { error: '没有这项检查' }) }),
  rule('tier', { record: z.literal('honour'), period: z.literal('year'), tiers: z.record(z.string(), points), cap: points }),
])
export type AutoRule = z.infer<typeof autoRuleSchema>

export const indicatorSchema = z.strictObject({
  code: z.string().min(1).max(20),
  name: z.string().min(1).max(100),
  points,
  standard: z.string().max(2000),
  evidence: z.array(z.string().max(60)).max(30),
  autoRule: autoRuleSchema.optional(),
  bonus: z.boolean().optional(),
  veto: z.boolean().optional(),
  vetoEffect: z
    .discriminatedUnion('action', [
      z.strictObject({ action: z.literal('notRated') }),
      z.strictObject({ action: z.literal('maxStars'), value: z.number().int().min(1).max(5) }),
    ])
    .optional(),
})
export type Indicator = z.infer<typeof indicatorSchema>

export const categorySchema = z.looseObject({
  code: z.string().min(1).max(20),
  name: z.string().min(1).max(100),
  weight: points,
  indicators: z.array(indicatorSchema),
})
export type Category = z.infer<typeof categorySchema>

const levelSchema = z.looseObject({ stars: z.number().int().min(1).max(5), name: z.string(), minScore: z.number() })

/** 评定办法: categories, indicators, weights and levels. Editable data, never the program's own opinion. */
export const schemeSchema = z
  .looseObject({
    schemeName: z.string().min(1).max(200),
    version: z.string().min(1).max(60),
    notice: z.string().max(1000),
    bonusCap: points,
    levels: z.array(levelSchema).min(1),
    evidenceKinds: z.record(z.string(), z.string()),
    categories: z.array(categorySchema).min(1),
  })
  .superRefine((scheme, context) => {
    const fault = (message: string) => context.addIssue({ code: 'custom', message })
    const seen = new Set<string>()
    for (const { code } of scheme.categories.flatMap(({ indicators }) => indicators)) {
      if (seen.has(code)) fault(`指标编号${code}出现两次`)
      seen.add(code)
    }
    for (const { code, weight, indicators } of scheme.categories) {
      const sum = tenths(indicators.filter(({ bonus, veto }) => !bonus && !veto).reduce((all, { points: own }) => all + own, 0))
      if (tenths(weight) !== sum) fault(`${code}类的分值为${weight}，各指标相加为${sum / 10}`)
    }
    const total = tenths(scheme.categories.reduce((all, { weight }) => all + weight, 0))
    if (total !== 1000) fault(`各类分值相加为${total / 10}，应为100`)
    for (const { code, evidence } of scheme.categories.flatMap(({ indicators }) => indicators)) {
      const unknown = evidence.find((kind) => !Object.hasOwn(scheme.evidenceKinds, kind))
      if (unknown !== undefined) fault(`指标${code}的材料种类“${unknown}”没有名称`)
    }
  })
export type Scheme = z.infer<typeof schemeSchema>

/** Points as whole tenths, so that sums are exact. */
export function tenths(value: number): number {
  return Math.round(value * 10)
}
