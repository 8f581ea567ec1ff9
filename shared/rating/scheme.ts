import { z } from 'zod'
import { countable } from './countable.ts'

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

/** The shape of a scheme before its sums and codes are looked at; a draft may still be wrong in those. */
export const schemeShape = z.looseObject({
  schemeName: z.string().trim().min(1).max(200),
  version: z.string().trim().min(1).max(60),
  notice: z.string().max(1000),
  bonusCap: points,
  /** 达标 before 创星: below this base score there are no stars. Left out: the scheme draws no such line. */
  standard: z.object({ minScore: points }).optional(),
  levels: z.array(levelSchema).min(1).max(10),
  evidenceKinds: z.record(z.string().max(60), z.string().max(60)),
  categories: z.array(categorySchema).min(1).max(50),
})
export type SchemeDraft = z.infer<typeof schemeShape>

/** What contradicts itself in a scheme, in words; empty: nothing. */
export function schemeFaults(scheme: SchemeDraft): string[] {
  const faults: string[] = []
  const fault = (message: string) => faults.push(message)
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
  const levels = new Set(scheme.levels.map(({ stars }) => stars))
  if (levels.size !== scheme.levels.length) fault('同一星级出现两次')
  const steps = scheme.levels.toSorted((x, y) => x.stars - y.stars)
  if (steps.some(({ minScore }, at) => minScore <= (steps[at - 1]?.minScore ?? -1))) fault('星级越高，最低分应当越高')
  const indicators = scheme.categories.flatMap((category) => category.indicators)
  for (const { code, bonus, veto, vetoEffect, autoRule, points: own } of indicators) {
    if (autoRule?.kind === 'count' && !countable.has(autoRule.record))
      fault(`指标${code}要数的“${autoRule.record}”不是本程序的记录`)
    if (Math.abs(own * 10 - tenths(own)) > 1e-6) fault(`指标${code}的分值最多一位小数`)
    if (bonus && veto) fault(`指标${code}不能又是加分项又是一票否决项`)
    if (veto && !vetoEffect) fault(`指标${code}是一票否决项，没有写明后果`)
  }
  return faults
}

/** 评定办法: categories, indicators, weights and levels. Editable data, never the program's own opinion. */
export const schemeSchema = schemeShape.superRefine((scheme, context) => {
  for (const message of schemeFaults(scheme)) context.addIssue({ code: 'custom', message })
})
export type Scheme = z.infer<typeof schemeSchema>

/** Points as whole tenths, so that sums are exact. */
export function tenths(value: number): number {
  return Math.round(value * 10)
}

/** The version itself where nobody has it, else the next number after it: `2025`, `2025-2`, `2025-3`. */
export function nextVersion(version: string, taken: readonly string[]): string {
  if (!taken.includes(version)) return version
  const stem = version.replace(/-\d{1,4}$/, '').slice(0, 54)
  for (let number = 2; ; number += 1) if (!taken.includes(`${stem}-${number}`)) return `${stem}-${number}`
}
