import {
  AlignmentType,
  BorderStyle,
  HeightRule,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import { fitColumns } from '#shared/documents/column-widths.ts'
import type { Block, Slip, TableBlock } from '#shared/documents/model.ts'
import { type DocxLook, docxFonts } from './docx-look.ts'
import { run } from './docx-run.ts'

const mm = (length: number) => Math.round((length * 1440) / 25.4)

/** A table of the text: its head repeats on every page, a row is never torn. */
export function dataTable(table: TableBlock, width: number, look: DocxLook): Table {
  const size = table.isSmall ? 18 : Math.min(look.size, 28)
  const { head, rows, widths, note, leftColumns = [], rowHeight } = fitColumns(table, width / (size * 10))
  const shares = widths ?? head.map(() => 1)
  const total = shares.reduce((sum, share) => sum + share, 0)
  const columnWidths = shares.map((share) => Math.floor((width * share) / total))
  const cell = (text: string, options: { column?: number; span?: number; isHead?: boolean; isLeft?: boolean }) =>
    new TableCell({
      columnSpan: options.span ?? 1,
      ...(options.column === undefined ? {} : { width: { size: columnWidths[options.column] ?? 0, type: WidthType.DXA } }),
      verticalAlign: VerticalAlignTable.CENTER,
      margins: look.isLandscape ? { left: 40, right: 40 } : { left: 80, right: 80 },
      children: [
        new Paragraph({
          alignment: options.isLeft ? AlignmentType.LEFT : AlignmentType.CENTER,
          children: [run(text, { size, ...(options.isHead ? { font: docxFonts.hei } : {}) })],
        }),
      ],
    })
  const row = (children: TableCell[], isHead: boolean) =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: true,
      ...(rowHeight && !isHead ? { height: { value: mm(rowHeight), rule: HeightRule.ATLEAST } } : {}),
      children,
    })
  const span = head.length
  return new Table({
    width: { size: width, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    columnWidths,
    rows: [
      row(
        head.map((text, column) => cell(text, { column, isHead: true })),
        true,
      ),
      ...(note ? [row([cell(note, { span })], true)] : []),
      ...rows.map((cells) =>
        row(
          'band' in cells
            ? [cell(cells.band, { span, isLeft: true })]
            : cells.map((text, column) => cell(text, { column, isLeft: leftColumns.includes(column) })),
          false,
        ),
      ),
    ],
  })
}

/** The measures of `slips.css`: at the line of other papers two ballots would not stay on one page. */
function slipChildren({ title, subtitle, table, instructions }: Slip, width: number, look: DocxLook): (Paragraph | Table)[] {
  const line = (points: number, before = 0) => ({ line: points * 20, lineRule: 'exact' as const, before: before * 20 })
  const centred = (text: string, points: number, options: Parameters<typeof run>[1]) =>
    new Paragraph({ alignment: AlignmentType.CENTER, spacing: { ...line(points), after: 80 }, children: [run(text, options)] })
  return [
    centred(title, 24, { font: docxFonts.title, size: look.title }),
    ...(subtitle ? [centred(subtitle, 18, { size: look.size })] : []),
    dataTable(table, width, look),
    ...instructions.map((text, i) => new Paragraph({ spacing: line(15, i === 0 ? 8 : 0), children: [run(text, { size: 21 })] })),
  ]
}

/** Pages of ballots as cells of one table, whose dashed lines are cut along. */
export function slipTable({ slip, copies, perPage }: Extract<Block, { kind: 'slips' }>, width: number, look: DocxLook): Table {
  const columns = perPage === 4 ? 2 : 1
  const cellWidth = Math.floor(width / columns)
  const dashed = { style: BorderStyle.DASHED, size: 4, color: '808080' }
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
  const cell = () =>
    new TableCell({
      width: { size: cellWidth, type: WidthType.DXA },
      margins: { top: 200, bottom: 100, left: 240, right: 240 },
      children: slipChildren(slip, cellWidth - 480, look),
    })
  return new Table({
    width: { size: width, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    columnWidths: Array.from({ length: columns }, () => cellWidth),
    borders: { top: none, bottom: none, left: none, right: none, insideHorizontal: dashed, insideVertical: dashed },
    rows: Array.from(
      { length: Math.max(1, Math.ceil(copies / perPage)) * (perPage === 1 ? 1 : 2) },
      () =>
        new TableRow({
          cantSplit: perPage > 1,
          height: { value: mm(perPage === 1 ? 270 : 132), rule: HeightRule.ATLEAST },
          children: Array.from({ length: columns }, cell),
        }),
    ),
  })
}
