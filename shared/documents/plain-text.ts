import { type Block, type DocumentModel, type FieldLine, titleText } from './model.ts'

const line = (fields: FieldLine) => fields.map(({ label, value }) => `${label}：${value}`).join('    ')

function blockLines(block: Block): string[] {
  switch (block.kind) {
    case 'fields':
      return block.lines.map(line)
    case 'label':
      return [`${block.label}：${block.text}`]
    case 'table':
      return [block.head, ...(block.note ? [[block.note]] : []), ...block.rows].map((cells) => cells.join('  '))
    case 'heading':
    case 'paragraph':
      return [`    ${block.text}`]
  }
}

/** The words of a document as 公文式 prints them, one line each; without page numbers and 记录编号. */
export function documentText(model: DocumentModel): string {
  const signatures = model.signatures.map((label) => `${label}：`).join('                    ')
  return [titleText(model), ...model.head.map(line), ...model.body.flatMap(blockLines), signatures].join('\n')
}
