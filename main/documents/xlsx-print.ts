import type { Feature } from 'write-excel-file/node'
import {
  findElement,
  getCellAddress,
  getOrderOfSiblings,
  insertElementMarkupAccordingToOrderOfSiblings,
  replaceElement,
  sanitizeTextContent,
} from 'write-excel-file/utility'

interface PrintSetup {
  readonly sheet: string
  readonly columns: number
  readonly rows: number
  /** Rows repeated at the top of every printed page. */
  readonly titleRows: number
  /** Inches left free at the left and at the right; left out: the library's 0.7. */
  readonly sideMargin?: number
}

const insert = (xml: string, file: 'xl/workbook.xml' | 'xl/worksheets/sheet{id}.xml', root: string, markup: string) =>
  insertElementMarkupAccordingToOrderOfSiblings(xml, markup, getOrderOfSiblings(file, root) ?? [], root)

/** `A1` → `$A$1`, as names of ranges are written. */
const absolute = (row: number, column: number) => getCellAddress(row, column).replace(/^([A-Z]+)(\d+)$/, '$$$1$$$2')

/**
 * What the library does not set for printing (ECMA-376 part 1, 18.2.5, 18.3.1.65, 18.3.1.82): print area, title rows, one page
 * wide. For a workbook of one sheet.
 */
export function printSetup<FileContent>({ sheet, columns, rows, titleRows, sideMargin }: PrintSetup): Feature<FileContent> {
  const name = `'${sheet.replaceAll("'", "''")}'!`
  const area = `${name}${absolute(0, 0)}:${absolute(rows - 1, columns - 1)}`
  const defined = (kind: string, range: string) =>
    `<definedName name="_xlnm.${kind}" localSheetId="0">${sanitizeTextContent(range)}</definedName>`
  const names = `<definedNames>${defined('Print_Area', area)}${defined('Print_Titles', `${name}$1:$${titleRows}`)}</definedNames>`
  return {
    files: {
      transform: {
        'xl/workbook.xml': {
          transform: (xml) => {
            // The library writes an empty element of its own.
            const empty = findElement(xml, 'definedNames')
            return empty ? replaceElement(xml, empty, names) : insert(xml, 'xl/workbook.xml', 'workbook', names)
          },
        },
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml) =>
            findElement(xml, 'sheetPr')
              ? xml
              : insert(xml, 'xl/worksheets/sheet{id}.xml', 'worksheet', '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'),
          transformElementAttributes: (tagName, attributes) => {
            if (tagName === 'pageSetup') return { ...attributes, fitToWidth: 1, fitToHeight: 0 }
            const isNarrow = tagName === 'pageMargins' && sideMargin !== undefined
            return isNarrow ? { ...attributes, left: sideMargin, right: sideMargin } : attributes
          },
        },
      },
    },
  }
}
