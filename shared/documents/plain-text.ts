import { type Block, cellsOf, type DocumentModel, type FieldLine, type TableBlock, titleText } from './model.ts'

const line = (fields: FieldLine) => fields.map(({ label, value }) => `${label}：${value}`).join('    ')

const tableLines = ({ head, note, rows }: TableBlock): string[] =>
  [head, ...(note ? [[note]] : []), ...rows.map(cellsOf)].map((cells) => cells.join('  '))

function blockLines(block: Block): string[] {
  switch (block.kind) {
    case 'fields':
      return block.lines.map(line)
    case 'label':
      return [`${block.label}：${block.text}`]
    case 'table':
      return tableLines(block)
    case 'heading':
    case 'paragraph':
      return [`    ${block.text}`]
    case 'ending':
      return [...block.lines]
    case 'contents':
      return block.entries.map(({ text, page }) => `${text}${page === null ? '' : `  ${page}`}`)
    case 'writingLines':
      return []
    case 'slips': {
      const { title, subtitle, table, instructions } = block.slip
      return [title, ...(subtitle ? [subtitle] : []), ...tableLines(table), ...instructions]
    }
  }
}

/** The words of a document as 公文式 prints them, one line each; without page numbers and 记录编号. */
export function documentText(model: DocumentModel): string {
  const signatures = model.signatures.map((label) => `${label}：`).join('                    ')
  const title = titleText(model)
  return [
    ...(model.section ? [model.section] : []),
    title,
    ...model.head.map(line),
    ...model.body.flatMap(blockLines),
    ...(signatures ? [signatures] : []),
    ...(model.remark ? [model.remark] : []),
  ].join('\n')
}
