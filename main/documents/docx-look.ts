import type { Look } from './html-pages.ts'

/** What a paper looks like in Word's units: half points, and twips of 1/20 pt (1 mm = 56.7). */
export interface DocxLook {
  readonly size: number
  readonly title: number
  readonly line: number
  /** Width of one character. */
  readonly character: number
  readonly spacing: number
  readonly margins: {
    readonly top: number
    readonly right: number
    readonly bottom: number
    readonly left: number
    readonly footer: number
  }
  readonly pageNumber: number
  readonly isLandscape?: boolean
}

const mm = (length: number) => Math.round((length * 1440) / 25.4)

export const a4 = { width: mm(210), height: mm(297) }

/** The page of GB/T 9704-2012. */
const letter: DocxLook = {
  size: 32,
  title: 44,
  line: 579,
  character: 316,
  spacing: -4,
  margins: { top: mm(37), right: mm(26), bottom: mm(35), left: mm(28), footer: mm(25) },
  pageNumber: 28,
}

const sheet: DocxLook = {
  size: 24,
  title: 40,
  line: 440,
  character: 240,
  spacing: 0,
  margins: { top: mm(20), right: mm(20), bottom: mm(20), left: mm(28), footer: mm(12) },
  pageNumber: 24,
}

/** The same measures as `html-pages.ts` and `resources/print`. */
export const looks: Record<Look, DocxLook> = {
  official: letter,
  letter,
  table: {
    size: 24,
    title: 44,
    line: 400,
    character: 240,
    spacing: 0,
    margins: { top: mm(25.4), right: mm(20), bottom: mm(25), left: mm(28), footer: mm(15) },
    pageNumber: 24,
  },
  sheet,
  wide: {
    ...sheet,
    size: 21,
    title: 36,
    line: 320,
    character: 210,
    margins: { top: mm(28), right: mm(20), bottom: mm(20), left: mm(20), footer: mm(12) },
    isLandscape: true,
  },
  cover: { ...sheet, size: 32, title: 72, line: 800, character: 320, pageNumber: 0 },
  contents: sheet,
  notes: sheet,
  slips: {
    size: 24,
    title: 32,
    line: 400,
    character: 240,
    spacing: 0,
    margins: { top: mm(10), right: mm(10), bottom: mm(8), left: mm(10), footer: 0 },
    pageNumber: 0,
  },
}

/** Fonts by name, as WPS and Word users have them; digits in the same font, as in every office. */
const font = (name: string) => ({ ascii: name, hAnsi: name, cs: name, eastAsia: name })
export const docxFonts = {
  fang: font('仿宋_GB2312'),
  song: font('宋体'),
  hei: font('黑体'),
  kai: font('楷体_GB2312'),
  title: font('方正小标宋简体'),
}
