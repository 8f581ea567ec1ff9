import type { PeriodOutcome, RuleSummary } from '../../obligations/schema.ts'

const names: Readonly<Record<string, string>> = {
  Q1: '一季度',
  Q2: '二季度',
  Q3: '三季度',
  Q4: '四季度',
  H1: '上半年',
  H2: '下半年',
}

/** `2025-08` → 8月, `2025-Q2` → 二季度, `2025` → 全年 */
export function periodWords(period: string): string {
  const part = period.slice(5)
  return part === '' ? '全年' : (names[part] ?? `${Number(part)}月`)
}

/** Heads of the columns of a block: 一季度 …, or the year itself. */
export const periodHeads = (rule: RuleSummary | undefined, year: number): string[] =>
  (rule?.periods ?? []).map(({ period }) => (period.length > 4 ? periodWords(period) : `${year}年`))

/** Blocks of table 8.1, each with a head of its own, in the order of the table. */
export const periodBlocks: readonly { readonly period: RuleSummary['period']; readonly title: string }[] = [
  { period: 'month', title: '类别\\月份' },
  { period: 'quarter', title: '类别（按季度）' },
  { period: 'half-year', title: '类别（按半年）' },
  { period: 'year', title: '类别（按年度）' },
]

/** What a cell says where no sitting fills it (PRACTICE §5); empty: the period is still to come. */
export function emptyPeriodWords({ state }: PeriodOutcome): string {
  if (state === 'missing') return '未记录'
  if (state === 'open') return '待开'
  if (state === 'explained') return '情况说明'
  return state === 'notApplicable' ? '—' : ''
}

/** Whose rule a row is, in the column 说明. */
export const authorityNotes: Readonly<Record<RuleSummary['authority'], string>> = {
  central: '',
  local: '本单位细则',
  practice: '惯例',
}

/** How the share of table 8.1 is counted (DOMAIN 8.1: four meetings in one quarter are 25 %). */
export const shareNote = '完成率＝已开的月（季、年）数÷应开的月（季、年）数，不按次数计算。'
