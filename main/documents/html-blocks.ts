import type { Block, ContentsEntry, Field, FieldLine, Slip, TableBlock } from '#shared/documents/model.ts'
import { pageName } from './html-pages.ts'
import { cellHtml, escapeHtml, inlineHtml, labelHtml } from './html-text.ts'
import { isDense } from './table-room.ts'

const labelWidth = (label: string) => Math.max(4, [...label].length) + 1

const fieldHtml = ({ label, value }: Field, isFirst = true) => {
  // In the middle of a line a label of two characters is not spread: readers would take its gap for one between columns.
  const spread = isFirst || [...label].length !== 2 ? labelHtml(label) : escapeHtml(label)
  return `<span class="label">${spread}：</span>${inlineHtml(value)}`
}

/** One line of facts: a single one hangs under its label, several stand side by side while there is room. */
export function fieldLineHtml(line: FieldLine): string {
  const [only] = line
  if (line.length === 1 && only) return `<p class="hang" style="--n:${labelWidth(only.label)}">${fieldHtml(only)}</p>`
  return `<p class="flush pair">${line.map((field, i) => `<span class="together">${fieldHtml(field, i === 0)}</span>`).join(' ')}</p>`
}

// A table of so few rows stays on one page.
const SHORT = 8

/** @param after what stands below the last row and is never parted from it: a line to sign */
function tableHtml(table: TableBlock, after = ''): string {
  const { head, rows, widths, note, leftColumns = [], rowHeight, isSmall = false } = table
  const total = (widths ?? []).reduce((sum, width) => sum + width, 0)
  const columns = widths
    ? `<colgroup>${widths.map((width) => `<col style="width:${((width / total) * 100).toFixed(2)}%">`).join('')}</colgroup>`
    : ''
  const heads = head.map((text) => `<th scope="col">${inlineHtml(text)}</th>`).join('')
  const remark = note ? `<tr><td class="note" colspan="${head.length}">${inlineHtml(note)}</td></tr>` : ''
  const cell = (text: string, i: number) => `<td${leftColumns.includes(i) ? ' class="left"' : ''}>${cellHtml(text)}</td>`
  const height = rowHeight ? ` style="height:${rowHeight}mm"` : ''
  const classes = [
    'data',
    ...(isDense(head) ? ['dense'] : []),
    ...(isSmall ? ['small'] : []),
    ...(rows.length <= SHORT ? ['short'] : []),
  ].join(' ')
  const body = rows.map((row) =>
    'band' in row
      ? `<tr${height}><td class="left" colspan="${head.length}">${inlineHtml(row.band)}</td></tr>`
      : `<tr${height}>${row.map(cell).join('')}</tr>`,
  )
  const start = `<table class="${classes}">${columns}<thead><tr>${heads}</tr>${remark}</thead><tbody>`
  if (after === '') return `${start}${body.join('')}</tbody></table>`
  const below = `<tr class="sign"><td colspan="${head.length}">${after}</td></tr>`
  return `${start}${body.slice(0, -1).join('')}</tbody><tbody class="end">${body.at(-1) ?? ''}${below}</tbody></table>`
}

function slipHtml({ title, subtitle, table, instructions }: Slip): string {
  const notes = instructions.map((text) => `<p class="instruction">${inlineHtml(text)}</p>`).join('')
  const below = subtitle ? `<p class="subtitle">${inlineHtml(subtitle)}</p>` : ''
  return `<div class="slip"><h2>${escapeHtml(title)}</h2>${below}${tableHtml(table)}<div class="instructions">${notes}</div></div>`
}

/** Whole pages of ballots: what is left over of the last page can be used as spare. */
function slipsHtml({ slip, copies, perPage }: Extract<Block, { kind: 'slips' }>): string {
  const pages = Math.max(1, Math.ceil(copies / perPage))
  return `<section class="slip-page of${perPage}">${slipHtml(slip).repeat(perPage)}</section>`.repeat(pages)
}

function contentsHtml({ text, level, page, target }: ContentsEntry): string {
  if (level === 0) return `<p class="entry level0">${inlineHtml(text)}</p>`
  const line = `<span>${inlineHtml(text)}</span><span class="dots"></span><span class="number">${page ?? ''}</span>`
  // A link inside the file leads readers of the PDF to the paper.
  return target === null
    ? `<p class="entry level1">${line}</p>`
    : `<p class="flush"><a class="entry level1" href="#${pageName(target)}">${line}</a></p>`
}

/** One block of the text. Headings are real ones, because they become the bookmarks of the PDF. */
export function blockHtml(block: Block): string {
  switch (block.kind) {
    case 'fields':
      return block.lines.map(fieldLineHtml).join('\n')
    case 'label': {
      const label = block.label === '' ? '' : `<span class="label">${labelHtml(block.label)}：</span>`
      if (block.text !== '') return `<p class="flush">${label}${inlineHtml(block.text)}</p>`
      if (block.blankLines)
        return `${label && `<p class="flush">${label}</p>`}<div class="room">${'<div class="blank"></div>'.repeat(block.blankLines)}</div>`
      return `<h2 class="flush label">${labelHtml(block.label)}：</h2>`
    }
    case 'heading':
      return `<h${block.level + 2} class="heading level${block.level}">${inlineHtml(block.text)}</h${block.level + 2}>`
    case 'paragraph': {
      const indent = block.indent ? ` style="padding-left:${Math.trunc(block.indent) * 2}em"` : ''
      return `<p${block.isFlush ? ' class="flush"' : indent}>${inlineHtml(block.text)}</p>`
    }
    case 'table':
      return tableHtml(block)
    case 'ending':
      return `<div class="ending">${block.lines.map((line) => `<p class="flush">${inlineHtml(line)}</p>`).join('')}</div>`
    case 'slips':
      return slipsHtml(block)
    case 'contents':
      return block.entries.map(contentsHtml).join('\n')
    case 'writingLines':
      return '<div class="writing-line"></div>'.repeat(block.count)
  }
}

const signatureHtml = (labels: readonly string[]): string =>
  labels.length > 0 ? `<div class="signature">${labels.map((label) => `<span>${escapeHtml(label)}：</span>`).join('')}</div>` : ''

/**
 * The text with the line to sign at its end. A table that stays whole is tied to that line by a box of their own, of a longer one
 * the last row: Chromium moves nothing of a table for the sake of what follows it.
 */
export function bodyHtml(blocks: readonly Block[], signatures: readonly string[]): string {
  const last = blocks.at(-1)
  const sign = signatureHtml(signatures)
  if (last?.kind !== 'table' || sign === '') return `${blocks.map(blockHtml).join('\n')}\n${sign}`
  const end = last.rows.length > SHORT ? tableHtml(last, sign) : `<div class="end">${blockHtml(last)}${sign}</div>`
  return `${blocks.slice(0, -1).map(blockHtml).join('\n')}\n${end}`
}
