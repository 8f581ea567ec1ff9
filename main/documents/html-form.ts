import { type DocumentModel, type Field, titleText } from '#shared/documents/model.ts'
import { blockHtml, signaturesHtml } from './html-blocks.ts'
import { escapeHtml, inlineHtml, labelHtml } from './html-text.ts'

/** Rows of the form: two facts share one, a wide one or one left over takes it alone. */
export function formRows(fields: readonly Field[]): Field[][] {
  const rows: Field[][] = []
  let open: Field[] | null = null
  for (const field of fields) {
    if (field.wide) {
      rows.push([field])
      open = null
    } else if (open) {
      open.push(field)
      open = null
    } else {
      open = [field]
      rows.push(open)
    }
  }
  return rows
}

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

/** Points by which the name fits on one line of its cell (371 pt less the padding), within readable sizes. */
export function nameSize(name: string): { points: number; wraps: boolean } {
  const width = [...name].reduce((sum, c) => sum + ((c.codePointAt(0) ?? 0) < 0x2e80 ? 0.6 : 1), 0)
  const points = Math.min(14, Math.floor((355 / width) * 4) / 4)
  return points >= 9 ? { points, wraps: false } : { points: 12, wraps: true }
}

/** 表格式: the form's heading, the name whole on a row of its own, facts in four columns, one open cell, the row to sign. */
export function formHtml(model: DocumentModel): string {
  const name = titleText(model)
  const { points, wraps } = nameSize(name)
  const rows = formRows(model.head.flat()).map(rowHtml)
  return `<h1>${escapeHtml(model.formTitle)}</h1>
<table class="form">
<colgroup><col style="width:19%"><col style="width:33%"><col style="width:19%"><col style="width:29%"></colgroup>
<tbody>
<tr class="fact"><th scope="row">${labelHtml(model.titleLabel)}</th><td colspan="3" class="whole${wraps ? ' wraps' : ''}" style="font-size:${points}pt">${escapeHtml(name)}</td></tr>
${rows.join('\n')}
<tr class="fact body-label"><th colspan="4">${escapeHtml(model.bodyLabel)}</th></tr>
<tr class="open"><td colspan="4">
${model.body.map(blockHtml).join('\n')}
</td></tr>
<tr class="signature"><td colspan="4"><div>${signaturesHtml(model.signatures)}</div></td></tr>
</tbody>
</table>`
}
