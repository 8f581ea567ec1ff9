import type { Rule, RuleTable } from './rule-table.ts'

/** 本单位细则: a branch's own number for a rule in a year, or the rule switched off. */
export interface RuleOverride {
  readonly year: number
  readonly ruleId: string
  readonly isEnabled: boolean
  /** Null: the number of the table. */
  readonly min: number | null
  readonly note: string
}

/** The rule as it holds in a year. */
export interface EffectiveRule {
  readonly rule: Rule
  readonly isEnabled: boolean
  readonly override: RuleOverride | null
}

/** The parameter that a branch may set, by evaluator; rules without a number can only be switched off. */
const numberKeys = ['min', 'months', 'minMembers'] as const

function numberKey(rule: Rule): (typeof numberKeys)[number] | null {
  const params: object = rule.params
  return numberKeys.find((key) => key in params && typeof (params as Record<string, unknown>)[key] === 'number') ?? null
}

/** The number a rule asks for; null where it has none. */
export function numberOf(rule: Rule): number | null {
  const key = numberKey(rule)
  return key === null ? null : ((rule.params as Record<string, unknown>)[key] as number)
}

/**
 * Whether a branch may set its own number or switch the rule off: never a rule of the Party's own regulations. Hours of study are
 * the exception: superiors ask for more than the regulation's least, and cadre hours are counted where the office asks for them.
 */
export function isEditable(rule: Rule): boolean {
  if (rule.scope === 'superior') return false
  return rule.authority !== 'central' || rule.editable === true || rule.evaluator === 'studyHours'
}

/** Some reminders are off until a branch asks for them. */
export function isEnabledByDefault(rule: Rule): boolean {
  if (rule.evaluator === 'studyHours') return rule.params.ledger === 'member'
  return rule.evaluator !== 'handIn' || rule.params.enabledByDefault
}

function withNumber(rule: Rule, min: number | null): Rule {
  const key = numberKey(rule)
  if (min === null || key === null) return rule
  return { ...rule, params: { ...rule.params, [key]: min } } as Rule
}

/** One rule in one year. An override of a rule that may not be changed (from an older table) is passed over. */
export function effectiveRule(rule: Rule, year: number, overrides: readonly RuleOverride[]): EffectiveRule {
  const override = isEditable(rule) ? overrides.find((each) => each.year === year && each.ruleId === rule.id) : undefined
  if (!override) return { rule, isEnabled: isEnabledByDefault(rule), override: null }
  return { rule: withNumber(rule, override.min), isEnabled: override.isEnabled, override }
}

/** The version that a summary pins: `+local` where a branch's own numbers of that year take part. */
export function rulesVersionOf(table: RuleTable, year: number, overrides: readonly RuleOverride[]): string {
  const isLocal = table.rules.some((rule) => effectiveRule(rule, year, overrides).override !== null)
  return isLocal ? `${table.version}+local` : table.version
}

/** The table as it holds in a year: switched-off rules left out, own numbers in place. */
export function tableOfYear(table: RuleTable, year: number, overrides: readonly RuleOverride[]): RuleTable {
  const rules = table.rules
    .map((rule) => effectiveRule(rule, year, overrides))
    .flatMap(({ rule, isEnabled }) => (isEnabled ? [rule] : []))
  return { ...table, version: rulesVersionOf(table, year, overrides), rules }
}
