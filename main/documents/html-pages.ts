import type { PrintStyle } from '#shared/documents/contract.ts'
import type { DocumentModel, Layout } from '#shared/documents/model.ts'
import { cssString } from './html-text.ts'

/** How a paper looks: the two styles of minutes, and the layouts that have only one. */
export type Look = PrintStyle | Exclude<Layout, 'record'>

export const lookOf = ({ layout = 'record' }: DocumentModel, style: PrintStyle): Look => (layout === 'record' ? style : layout)

interface PageLook {
  /** Top, right, bottom, left in millimetres; the left side has 28 mm for binding. */
  readonly margin: readonly [number, number, number, number]
  readonly isLandscape?: boolean
  /** Page number at the outer edge; null: none. */
  readonly number: { readonly size: string; readonly top: string; readonly side: string } | null
  readonly recordTop: string
  readonly recordSide: string
}

// GB/T 9704-2012: text block 156 × 225 mm, the page number 7 mm below it and one character in from the edge.
const letter: PageLook = {
  margin: [37, 26, 35, 28],
  number: { size: '14pt', top: '7mm', side: '14pt' },
  recordTop: '8.5mm',
  recordSide: '14pt',
}

const sheet: PageLook = {
  margin: [20, 20, 20, 28],
  number: { size: '12pt', top: '5mm', side: '12pt' },
  recordTop: '5.5mm',
  recordSide: '0',
}

const pageLooks: Record<Look, PageLook> = {
  official: letter,
  letter,
  table: {
    margin: [25.4, 20, 25, 28],
    number: { size: '12pt', top: '6mm', side: '12pt' },
    recordTop: '6.5mm',
    recordSide: '0',
  },
  sheet,
  // Bound at its upper edge, as a page turned to the left lies in a file.
  wide: { ...sheet, margin: [28, 20, 20, 20], isLandscape: true },
  slips: { margin: [0, 0, 0, 0], number: null, recordTop: '0', recordSide: '0' },
  cover: { ...sheet, margin: [60, 28, 30, 28], number: null },
  contents: sheet,
  notes: sheet,
}

/** Millimetres between the margins. */
export function textWidth(look: Look): number {
  const { margin, isLandscape } = pageLooks[look]
  return (isLandscape ? 297 : 210) - margin[1] - margin[3]
}

const lengths = (margin: PageLook['margin']) => margin.map((side) => (side === 0 ? '0' : `${side}mm`)).join(' ')

/** The back of a leaf: what is bound lies on the other side; a page across the paper is bound at its lower edge there. */
function backMargin({ margin: [top, right, bottom, left], isLandscape }: PageLook): PageLook['margin'] {
  return isLandscape ? [bottom, right, top, left] : [top, left, bottom, right]
}

export interface PageRuleOptions {
  readonly style: PrintStyle
  /** Pages of a book, printed on both sides: numbers run through all papers, the side to bind alternates. */
  readonly isBook: boolean
  /** Numbers run through all papers, each page has its own margins: bound from single leaves. */
  readonly isNumberedThrough: boolean
}

/**
 * `@page` rules of one paper among several: its own margins, its own 记录编号, and numbers that begin at 1 unless it is part of
 * a book. The counter is the page's own: Chromium does not let an element set the one named `page`.
 */
function pageRule(model: DocumentModel, name: string, { style, isBook, isNumberedThrough }: PageRuleOptions): string {
  const look = pageLooks[lookOf(model, style)]
  const { margin, number, recordTop, recordSide } = look
  const box = (side: 'left' | 'right', content: string, size: string, top: string, inset: string) =>
    `@bottom-${side} { content: ${content}; font: ${size} var(--song); text-align: ${side}; vertical-align: top; padding: ${top} ${side === 'right' ? inset : '0'} 0 ${side === 'left' ? inset : '0'}; }`
  const runsThrough = isBook || isNumberedThrough
  const counter = runsThrough ? 'page' : name
  const outer = (side: 'left' | 'right') =>
    number ? box(side, `"— " counter(${counter}) " —"`, number.size, number.top, number.side) : ''
  const inner = (side: 'left' | 'right') =>
    model.recordNumber ? box(side, cssString(model.recordNumber), '9pt', recordTop, recordSide) : ''
  const size = look.isLandscape ? 'A4 landscape' : 'A4'
  const back = isBook ? `margin: ${lengths(backMargin(look))}; ` : ''
  return `@page ${name} { size: ${size}; margin: ${lengths(margin)};${runsThrough ? '' : ` counter-increment: ${name};`} }
@page ${name}:right { ${outer('right')} ${inner('left')} }
@page ${name}:left { ${back}${outer('left')} ${inner('right')} }
.${name} { page: ${name}; }
@media screen { .${name} { padding: ${lengths(margin)}; } }`
}

export const pageName = (i: number): string => `paper${i + 1}`

export const pageRules = (models: readonly DocumentModel[], options: PageRuleOptions): string =>
  models.map((model, i) => pageRule(model, pageName(i), options)).join('\n')
