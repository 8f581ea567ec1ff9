import writeXlsxFile, { type Row, type SheetData } from 'write-excel-file/node'
import type { BranchProfile } from '#shared/branch/schema.ts'
import { chineseDate } from '#shared/kernel/dates.ts'
import type { PeriodOutcome, RuleSummary, YearSummary } from '#shared/obligations/schema.ts'
import { printSetup } from './xlsx-print.ts'

const COLUMNS = 17
const line = { borderColor: '#000000', borderStyle: 'thin' } as const
const middle = { align: 'center', alignVertical: 'center', ...line } as const

/** Text stays text, also when it begins with = + - or @: the type is declared, never guessed. */
const text = (value: string, style: object = middle) => ({ type: String, value, ...style })
const head = (value: string) => text(value, { ...middle, fontWeight: 'bold', wrap: true })
const number = (value: number) => ({ type: Number, value, ...middle })
const blank = (style: object = middle) => ({ ...style })

/** What a period's cell says (DOMAIN 2.2, PRACTICE §5): the number of sittings, or why there is none. */
function periodCell({ state, records }: PeriodOutcome) {
  if (records.length > 0) return number(records.length)
  if (state === 'missing') return text('未记录')
  if (state === 'open') return text('待开')
  if (state === 'explained') return text('情况说明')
  return state === 'notApplicable' ? text('—') : blank()
}

const authorityNotes = { central: '', local: '本单位细则', practice: '惯例' } as const

/** 合计, 应开, 完成率 (periods done of periods due), 说明. */
function figures({ held, due, done, authority }: RuleSummary): Row {
  const rate = due > 0 ? { type: Number, value: done / due, format: '0%', ...middle } : text('—')
  return [number(held), number(due), rate, text(authorityNotes[authority], { ...middle, align: 'left', wrap: true })]
}

const months = Array.from({ length: 12 }, (_, i) => String(i + 1).padStart(2, '0'))

function monthRow(rule: RuleSummary): Row {
  const byMonth = new Map(rule.periods.map((outcome) => [outcome.period.slice(5), outcome]))
  const cells = months.map((month) => {
    const outcome = byMonth.get(month)
    return outcome ? periodCell(outcome) : blank()
  })
  return [text(rule.label, { ...middle, align: 'left' }), ...cells, ...figures(rule)]
}

const periodNames: Record<string, string> = { Q1: '一季度', Q2: '二季度', Q3: '三季度', Q4: '四季度', H1: '上半年', H2: '下半年' }
const spans = { month: 1, quarter: 3, 'half-year': 6, year: 12 } as const

/** A cell over several month columns; the ones it covers must stay empty. */
const over = (columns: number, cell: object): Row => [
  { ...cell, columnSpan: columns },
  ...Array.from({ length: columns - 1 }, () => null),
]

function longRow(rule: RuleSummary): Row {
  const cells = rule.periods.flatMap((outcome) => over(spans[rule.period], periodCell(outcome)))
  return [text(rule.label, { ...middle, align: 'left' }), ...cells, ...figures(rule)]
}

const lastHeads = ['合计', '应开', '完成率', '说明'].map(head)

/** A block of rows of one period under its own head. */
function block(period: RuleSummary['period'], year: number, rules: readonly RuleSummary[]): SheetData {
  const rows = rules.filter((rule) => rule.period === period)
  if (rows.length === 0) return []
  if (period === 'month') return rows.map(monthRow)
  const names = rows[0]?.periods.map((outcome) => periodNames[outcome.period.slice(5)] ?? `${year}年`) ?? []
  const title = period === 'quarter' ? '类别（按季度）' : period === 'half-year' ? '类别（按半年）' : '类别（按年度）'
  return [[head(title), ...names.flatMap((name) => over(spans[period], head(name))), ...lastHeads], ...rows.map(longRow)]
}

/**
 * 三会一课统计表 (DOMAIN 8.1): twelve months, 合计, 应开, 完成率 and 说明 with a frozen head; what is due by quarter, half-year or
 * year stands in blocks below. A4 landscape, one page wide.
 */
export async function yearTableXlsx(summary: YearSummary, branch: BranchProfile): Promise<Uint8Array> {
  const { year, rules } = summary
  const missing = rules.filter((rule) => rule.missing.length > 0)
  const plain = { align: 'left', alignVertical: 'center', wrap: true } as const
  const wide = (value: string, style: object): Row => [text(value, { ...style, columnSpan: COLUMNS })]
  const data: SheetData = [
    wide(`${branch.shortName}${year}年“三会一课”统计表`, { align: 'center', alignVertical: 'center', fontSize: 18, height: 36 }),
    [head('类别\\月份'), ...months.map((month) => head(`${Number(month)}月`)), ...lastHeads],
    ...(['month', 'quarter', 'half-year', 'year'] as const).flatMap((period) => block(period, year, rules)),
    wide(`统计截至${chineseDate(summary.asOf)}。完成率＝已开的月（季、年）数÷应开的月（季、年）数，不按次数计算。`, plain),
    ...missing.map((rule) => wide(`未记录：${rule.label} ${rule.missing.map((period) => periodWords(period)).join('、')}`, plain)),
  ]
  const buffer = await writeXlsxFile(
    data,
    {
      sheet: `${year}年`,
      orientation: 'landscape',
      stickyRowsCount: 2,
      stickyColumnsCount: 1,
      columns: [{ width: 24 }, ...months.map(() => ({ width: 7.5 })), { width: 7 }, { width: 7 }, { width: 9 }, { width: 16 }],
    },
    {
      fontFamily: '宋体',
      fontSize: 11,
      features: [printSetup({ sheet: `${year}年`, columns: COLUMNS, rows: data.length, titleRows: 2 })],
    },
  ).toBuffer()
  return new Uint8Array(buffer)
}

/** `2025-08` → 8月, `2025-Q2` → 二季度, `2025` → 全年 */
function periodWords(period: string): string {
  const part = period.slice(5)
  return part === '' ? '全年' : (periodNames[part] ?? `${Number(part)}月`)
}
