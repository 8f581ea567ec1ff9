import {
  AlignmentType,
  HeightRule,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import { type DocumentModel, titleText } from '#shared/documents/model.ts'
import { bodyChildren, signatureParagraph, spreadLabel } from './docx-blocks.ts'
import { type DocxLook, docxFonts } from './docx-look.ts'
import { run } from './docx-run.ts'
import { isSetCloser, textHeight } from './form-density.ts'
import { formColumns, formRows, nameSize, openCellHeight, ROW_MM } from './form-layout.ts'
import { POINT_MM } from './table-room.ts'

const millimetre = 1440 / 25.4

/**
 * The form of 表格式 as one table: name, facts in four columns, open cell, row to sign. The rows are tied to the next and the heading
 * to the table: LibreOffice then breaks the open cell, which otherwise began on a page of its own.
 */
export function formTable(model: DocumentModel, look: DocxLook, width: number): Table {
  const columnWidths = formColumns.map((share) => Math.floor(width * share))
  const inner = width - 240
  const cell = (children: (Paragraph | Table)[], options: { span?: number; column?: number; top?: boolean } = {}) =>
    new TableCell({
      children,
      columnSpan: options.span ?? 1,
      verticalAlign: options.top ? VerticalAlignTable.TOP : VerticalAlignTable.CENTER,
      margins: { top: 60, bottom: 60, left: 120, right: 120 },
      ...(options.column === undefined ? {} : { width: { size: columnWidths[options.column] ?? 0, type: WidthType.DXA } }),
    })
  const label = (text: string, column: number) =>
    cell(
      [
        new Paragraph({
          keepNext: true,
          alignment: AlignmentType.CENTER,
          children: [run(spreadLabel(text), { font: docxFonts.hei })],
        }),
      ],
      { column },
    )
  const value = (text: string, span: number, size = look.size) =>
    cell([new Paragraph({ keepNext: true, alignment: AlignmentType.LEFT, children: [run(text, { size })] })], { span })
  const fact = (children: TableCell[]) =>
    new TableRow({ cantSplit: true, height: { value: Math.round(ROW_MM * millimetre), rule: HeightRule.ATLEAST }, children })

  const name = titleText(model)
  const facts = formRows(model.head.flat())
  const rows = facts.map((fields) =>
    fact(fields.flatMap((field, i) => [label(field.label, i * 2), value(field.value, fields.length === 1 ? 3 : 1)])),
  )
  // LibreOffice moves a cell of a least height to the next page rather than break it: only a few lines are given room to write.
  const least = openCellHeight(facts)
  const isShort = textHeight(model.body) * POINT_MM < least / 2
  // The open cell is set in 四号, which reads better over whole pages than the 小四 of the facts.
  const text: DocxLook = { ...look, size: 28, line: isSetCloser(model, facts) ? 420 : 480, character: 280 }
  return new Table({
    width: { size: width, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    columnWidths,
    rows: [
      fact([label(model.titleLabel, 0), value(name, 3, Math.round(nameSize(name).points * 2))]),
      ...rows,
      fact([
        cell(
          [
            new Paragraph({
              keepNext: true,
              alignment: AlignmentType.CENTER,
              children: [run(model.bodyLabel, { font: docxFonts.hei })],
            }),
          ],
          { span: 4 },
        ),
      ]),
      new TableRow({
        ...(isShort ? { height: { value: Math.round(least * millimetre), rule: HeightRule.ATLEAST } } : {}),
        // The line to sign stands in the open cell, tied to the last paragraph.
        children: [
          cell([...bodyChildren(model.body, text, inner, true), signatureParagraph(model.signatures, inner, text, true)], {
            span: 4,
            top: true,
          }),
        ],
      }),
    ],
  })
}
