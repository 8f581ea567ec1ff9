import type { PlainDate } from '#shared/kernel/dates.ts'
import { effectiveRule } from '#shared/obligations/overrides.ts'
import { safeName } from '#shared/packs/names.ts'
import type { HourReport } from '#shared/study/contract.ts'
import { showsShortfall, studyHours } from '#shared/study/hours.ts'
import { readBranch } from '../branch/read.ts'
import type { Core } from '../core.ts'
import type { OpenLedger } from '../ledger/open-ledger.ts'
import { engineInput } from '../obligations/input.ts'
import { readOwnRules } from '../obligations/read.ts'
import { rulesOf } from '../obligations/rules.ts'
import { today } from '../platform/clock.ts'
import { hourTableXlsx } from './hour-table.ts'

/** Hours wanted of a member and of the committee in a year: the rule table with the branch's own numbers. */
function targetsOf(ledger: OpenLedger, year: number): { member: number; committee: number } {
  const { overrides } = readOwnRules(ledger)
  const min = (who: 'membersNotExempt' | 'committee') => {
    const original = rulesOf(ledger).rules.find(
      ({ evaluator, params }) => evaluator === 'studyHours' && 'who' in params && params.who === who,
    )
    if (!original) return 0
    const { rule, isEnabled } = effectiveRule(original, year, overrides)
    return isEnabled && rule.evaluator === 'studyHours' ? rule.params.min : 0
  }
  const member = min('membersNotExempt')
  // A branch that has switched the local rule off asks of its committee what it asks of everybody.
  return { member, committee: min('committee') || member }
}

/** 学时统计 of a year, as of today or an earlier day. @throws AppError LEDGER_NOT_OPEN, NOT_FOUND before the branch is made */
export function yearHours(core: Core, year: number, asOf: PlainDate = today(core.clock)): HourReport {
  const ledger = core.session.require()
  const input = engineInput(ledger, [year], asOf)
  const lines = studyHours(year, { ...input, dossiers: input.dossiers ?? [], targets: targetsOf(ledger, year) })
  return {
    year,
    asOf,
    showsShortfall: showsShortfall(year, asOf),
    lines: lines.map((line) => ({ ...line, hours: { ...line.hours }, entries: [...line.entries] })),
  }
}

/** The same as XLSX in the outbox. @throws AppError as `yearHours` */
export async function makeHourTable(core: Core, year: number) {
  const branch = readBranch(core.session.require())
  return core.outbox.put({
    fileName: safeName(`${branch.shortName}${year}年党员学时统计表.xlsx`),
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    content: await hourTableXlsx(yearHours(core, year), branch),
  })
}
