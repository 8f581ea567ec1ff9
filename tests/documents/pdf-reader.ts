import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Runs one of poppler's tools on a PDF: an independent reader. */
function poppler(tool: string, pdf: Uint8Array, options: readonly string[], after: readonly string[] = []): string {
  const folder = mkdtempSync(join(tmpdir(), 'pdf-reader-'))
  try {
    const file = join(folder, 'document.pdf')
    writeFileSync(file, pdf)
    return execFileSync(tool, [...options, file, ...after], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * The text of each page; `raw` in the order of the content stream, where padded names do not look like columns; `layout` with
 * what stands on one line on one line.
 */
export const pdfPages = (pdf: Uint8Array, order: 'page' | 'raw' | 'layout' = 'page'): string[] =>
  poppler('pdftotext', pdf, ['-enc', 'UTF-8', ...(order === 'page' ? [] : [`-${order}`])], ['-'])
    .split('\f')
    .slice(0, -1)

/** Type of every font in the file, as `pdffonts` names it. */
export const pdfFonts = (pdf: Uint8Array): string[] => poppler('pdffonts', pdf, []).split('\n').slice(2).filter(Boolean)

/** `pdfinfo` as a table. */
export const pdfInfo = (pdf: Uint8Array): Record<string, string> =>
  Object.fromEntries(
    poppler('pdfinfo', pdf, [])
      .split('\n')
      .filter(Boolean)
      .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]),
  )

/** Bookmarks with how deep they stand and the page they lead to. */
export function pdfOutline(pdf: Uint8Array): { depth: number; page: number; text: string }[] {
  const xml = poppler('pdftohtml', pdf, ['-xml', '-i', '-stdout', '-enc', 'UTF-8'])
  let depth = -1
  return [...xml.matchAll(/<(\/?)outline>|<item page="(\d+)">([^<]*)<\/item>/g)].flatMap(([tag, slash, page, text]) => {
    if (tag.endsWith('outline>')) {
      depth += slash === '/' ? -1 : 1
      return []
    }
    return [{ depth, page: Number(page), text: text ?? '' }]
  })
}

/** Where each word of a page begins and ends, in points from the left edge, and how far down it reaches. */
export const pdfWords = (pdf: Uint8Array, page: number): { text: string; from: number; to: number; bottom: number }[] =>
  [
    ...poppler('pdftotext', pdf, ['-bbox', '-f', String(page), '-l', String(page)], ['-']).matchAll(
      /<word xMin="([\d.]+)" yMin="[\d.]+" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)</g,
    ),
  ].map(([, from, to, bottom, text]) => ({ text: text ?? '', from: Number(from), to: Number(to), bottom: Number(bottom) }))

/** For each page from `first` to `last` where its leftmost word begins, in points. */
export const pdfLeftEdges = (pdf: Uint8Array, first: number, last: number): number[] =>
  Array.from({ length: last - first + 1 }, (_, i) => Math.min(...pdfWords(pdf, first + i).map(({ from }) => from)))

/** Pictures of the pages, 150 dpi unless told otherwise. */
export function pdfPictures(pdf: Uint8Array, { dpi = 150, isGray = false } = {}): Buffer[] {
  const folder = mkdtempSync(join(tmpdir(), 'pdf-pictures-'))
  try {
    writeFileSync(join(folder, 'document.pdf'), pdf)
    const options = ['-r', String(dpi), ...(isGray ? ['-gray'] : []), '-png']
    execFileSync('pdftoppm', [...options, join(folder, 'document.pdf'), join(folder, 'page')])
    return readdirSync(folder)
      .filter((name) => name.endsWith('.png'))
      .toSorted()
      .map((name) => readFileSync(join(folder, name)))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Text without what the page adds: page numbers and the 记录编号. */
export const bodyText = (pages: readonly string[], recordNumber: string): string =>
  pages
    .map((page) =>
      page
        .replace(/[\s\u3000]+/gu, '')
        .replaceAll(recordNumber.replace(/\s/g, '') || '\u0000', '')
        .replace(/—\d+—/gu, ''),
    )
    .join('')
