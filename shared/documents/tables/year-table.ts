import type { BranchProfile } from '../../branch/schema.ts'
import { chineseDate } from '../../kernel/dates.ts'
import type { RuleSummary, YearSummary } from '../../obligations/schema.ts'
import { type Block, type DocumentModel, paper } from '../model.ts'
import { authorityNotes, emptyPeriodWords, periodBlocks, periodHeads, periodWords, shareNote } from './periods.ts'

const months = Array.from({ length: 12 }, (_, i) => String(i + 1).padStart(2, '0'))

const lastHeads = ['合计', '应开', '完成率', '说明']

function cellsOf(rule: RuleSummary): string[] {
  const cellOf = (outcome: RuleSummary['periods'][number] | undefined) =>
    outcome === undefined ? '' : outcome.records.length > 0 ? String(outcome.records.length) : emptyPeriodWords(outcome)
  // A rule that began within the year has no period before that.
  if (rule.period === 'month') return months.map((month) => cellOf(rule.periods.find(({ period }) => period.slice(5) === month)))
  return rule.periods.map(cellOf)
}

function rowOf(rule: RuleSummary): string[] {
  const share = rule.due > 0 ? `${Math.round((rule.done / rule.due) * 100)}%` : '—'
  return [rule.label, ...cellsOf(rule), String(rule.held), String(rule.due), share, authorityNotes[rule.authority]]
}

function block(rules: readonly RuleSummary[], title: string, year: number): Block[] {
  const [first] = rules
  if (!first) return []
  const isMonthly = first.period === 'month'
  const heads = isMonthly ? months.map((month) => `${Number(month)}月`) : periodHeads(first, year)
  return [
    {
      kind: 'table',
      head: [title, ...heads, ...lastHeads],
      rows: rules.map(rowOf),
      // The columns of the months together are as wide as those of the quarters: the blocks stand below each other.
      widths: [45, ...heads.map(() => 149 / heads.length), 10, 10, 14, 21],
      leftColumns: [0],
    },
  ]
}

/** 三会一课统计表 (DOMAIN 8.1) on paper: blocks by month, quarter, half-year and year, and what is not recorded in words. */
export function yearTableDocument({ year, asOf, rules }: YearSummary, branch: Pick<BranchProfile, 'shortName'>): DocumentModel {
  const missing = rules.filter((rule) => rule.missing.length > 0)
  const note = (text: string): Block => ({ kind: 'paragraph', text, isFlush: true })
  return paper('wide', {
    title: [branch.shortName, `${year}年“三会一课”统计表`],
    body: [
      ...periodBlocks.flatMap(({ period, title }) =>
        block(
          rules.filter((rule) => rule.period === period),
          title,
          year,
        ),
      ),
      note(`统计截至${chineseDate(asOf)}。${shareNote}`),
      ...missing.map((rule) => note(`未记录：${rule.label} ${rule.missing.map(periodWords).join('、')}`)),
    ],
  })
}
