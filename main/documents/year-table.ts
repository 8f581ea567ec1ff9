import writeXlsxFile, { type Row, type SheetData } from 'write-excel-file/node'
import type { BranchProfile } from '#shared/branch/schema.ts'
import {
  authorityNotes,
  emptyPeriodWords,
  periodBlocks,
  periodHeads,
  periodWords,
  shareNote,
} from '#shared/documents/tables/periods.ts'
import { chineseDate } from '#shared/kernel/dates.ts'
import type { PeriodOutcome, RuleSummary, YearSummary } from '#shared/obligations/schema.ts'
import { printSetup } from './xlsx-print.ts'
import { middle, textCell as text } from './xlsx-sheet.ts'

const COLUMNS = 17
const head = (value: string) => text(value, { ...middle, fontWeight: 'bold', wrap: true })
const number = (value: number) => ({ type: Number, value, ...middle })
const blank = (style: object = middle) => ({ ...style })

/** The number of sittings, or why there is none. */
function periodCell(outcome: PeriodOutcome) {
  if (outcome.records.length > 0) return number(outcome.records.length)
  const words = emptyPeriodWords(outcome)
  return words === '' ? blank() : text(words)
}

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
function block(period: RuleSummary['period'], title: string, year: number, rules: readonly RuleSummary[]): SheetData {
  const rows = rules.filter((rule) => rule.period === period)
  if (rows.length === 0) return []
  if (period === 'month') return rows.map(monthRow)
  const heads = periodHeads(rows[0], year).flatMap((name) => over(spans[period], head(name)))
  return [[head(title), ...heads, ...lastHeads], ...rows.map(longRow)]
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
    [head(periodBlocks[0]?.title ?? ''), ...months.map((month) => head(`${Number(month)}月`)), ...lastHeads],
    ...periodBlocks.flatMap(({ period, title }) => block(period, title, year, rules)),
    wide(`统计截至${chineseDate(summary.asOf)}。${shareNote}`, plain),
    ...missing.map((rule) => wide(`未记录：${rule.label} ${rule.missing.map(periodWords).join('、')}`, plain)),
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
