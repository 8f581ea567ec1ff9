import { AppError } from '#shared/kernel/errors.ts'
import { newId } from '#shared/kernel/ids.ts'
import { nfc } from '#shared/kernel/text.ts'
import { assessRule } from '#shared/obligations/assess.ts'
import {
  effectiveRule,
  isEditable,
  isEnabledByDefault,
  numberOf,
  type RuleOverride,
  rulesVersionOf,
} from '#shared/obligations/overrides.ts'
import type { EngineInput } from '#shared/obligations/records.ts'
import type { Rule } from '#shared/obligations/rule-table.ts'
import type { RuleSetting } from '#shared/obligations/schema.ts'
import type { OpenLedger } from '../ledger/open-ledger.ts'
import { rulesOf } from './rules.ts'
import { putOverride, selectOverrides } from './store.ts'

/** Whether a rule can be computed does not depend on any record. */
const noRecords: EngineInput = {
  table: { countsToward: [] },
  branch: { id: '', name: '' },
  history: { persons: [], memberships: [], intervals: [], groups: [] },
  records: [],
  explanations: [],
  today: '1921-01-01',
}

function settingOf(original: Rule, year: number, overrides: readonly RuleOverride[]): RuleSetting {
  const { rule, isEnabled, override } = effectiveRule(original, year, overrides)
  const { id, text, source, authority, certainty } = rule
  return {
    id,
    text,
    source,
    authority,
    certainty,
    status: isEnabled ? assessRule(rule, year, noRecords).status : 'disabled',
    isEditable: isEditable(original),
    isEnabled,
    isEnabledByDefault: isEnabledByDefault(original),
    min: numberOf(rule),
    defaultMin: numberOf(original),
    note: override?.note ?? '',
  }
}

/** The rule table of a year as the settings show it. */
export function ruleSettings(ledger: OpenLedger, year: number): { year: number; rulesVersion: string; rules: RuleSetting[] } {
  const table = rulesOf(ledger)
  const overrides = selectOverrides(ledger.db)
  return {
    year,
    rulesVersion: rulesVersionOf(table, year, overrides),
    rules: table.rules.map((rule) => settingOf(rule, year, overrides)),
  }
}

/**
 * Sets a rule's own number in a year, or switches it off. What equals the table leaves no row behind.
 *
 * @throws AppError NOT_FOUND; INPUT_INVALID for a rule of the regulations, or a number where the rule has none
 */
export function setRule(ledger: OpenLedger, input: RuleOverride): RuleSetting {
  const rule = rulesOf(ledger).rules.find((each) => each.id === input.ruleId)
  if (!rule) throw new AppError('NOT_FOUND', { what: '规则', id: input.ruleId })
  if (!isEditable(rule)) {
    throw new AppError('INPUT_INVALID', { field: '规则', reason: `${rule.source}的规定不能修改，只有本单位细则和提醒可以调整` })
  }
  if (input.min !== null && numberOf(rule) === null) {
    throw new AppError('INPUT_INVALID', { field: '次数', reason: '这条规则没有可以调整的数字' })
  }
  const stored = selectOverrides(ledger.db).find((each) => each.year === input.year && each.ruleId === input.ruleId)
  const override: RuleOverride = {
    year: input.year,
    ruleId: input.ruleId,
    isEnabled: input.isEnabled,
    min: input.min === numberOf(rule) ? null : input.min,
    note: nfc(input.note).trim(),
  }
  const isDefault = override.isEnabled === isEnabledByDefault(rule) && override.min === null && override.note === ''
  ledger.write('调整本单位细则', (rows) => {
    if (!isDefault) putOverride(rows, ledger.branchId, { ...override, id: stored?.id ?? newId() })
    else if (stored) rows.remove('rule_override', stored.id)
  })
  return settingOf(rule, input.year, selectOverrides(ledger.db))
}
