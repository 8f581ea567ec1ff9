import { AlignmentType, Document, Footer, HeadingLevel, Packer, PageNumber, Paragraph, Table, TextRun } from 'docx'
import type { PrintStyle } from '#shared/documents/contract.ts'
import { type DocumentModel, titleText } from '#shared/documents/model.ts'
import { bodyChildren, headParagraphs, run, signatureParagraph } from './docx-blocks.ts'
import { formTable } from './docx-form.ts'
import { a4, type DocxLook, docxFonts, looks } from './docx-look.ts'

/** Page number at the outer edge as a real field, 记录编号 small at the inner one. */
function footer(model: DocumentModel, look: DocxLook, width: number, isOdd: boolean): Footer {
  const number = new TextRun({ font: docxFonts.song, size: look.pageNumber, children: ['— ', PageNumber.CURRENT, ' —'] })
  const record = run(model.recordNumber, { font: docxFonts.song, size: 18 })
  const tab = new TextRun({ children: ['\t'] })
  return new Footer({
    children: [
      new Paragraph({
        tabStops: [{ type: 'right', position: width }],
        indent: { left: 280, right: 280 },
        children: isOdd ? [record, tab, number] : [number, tab, record],
      }),
    ],
  })
}

function children(model: DocumentModel, style: PrintStyle, look: DocxLook, width: number): (Paragraph | Table)[] {
  const title = (text: string) =>
    new Paragraph({
      heading: HeadingLevel.TITLE,
      alignment: AlignmentType.CENTER,
      spacing: { after: look.line },
      children: [run(text)],
    })
  if (style === 'table') return [title(model.formTitle), formTable(model, look, width)]
  return [
    title(titleText(model)),
    ...headParagraphs(model.head, look),
    ...bodyChildren(model.body, look, width, true),
    signatureParagraph(model.signatures, width, look),
  ]
}

/**
 * The document as DOCX, to be edited on in WPS or Word: named styles, real tables, a page number field, Chinese fonts by the
 * names offices use. Breaks follow the fonts of the machine that opens it.
 */
export async function documentDocx(model: DocumentModel, style: PrintStyle): Promise<Uint8Array> {
  const look = looks[style]
  const { margins } = look
  const width = a4.width - margins.left - margins.right
  const line = { line: look.line, lineRule: 'exact' as const }
  const body = { font: docxFonts.fang, size: look.size, characterSpacing: look.spacing, color: '000000' }
  const heading = (font: (typeof docxFonts)['hei'], size = look.size) => ({
    run: { ...body, font, size, bold: false },
    paragraph: { spacing: line },
  })
  const inCell = style === 'table' ? 28 : look.size
  const doc = new Document({
    title: titleText(model),
    creator: '',
    lastModifiedBy: '',
    evenAndOddHeaderAndFooters: true,
    styles: {
      default: {
        document: { run: body, paragraph: { spacing: line, alignment: AlignmentType.BOTH } },
        title: {
          run: { ...body, font: docxFonts.title, size: look.title, characterSpacing: 0 },
          paragraph: { spacing: { line: 720, lineRule: 'exact' } },
        },
        heading1: heading(docxFonts.hei, inCell),
        heading2: heading(docxFonts.hei, inCell),
        heading3: heading(docxFonts.kai, inCell),
      },
    },
    sections: [
      {
        properties: { page: { size: { width: a4.width, height: a4.height }, margin: { ...margins } } },
        footers: { default: footer(model, look, width, true), even: footer(model, look, width, false) },
        children: children(model, style, look, width),
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(doc))
}
