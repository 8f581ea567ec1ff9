/**
 * Number of pages of a PDF as Chromium writes it: one page object for each, uncompressed.
 *
 * @throws RangeError where none is found, which a print never is
 */
export function pdfPageCount(pdf: Uint8Array): number {
  const count = new TextDecoder('latin1').decode(pdf).match(/\/Type\s*\/Page(?![A-Za-z])/g)?.length ?? 0
  if (count === 0) throw new RangeError('a PDF without pages')
  return count
}
