import type { RuleOverride } from '#shared/obligations/overrides.ts'
import type { Explanation } from '#shared/obligations/records.ts'
import type { RowWriter } from '../ledger/rows.ts'
import type { Database } from '../platform/database/driver.ts'

export type StoredExplanation = Explanation & { readonly id: string }
export type StoredOverride = RuleOverride & { readonly id: string }

export function selectExplanations(db: Database): StoredExplanation[] {
  return db.all<StoredExplanation & Record<string, never>>(
    'SELECT id, rule_id AS ruleId, scope_id AS scopeId, period, text FROM explanation ORDER BY period, rule_id, scope_id',
  )
}

export function putExplanation(rows: RowWriter, branchId: string, explanation: StoredExplanation): void {
  rows.put('explanation', {
    id: explanation.id,
    branch_id: branchId,
    rule_id: explanation.ruleId,
    scope_id: explanation.scopeId,
    period: explanation.period,
    text: explanation.text,
  })
}

export function selectOverrides(db: Database): StoredOverride[] {
  return db
    .all<{ id: string; year: number; rule_id: string; is_enabled: number; min: number | null; note: string }>(
      'SELECT id, year, rule_id, is_enabled, min, note FROM rule_override ORDER BY year, rule_id',
    )
    .map((row) => ({
      id: row.id,
      year: row.year,
      ruleId: row.rule_id,
      isEnabled: row.is_enabled === 1,
      min: row.min,
      note: row.note,
    }))
}

export function putOverride(rows: RowWriter, branchId: string, override: StoredOverride): void {
  rows.put('rule_override', {
    id: override.id,
    branch_id: branchId,
    year: override.year,
    rule_id: override.ruleId,
    is_enabled: override.isEnabled ? 1 : 0,
    min: override.min,
    note: override.note,
  })
}
