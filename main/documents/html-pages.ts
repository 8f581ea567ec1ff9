import type { PrintStyle } from '#shared/documents/contract.ts'
import type { DocumentModel, Layout } from '#shared/documents/model.ts'
import { cssString } from './html-text.ts'

/** How a paper looks: the two styles of minutes, and the layouts that have only one. */
export type Look = PrintStyle | Exclude<Layout, 'record'>

export const lookOf = ({ layout = 'record' }: DocumentModel, style: PrintStyle): Look => (layout === 'record' ? style : layout)

interface PageLook {
  /** Top, right, bottom, left; the left side has 28 mm for binding. */
  readonly margin: string
  /** Page number at the outer edge; null: none. */
  readonly number: { readonly size: string; readonly top: string; readonly side: string } | null
  readonly recordTop: string
  readonly recordSide: string
}

// GB/T 9704-2012: text block 156 × 225 mm, the page number 7 mm below it and one character in from the edge.
const letter: PageLook = {
  margin: '37mm 26mm 35mm 28mm',
  number: { size: '14pt', top: '7mm', side: '14pt' },
  recordTop: '8.5mm',
  recordSide: '14pt',
}

const pageLooks: Record<Look, PageLook> = {
  official: letter,
  letter,
  table: {
    margin: '25.4mm 20mm 25mm 28mm',
    number: { size: '12pt', top: '6mm', side: '12pt' },
    recordTop: '6.5mm',
    recordSide: '0',
  },
  sheet: { margin: '20mm 20mm 20mm 28mm', number: { size: '12pt', top: '5mm', side: '12pt' }, recordTop: '5.5mm', recordSide: '0' },
  slips: { margin: '0', number: null, recordTop: '0', recordSide: '0' },
}

/**
 * `@page` rules of one paper among several: its own margins, its own 记录编号, and numbers that begin at 1. The counter is the
 * page's own: Chromium does not let an element set the one named `page`.
 */
function pageRule(model: DocumentModel, look: Look, name: string): string {
  const { margin, number, recordTop, recordSide } = pageLooks[look]
  const box = (side: 'left' | 'right', content: string, size: string, top: string, inset: string) =>
    `@bottom-${side} { content: ${content}; font: ${size} var(--song); text-align: ${side}; vertical-align: top; padding: ${top} ${side === 'right' ? inset : '0'} 0 ${side === 'left' ? inset : '0'}; }`
  const outer = (side: 'left' | 'right') =>
    number ? box(side, `"— " counter(${name}) " —"`, number.size, number.top, number.side) : ''
  const inner = (side: 'left' | 'right') =>
    model.recordNumber ? box(side, cssString(model.recordNumber), '9pt', recordTop, recordSide) : ''
  return `@page ${name} { size: A4; margin: ${margin}; counter-increment: ${name}; }
@page ${name}:right { ${outer('right')} ${inner('left')} }
@page ${name}:left { ${outer('left')} ${inner('right')} }
.${name} { page: ${name}; }
@media screen { .${name} { padding: ${margin}; } }`
}

export const pageName = (i: number): string => `paper${i + 1}`

export const pageRules = (models: readonly DocumentModel[], style: PrintStyle): string =>
  models.map((model, i) => pageRule(model, lookOf(model, style), pageName(i))).join('\n')
