import {
  AlignmentType,
  Document,
  Footer,
  HeadingLevel,
  type ISectionOptions,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TextRun,
} from 'docx'
import type { PrintStyle } from '#shared/documents/contract.ts'
import { type DocumentModel, titleText } from '#shared/documents/model.ts'
import { widthOf } from '#shared/documents/text-width.ts'
import { bodyChildren, headParagraphs, signatureParagraph } from './docx-blocks.ts'
import { formTable } from './docx-form.ts'
import { a4, type DocxLook, docxFonts, looks } from './docx-look.ts'
import { run } from './docx-run.ts'
import { type Look, lookOf } from './html-pages.ts'

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

function children(model: DocumentModel, name: Look, look: DocxLook, width: number): (Paragraph | Table)[] {
  // A title that needs two lines is broken between its phrases, as on the printed page.
  const titled = (phrases: readonly string[]) => {
    const fits = widthOf(phrases.join('')) * look.title * 10 <= width
    return new Paragraph({
      heading: HeadingLevel.TITLE,
      keepNext: true,
      alignment: AlignmentType.CENTER,
      spacing: { after: look.line },
      children: (fits ? [phrases.join('')] : phrases).map((text, i) => run(text, { size: look.title, break: i > 0 ? 1 : 0 })),
    })
  }
  if (name === 'table') return [titled([model.formTitle]), formTable(model, look, width)]
  const isSigned = model.signatures.length > 0
  return [
    ...(name === 'slips' ? [] : [titled(model.title)]),
    ...headParagraphs(model.head, look),
    ...bodyChildren(model.body, look, width, isSigned),
    ...(isSigned ? [signatureParagraph(model.signatures, width, look)] : []),
    ...(model.remark ? [new Paragraph({ children: [run(model.remark, {})] })] : []),
  ]
}

/** A paper as a section of its own: its margins, its 记录编号, pages from 1. */
function section(model: DocumentModel, style: PrintStyle): ISectionOptions {
  const name = lookOf(model, style)
  const look = looks[name]
  const { margins } = look
  const { isLandscape } = look
  const width = (isLandscape ? a4.height : a4.width) - margins.left - margins.right
  // The library turns width and height over by itself.
  const size = { ...a4, orientation: isLandscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT }
  const page = { size, margin: { ...margins }, pageNumbers: { start: 1 } }
  const footers =
    look.pageNumber > 0
      ? { default: footer(model, look, width, true), even: footer(model, look, width, false) }
      : { default: new Footer({ children: [] }), even: new Footer({ children: [] }) }
  return { properties: { page }, footers, children: children(model, name, look, width) }
}

/**
 * One or several documents as one DOCX, to be edited on in WPS or Word: named styles, real tables, a page number field, Chinese
 * fonts by the names offices use. Breaks follow the fonts of the machine that opens it.
 *
 * @param given at least one; the first gives the title and the look of the styles
 */
export async function documentDocx(given: DocumentModel | readonly DocumentModel[], style: PrintStyle): Promise<Uint8Array> {
  const models = 'body' in given ? [given] : given
  const [first] = models
  if (!first) throw new RangeError('a file holds at least one document')
  const name = lookOf(first, style)
  const look = looks[name]
  const line = { line: look.line, lineRule: 'exact' as const }
  const body = { font: docxFonts.fang, size: look.size, characterSpacing: look.spacing, color: '000000' }
  const inCell = name === 'table' ? 28 : look.size
  const heading = (font: (typeof docxFonts)['hei']) => ({
    run: { ...body, font, size: inCell, bold: false },
    paragraph: { spacing: line },
  })
  const doc = new Document({
    title: titleText(first),
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
        heading1: heading(docxFonts.hei),
        heading2: heading(docxFonts.hei),
        heading3: heading(docxFonts.kai),
      },
    },
    sections: models.map((model) => section(model, style)),
  })
  return new Uint8Array(await Packer.toBuffer(doc))
}
