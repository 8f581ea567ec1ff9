import { AppError } from '#shared/kernel/errors.ts'
import { newId } from '#shared/kernel/ids.ts'
import { nfc } from '#shared/kernel/text.ts'
import { isEditable } from '#shared/obligations/overrides.ts'
import { periodOfId } from '#shared/obligations/period-words.ts'
import type { Rule } from '#shared/obligations/rule-table.ts'
import type { OpenLedger } from '../ledger/open-ledger.ts'
import { readRosterHistory } from '../members/read.ts'
import { rulesOf } from './rules.ts'
import { putExplanation, selectExplanations } from './store.ts'

export interface ExplanationPlace {
  readonly ruleId: string
  readonly scopeId: string
  readonly period: string
}

/** The kind of period that a rule has outcomes for. */
function periodKindOf(rule: Rule): string {
  const params: object = rule.params
  return 'period' in params && typeof params.period === 'string' ? params.period : 'year'
}

const refuse = (field: string, reason: string): never => {
  throw new AppError('INPUT_INVALID', { field, reason })
}

function checkPlace(ledger: OpenLedger, { ruleId, scopeId, period }: ExplanationPlace): void {
  const rule = rulesOf(ledger).rules.find((each) => each.id === ruleId)
  if (!rule) return refuse('规则', `规则表里没有${ruleId}`)
  if (rule.scope === 'superior' && !isEditable(rule)) refuse('规则', '这是上级机关的职责，不在支部说明')
  if (periodOfId(period)?.kind !== periodKindOf(rule)) refuse('期间', `${period}不是这条规则的期间`)
  const history = readRosterHistory(ledger)
  const known = rule.scope === 'group' ? history.groups : rule.scope === 'member' ? history.persons : [{ id: ledger.branchId }]
  if (!known.some((each) => each.id === scopeId)) refuse('范围', '没有这个支部、党小组或者党员')
}

const find = (ledger: OpenLedger, place: ExplanationPlace) =>
  selectExplanations(ledger.db).find(
    (each) => each.ruleId === place.ruleId && each.scopeId === place.scopeId && each.period === place.period,
  )

/**
 * Gives a 情况说明 for a period, in place of the one before.
 *
 * @throws AppError INPUT_INVALID for a rule, scope or period that does not exist
 */
export function explain(ledger: OpenLedger, place: ExplanationPlace, text: string): void {
  checkPlace(ledger, place)
  const id = find(ledger, place)?.id ?? newId()
  ledger.write('填写情况说明', (rows) => putExplanation(rows, ledger.branchId, { ...place, id, text: nfc(text).trim() }))
}

/** Takes a 情况说明 back. @throws AppError NOT_FOUND */
export function removeExplanation(ledger: OpenLedger, place: ExplanationPlace): void {
  const found = find(ledger, place)
  if (!found) throw new AppError('NOT_FOUND', { what: '情况说明' })
  ledger.write('撤回情况说明', (rows) => rows.remove('explanation', found.id))
}
