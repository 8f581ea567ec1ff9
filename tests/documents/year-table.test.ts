import { read, utils } from '@e965/xlsx'
import { describe, expect, it } from 'vitest'
import { yearTableXlsx } from '#main/documents/year-table.ts'
import { newId } from '#shared/kernel/ids.ts'
import type { PeriodOutcome, RuleSummary, YearSummary } from '#shared/obligations/schema.ts'
import { sampleBranch } from './sample-branch.ts'

const done = (period: string, times = 1): PeriodOutcome => ({
  period,
  state: 'done',
  records: Array.from({ length: times }, () => ({ id: newId(), date: '2025-01-06', title: '会' })),
})
const missing = (period: string): PeriodOutcome => ({ period, state: 'missing', records: [] })

function rule(
  label: string,
  period: RuleSummary['period'],
  periods: PeriodOutcome[],
  authority: RuleSummary['authority'] = 'central',
): RuleSummary {
  const isDone = periods.filter(({ state }) => state === 'done')
  return {
    id: label,
    label,
    authority,
    source: '',
    text: '',
    period,
    scope: { kind: 'branch', id: newId(), name: '' },
    due: periods.length,
    done: isDone.length,
    dueSoFar: periods.length,
    held: periods.reduce((sum, { records }) => sum + records.length, 0),
    missing: periods.filter(({ state }) => state === 'missing').map(({ period: name }) => name),
    records: [],
    periods,
  }
}

const months = Array.from({ length: 12 }, (_, i) => `2025-${String(i + 1).padStart(2, '0')}`)
const summary: YearSummary = {
  year: 2025,
  asOf: '2026-01-05',
  rulesVersion: '1',
  rules: [
    rule(
      '支部党员大会',
      'quarter',
      ['2025-Q1', '2025-Q2', '2025-Q3', '2025-Q4'].map((period) => done(period)),
    ),
    rule(
      '支部委员会会议',
      'month',
      months.map((month) => (month === '2025-08' ? missing(month) : done(month))),
    ),
    rule(
      '=HYPERLINK("http://x")',
      'month',
      months.map((month) => done(month, 2)),
    ),
    rule('党课', 'quarter', [done('2025-Q1', 4), missing('2025-Q2'), missing('2025-Q3'), missing('2025-Q4')], 'local'),
    rule('组织生活会', 'year', [done('2025')]),
  ],
}

async function sheetOf(given: YearSummary) {
  const workbook = read(await yearTableXlsx(given, sampleBranch), { cellFormula: true, cellNF: true })
  const sheet = workbook.Sheets[workbook.SheetNames[0] ?? '']
  if (!sheet) throw new Error('no sheet')
  return { workbook, sheet, rows: utils.sheet_to_json<(string | number | undefined)[]>(sheet, { header: 1 }) }
}

describe('三会一课统计表 as XLSX', () => {
  it('has twelve months, sum, due, rate and remark', async () => {
    const { rows } = await sheetOf(summary)
    expect(rows[0]?.[0]).toBe('某局机关第三党支部2025年“三会一课”统计表')
    expect(rows[1]).toEqual(['类别\\月份', ...months.map((_, i) => `${i + 1}月`), '合计', '应开', '完成率', '说明'])
    const committee = rows.find((row) => row[0] === '支部委员会会议')
    expect(committee?.slice(1, 16)).toEqual([1, 1, 1, 1, 1, 1, 1, '未记录', 1, 1, 1, 1, 11, 12, 11 / 12])
    expect(rows.some((row) => row[0] === '未记录：支部委员会会议 8月')).toBe(true)
  })

  it('counts periods, not sittings, and says whose rule it is', async () => {
    const { rows, sheet } = await sheetOf(summary)
    const at = rows.findIndex((row) => row[0] === '党课')
    expect(rows[at]?.slice(13)).toEqual([4, 4, 0.25, '本单位细则'])
    expect(sheet[`P${at + 1}`]).toMatchObject({ t: 'n', z: '0%' })
    expect(rows.some((row) => row.includes('一季度'))).toBe(true)
    expect(rows.find((row) => row[0] === '组织生活会')?.[13]).toBe(1)
  })

  it('keeps text that looks like a formula as text', async () => {
    const { sheet } = await sheetOf(summary)
    const cells = Object.entries(sheet).filter(([name]) => !name.startsWith('!')) as [
      string,
      { t: string; v?: unknown; f?: string },
    ][]
    expect(cells.filter(([, cell]) => cell.f !== undefined)).toEqual([])
    expect(cells.find(([, { v }]) => v === '=HYPERLINK("http://x")')?.[1].t).toBe('s')
  })

  it('has a print area and repeated title rows', async () => {
    const { workbook, sheet } = await sheetOf(summary)
    const names = Object.fromEntries((workbook.Workbook?.Names ?? []).map(({ Name, Ref }) => [Name, Ref]))
    expect(names['_xlnm.Print_Area']).toMatch(/^'2025年'!\$A\$1:\$Q\$\d+$/)
    expect(names['_xlnm.Print_Titles']).toBe("'2025年'!$1:$2")
    expect(sheet['!ref']).toMatch(/^A1:Q/)
  })
})
