import { rowsOfText } from '#shared/rating/import/cells.ts'

const span = (cell: HTMLTableCellElement, name: 'rowSpan' | 'colSpan') => Math.min(Math.max(1, cell[name]), 200)

/**
 * The first table of pasted HTML as rows of texts; a cell over several rows or columns stands in each of them. The text is
 * parsed into a document of its own that is never shown: nothing of it runs or loads.
 */
function rowsOfHtml(html: string): string[][] {
  const table = new DOMParser().parseFromString(html, 'text/html').querySelector('table')
  const rows: string[][] = []
  for (const [at, row] of [...(table?.rows ?? [])].slice(0, 1000).entries()) {
    let column = 0
    for (const cell of row.cells) {
      while (rows[at]?.[column] !== undefined) column += 1
      const text = (cell.textContent ?? '').replace(/\s+/g, ' ').trim().slice(0, 4000)
      for (let down = 0; down < span(cell, 'rowSpan'); down += 1)
        for (let right = 0; right < span(cell, 'colSpan'); right += 1) {
          rows[at + down] ??= []
          ;(rows[at + down] as string[])[column + right] = text
        }
    }
    rows[at] ??= []
  }
  return rows.map((cells) => Array.from(cells, (text) => text ?? '').slice(0, 60))
}

/** A table out of the clipboard, from Word, WPS or Excel; empty when there is none. */
export function rowsOfClipboard(data: DataTransfer): string[][] {
  const rows = rowsOfHtml(data.getData('text/html'))
  const found = rows.length > 0 ? rows : rowsOfText(data.getData('text/plain'))
  return found.slice(0, 1000).map((cells) => cells.slice(0, 60).map((text) => text.slice(0, 4000)))
}
