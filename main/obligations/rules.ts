import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type RuleTable, readRuleTable } from '#shared/obligations/rule-table.ts'
import { resourcesFolder } from '../platform/resources.ts'

let table: RuleTable | undefined

/** The rule table that came with the program; read once. */
export function bundledRules(): RuleTable {
  table ??= readRuleTable(JSON.parse(readFileSync(join(resourcesFolder(), 'rules.json'), 'utf8')))
  return table
}
