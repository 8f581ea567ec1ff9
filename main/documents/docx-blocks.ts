import { AlignmentType, HeadingLevel, type IParagraphOptions, Paragraph, type Table } from 'docx'
import type { Block, Field, FieldLine } from '#shared/documents/model.ts'
import { type DocxLook, docxFonts } from './docx-look.ts'
import { run } from './docx-run.ts'
import { dataTable, slipTable } from './docx-tables.ts'

/** 主 持 人, 地　　点: as wide as four characters. */
export function spreadLabel(label: string): string {
  const characters = [...label]
  return characters.length === 3 ? characters.join(' ') : characters.length === 2 ? characters.join('\u3000\u3000') : label
}

/** Fixed line pitch; said on every paragraph, because a cell's text differs from the document's default. */
const exactLine = (look: DocxLook) => ({ line: look.line, lineRule: 'exact' as const })

const labelRun = (label: string, look: DocxLook) => run(`${spreadLabel(label)}：`, { font: docxFonts.hei, size: look.size })

/** How many characters a label with its colon takes. */
const labelWidth = (label: string) => Math.max(4, [...label].length) + 1

function fieldLine(line: FieldLine, look: DocxLook, keep: boolean): Paragraph {
  const [only] = line
  const fieldRuns = ({ label, value }: Field) => [labelRun(label, look), run(value, { size: look.size })]
  const hanging = only ? labelWidth(only.label) * look.character : 0
  return new Paragraph({
    keepNext: keep,
    spacing: exactLine(look),
    ...(line.length === 1 ? { indent: { left: hanging, hanging } } : {}),
    children: line.flatMap((field, i) => [...(i > 0 ? [run('\u3000\u3000')] : []), ...fieldRuns(field)]),
  })
}

const headingLevels = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3] as const

/** Paragraphs and tables of the text. `keepLast` ties the last paragraph to what follows: the line to sign. */
export function bodyChildren(blocks: readonly Block[], look: DocxLook, width: number, keepLast: boolean): (Paragraph | Table)[] {
  const indent = { firstLine: 2 * look.character }
  return blocks.flatMap((block, i): (Paragraph | Table)[] => {
    const said = (text: string) => run(text, { size: look.size })
    // 署名 never stands on a page of its own.
    const keepNext = blocks[i + 1]?.kind === 'ending' || (keepLast && i === blocks.length - 1)
    const paragraph = (options: IParagraphOptions) => [new Paragraph({ keepNext, spacing: exactLine(look), ...options })]
    switch (block.kind) {
      case 'fields':
        return block.lines.map((line) => fieldLine(line, look, keepNext))
      case 'label': {
        const label = labelRun(block.label, look)
        if (block.text !== '') return paragraph({ children: [label, said(block.text)] })
        if (block.blankLines)
          return [
            ...(block.label === '' ? [] : [new Paragraph({ keepNext: true, children: [label] })]),
            ...Array.from({ length: block.blankLines }, () => new Paragraph({ keepNext })),
          ]
        return paragraph({ heading: HeadingLevel.HEADING_1, keepNext: true, children: [label] })
      }
      case 'heading':
        return paragraph({
          heading: headingLevels[block.level],
          keepNext: true,
          ...(block.level === 0 ? { alignment: AlignmentType.CENTER } : { indent }),
          children: [run(block.text, block.level === 0 ? { font: docxFonts.title } : {})],
        })
      case 'paragraph':
        if (block.isFlush) return paragraph({ children: [said(block.text)] })
        return paragraph({ indent: { ...indent, left: (block.indent ?? 0) * 2 * look.character }, children: [said(block.text)] })
      case 'table':
        return [dataTable(block, width, look)]
      case 'ending':
        return block.lines.map(
          (line, at) =>
            new Paragraph({
              alignment: AlignmentType.RIGHT,
              keepNext: at < block.lines.length - 1,
              spacing: { ...exactLine(look), before: at === 0 ? look.line : 0 },
              indent: { right: 2 * look.character },
              children: [said(line)],
            }),
        )
      case 'slips':
        return [slipTable(block, width, look)]
      case 'contents':
        return block.entries.map(
          ({ text, level, page }) =>
            new Paragraph({
              spacing: exactLine(look),
              indent: { left: level * 2 * look.character },
              tabStops: [{ type: 'right', position: width, leader: 'dot' }],
              children: [run(text, level === 0 ? { font: docxFonts.hei } : {}), run(page === null ? '' : `\t${page}`)],
            }),
        )
      case 'writingLines':
        return Array.from(
          { length: block.count },
          () =>
            new Paragraph({
              spacing: exactLine(look),
              border: { bottom: { style: 'single', size: 4, space: 1, color: '888888' } },
            }),
        )
    }
  })
}

/** The facts as lines of text. */
export const headParagraphs = (lines: readonly FieldLine[], look: DocxLook): Paragraph[] =>
  lines.map((line) => fieldLine(line, look, false))

/** The labels to sign at, side by side; `isRuled` under a line that sets them off from the text. */
export function signatureParagraph(labels: readonly string[], width: number, look: DocxLook, isRuled = false): Paragraph {
  const step = Math.floor(width / labels.length)
  return new Paragraph({
    keepLines: true,
    ...(isRuled ? { border: { top: { style: 'single' as const, size: 6, space: 8, color: '000000' } } } : {}),
    spacing: { ...exactLine(look), before: Math.round(look.line / 2) },
    tabStops: labels.slice(1).map((_, i) => ({ type: 'left' as const, position: step * (i + 1) })),
    children: labels.map((label, i) => run(`${i > 0 ? '\t' : ''}${label}：`, { size: look.size })),
  })
}
