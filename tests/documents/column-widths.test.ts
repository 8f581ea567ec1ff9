import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fitColumns } from '#shared/documents/column-widths.ts'
import type { TableBlock } from '#shared/documents/model.ts'
import { widthOf } from '#shared/documents/text-width.ts'

const cell = fc.oneof(
  fc.constantFrom('', '无', '第一小组', '第一党小组', '2025年12月26日', '2025-谈心谈话-01', '14:30—17:00'),
  fc.string({ unit: fc.constantFrom(...'党员学习会议记录整改清单'), maxLength: 60 }),
)
const tables = fc.integer({ min: 2, max: 9 }).chain((columns) => {
  const row = fc.array(cell, { minLength: columns, maxLength: columns })
  return fc.record({
    kind: fc.constant('table' as const),
    head: row,
    rows: fc.array(row, { maxLength: 6 }),
    widths: fc.array(fc.integer({ min: 1, max: 60 }), { minLength: columns, maxLength: columns }),
  })
})
const sharesOf = ({ head, widths }: TableBlock, room: number) => {
  const given = widths ?? head.map(() => 1)
  const total = given.reduce((sum, width) => sum + width, 0)
  return given.map((width) => (width / total) * room)
}

describe('columns of a table', () => {
  it('hold dates, record numbers and short words whole, and take together what the table is wide', () => {
    fc.assert(
      fc.property(tables, fc.integer({ min: 20, max: 70 }), (table, room) => {
        const fitted = fitColumns(table, room)
        const shares = sharesOf(fitted, room)
        expect(shares.every((share) => share > 0)).toBe(true)
        expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(room, 6)
        if (fitted === table) return
        for (const texts of [table.head, ...table.rows])
          for (const [i, text] of texts.entries())
            if (/^\d/u.test(text) || [...text].length <= 4 || text === '第一党小组')
              expect(shares[i]).toBeGreaterThan(widthOf(text))
      }),
    )
  })

  it('stay as given where all is whole, and where there is no room for it', () => {
    const table: TableBlock = { kind: 'table', head: ['序号', '日期'], rows: [['1', '2025年6月27日']], widths: [1, 3] }
    expect(fitColumns(table, 40)).toBe(table)
    expect(fitColumns(table, 8)).toBe(table)
    expect(fitColumns({ ...table, widths: [9, 1] }, 40).widths).not.toEqual([9, 1])
  })
})
