import { type DocumentModel, type Field, titleText } from '#shared/documents/model.ts'
import { isSetCloser } from './form-density.ts'
import { formColumns, formRows, nameSize, openCellHeight, SECTION_MM } from './form-layout.ts'
import { bodyHtml } from './html-blocks.ts'
import { escapeHtml, inlineHtml, labelHtml } from './html-text.ts'
import { POINT_MM } from './table-room.ts'

// A row this long may break over pages; shorter ones stay whole.
const LONG = 400

// The only places where the long labels may break in their narrow column.
const narrowLabel = (label: string) => labelHtml(label).replace(/(?<=.)(?=及原因$|表决权的党员$)/u, '<wbr>')

function rowHtml(row: readonly Field[]): string {
  const span = row.length === 1 ? ' colspan="3"' : ''
  const isLong = row.some(({ value }) => value.length > LONG)
  const cells = row.map(({ label, value }) => `<th scope="row">${narrowLabel(label)}</th><td${span}>${inlineHtml(value)}</td>`)
  return `<tr class="fact${isLong ? ' long' : ''}">${cells.join('')}</tr>`
}

/** A section that is called like the form itself is headed by the form's own name. */
export const hasOwnSection = ({ section, formTitle }: DocumentModel): boolean => section !== undefined && section !== formTitle

/**
 * 表格式: the form's heading, the name whole on a row of its own, facts in four columns, one open cell. The line to sign stands in
 * the open cell, under a rule that makes it look like a row: as a row of its own, or after a
 * wrapped text, it could come to stand alone on a page. A strut keeps the cell open where there is little text.
 */
export function formHtml(model: DocumentModel): string {
  const name = titleText(model)
  const { points, wraps } = nameSize(name)
  const rows = formRows(model.head.flat())
  const above = hasOwnSection(model) ? SECTION_MM : 0
  const columns = formColumns.map((share) => `<col style="width:${share * 100}%">`).join('')
  // The name is the heading, so that bookmarks tell records apart; what the form is called is the same on all.
  return `<p class="title">${escapeHtml(model.formTitle)}</p>
<table class="form${isSetCloser(model, rows, above / POINT_MM) ? ' close' : ''}">
<colgroup>${columns}</colgroup>
<tbody>
<tr class="fact"><th scope="row">${labelHtml(model.titleLabel)}</th><td colspan="3" class="whole${wraps ? ' wraps' : ''}" style="font-size:${points}pt"><h1>${escapeHtml(name)}</h1></td></tr>
${rows.map(rowHtml).join('\n')}
<tr class="fact body-label"><th colspan="4">${escapeHtml(model.bodyLabel)}</th></tr>
<tr class="open"><td colspan="4">
<div class="strut" style="height:${openCellHeight(rows, above)}mm"></div>
${bodyHtml(model.body, model.signatures)}
</td></tr>
</tbody>
</table>`
}
