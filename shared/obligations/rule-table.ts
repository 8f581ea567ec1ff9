import { z } from 'zod'
import { type Purpose, purposes } from '../activities/schema.ts'
import { plainDateSchema } from '../kernel/dates.ts'
import { AppError } from '../kernel/errors.ts'
import { evaluatorNames, evaluatorSchemas } from './rule-evaluators.ts'

/** Tables of DOMAIN 8 that a rule is a row of. */
const tables = ['threeMeetingsOneLecture'] as const

const commonSchema = z.object({
  id: z.string().regex(/^[a-z0-9-]{3,60}$/),
  /** Whose duty it is; those of a superior are never computed for a branch. */
  scope: z.enum(['branch', 'group', 'member', 'superior']),
  /** First and last day it holds, inclusive; null: as far as anybody asks. */
  effectiveFrom: plainDateSchema.nullable(),
  effectiveTo: plainDateSchema.nullable(),
  authority: z.enum(['central', 'local', 'practice']),
  certainty: z.enum(['quoted', 'secondary', 'memory']),
  /** Regulation and article, as the user is shown it. */
  source: z.string().min(1).max(300),
  text: z.string().min(1).max(500),
  table: z.enum(tables).optional(),
  /** True: a branch may set its own number although the rule is not local. */
  editable: z.boolean().optional(),
  // The columns of the table as it was handed over: read by people, never by the engine.
  subject: z.string(),
  kind: z.string(),
  period: z.string(),
  min: z.number().nullable(),
  max: z.number().optional(),
  op: z.string().optional(),
  appliesTo: z.string(),
})

const evaluatorSchema = z.discriminatedUnion('evaluator', evaluatorSchemas)
const ruleSchema = z.intersection(commonSchema, evaluatorSchema)
export type Rule = z.infer<typeof ruleSchema>
export type RuleOf<Name extends Rule['evaluator']> = Extract<Rule, { evaluator: Name }>
export type FrequencyRule = RuleOf<'frequency'>

/**
 * Which duties a part of a sitting fulfils (DOMAIN 2.2). The first entry that fits counts: `within` asks for a part of
 * that purpose in the same sitting.
 */
const countsTowardSchema = z.strictObject({
  purpose: z.enum(purposes),
  within: z.enum(purposes).optional(),
  countsToward: z.array(z.enum(purposes)),
})
export type CountsToward = z.infer<typeof countsTowardSchema>

const headSchema = z.object({
  schema: z.literal('rules-table'),
  version: z.string().min(1).max(60),
  countsToward: z.array(countsTowardSchema).max(200),
  rules: z.array(z.unknown()).min(1).max(1000),
})

export interface RuleTable {
  readonly version: string
  readonly countsToward: readonly CountsToward[]
  readonly rules: readonly Rule[]
}

const refuse = (reason: string, row?: string): never => {
  throw new AppError('INPUT_INVALID', { field: row === undefined ? '规则表' : `规则表的${row}`, reason })
}

/** The columns of an unknown row that say which row it is. */
const named = z.object({ id: z.string().optional().catch(undefined), evaluator: z.string().optional().catch(undefined) }).catch({})

function readRule(value: unknown, index: number): Rule {
  const { id, evaluator } = named.parse(value)
  const row = `第${index + 1}条${id === undefined ? '' : `（${id}）`}`
  if (evaluator === undefined || !evaluatorNames.some((name) => name === evaluator)) {
    return refuse(`不认识的计算方式：${evaluator ?? '未填写'}`, row)
  }
  const read = ruleSchema.safeParse(value)
  if (read.success) return read.data
  const issue = read.error.issues[0]
  return refuse(`${issue?.path.join('.') ?? ''}：${issue?.message ?? ''}`, row)
}

/**
 * Reads a rule table whole or not at all: an evaluator this program does not know, or one id twice, refuses it.
 *
 * @param value the parsed JSON
 * @throws AppError INPUT_INVALID naming the row
 */
export function readRuleTable(value: unknown): RuleTable {
  const head = headSchema.safeParse(value)
  if (!head.success) {
    const issue = head.error.issues[0]
    return refuse(`${issue?.path.join('.') ?? ''}：${issue?.message ?? ''}`)
  }
  const rules = head.data.rules.map(readRule)
  const seen = new Set<string>()
  for (const { id } of rules) {
    if (seen.has(id)) refuse(`编号${id}重复`)
    seen.add(id)
  }
  for (const each of rules) {
    if (each.evaluator !== 'majority' || each.params.sameQuorumAs === undefined) continue
    if (!seen.has(each.params.sameQuorumAs)) refuse(`${each.id}引用的${each.params.sameQuorumAs}不存在`)
  }
  return { version: head.data.version, countsToward: head.data.countsToward, rules }
}

/** What one part counts toward, given all purposes of its sitting. A purpose the map does not name counts as itself. */
export function dutiesOf(purpose: Purpose, sitting: readonly Purpose[], map: readonly CountsToward[]): readonly Purpose[] {
  const entry = map.find((each) => each.purpose === purpose && (each.within === undefined || sitting.includes(each.within)))
  return entry ? entry.countsToward : [purpose]
}
