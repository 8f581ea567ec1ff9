import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '#shared/kernel/errors.ts'
import { type RuleTable, readRuleTable } from '#shared/obligations/rule-table.ts'
import type { Core } from '../core.ts'
import { readJson } from '../files/json.ts'
import type { StagedPath } from '../files/staging.ts'
import type { OpenLedger } from '../ledger/open-ledger.ts'
import { resourcesFolder } from '../platform/resources.ts'
import { keepTable, keptTables } from '../reference/tables.ts'

let bundled: { readonly content: string; readonly table: RuleTable } | undefined

/** One spelling of one table, so that two files can be compared. */
const canonical = (value: unknown) => JSON.stringify(value)

function bundledTable() {
  if (!bundled) {
    const value: unknown = JSON.parse(readFileSync(join(resourcesFolder(), 'rules.json'), 'utf8'))
    bundled = { content: canonical(value), table: readRuleTable(value) }
  }
  return bundled
}

/** The rule table that came with the program; read once. */
export function bundledRules(): RuleTable {
  return bundledTable().table
}

/** A ledger's own table once read: the row's id tells one from another. */
const read = new Map<string, RuleTable>()

/** The rule table in use: the newest that was taken in, else the one that came with the program. */
export function rulesOf(ledger: OpenLedger): RuleTable {
  const [newest] = keptTables(ledger, 'rules')
  if (!newest) return bundledRules()
  const known = read.get(newest.id) ?? readRuleTable(JSON.parse(newest.content))
  read.set(newest.id, known)
  return known
}

/**
 * Takes in a rule table, whole or not at all. A version stands for one content for ever, because summaries pin it.
 *
 * @throws AppError FILE_EXPIRED, FILE_TOO_LARGE, FILE_UNREADABLE; INPUT_INVALID naming the row, or for a version that is known
 *   with other content
 */
export function importRules(core: Core, staged: StagedPath): { rulesVersion: string; rules: number } {
  const ledger = core.session.require()
  const value = readJson(staged, '规则表')
  const table = readRuleTable(value)
  const content = canonical(value)
  const kept = keptTables(ledger, 'rules')
  const known = [...kept, { version: bundledRules().version, content: bundledTable().content }]
  if (known.some((each) => each.version === table.version && each.content !== content)) {
    const reason = `版本“${table.version}”已有另一份内容不同的规则表，请先改文件里的版本（version）`
    throw new AppError('INPUT_INVALID', { field: '规则表', file: staged.name, reason })
  }
  if ((kept[0]?.content ?? bundledTable().content) !== content) {
    keepTable(ledger, core.clock, '导入规则表', { kind: 'rules', version: table.version, content })
  }
  return { rulesVersion: table.version, rules: table.rules.length }
}

/** The table in use as a file in the outbox, laid out for reading. */
export function exportRules(core: Core) {
  const ledger = core.session.require()
  const content = keptTables(ledger, 'rules')[0]?.content ?? bundledTable().content
  const text = `${JSON.stringify(JSON.parse(content), null, 2)}\n`
  return core.outbox.put({ fileName: '规则表.json', mediaType: 'application/json', content: new TextEncoder().encode(text) })
}
