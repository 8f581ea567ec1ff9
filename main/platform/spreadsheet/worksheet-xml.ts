/** Worksheet part that the parser is given, with the number of its rows that hold something. */
export interface TrimmedWorksheet {
  readonly xml: string
  readonly contentRows: number
}

/**
 * Cuts a worksheet part (ECMA-376 Part 1, 18.3.1.99) down to what is read: rows up to the last one with content, at
 * most `maxRows + 1` of them, and the merged cells. A million formatted empty rows, a claimed dimension, hyperlinks over
 * whole columns and filters would each keep the parser busy for minutes.
 *
 * @param xml the part with one character for each octet (latin1)
 */
export function trimWorksheet(xml: string, maxRows: number): TrimmedWorksheet {
  const root = /<(?:\w+:)?worksheet\b[^>]*>/.exec(xml)
  const data = /<(?:\w+:)?sheetData\b[^>]*>/.exec(xml)
  // Chart sheets and the like: left as they are, the parser knows them.
  if (!root) return { xml, contentRows: 0 }
  const prefix = /^<(\w+:)?/.exec(root[0])?.[1] ?? ''
  const close = `</${prefix}worksheet>`
  if (!data || data[0].endsWith('/>')) return { xml: `${root[0]}<${prefix}sheetData/>${close}`, contentRows: 0 }
  const start = data.index + data[0].length
  const token = /<(?:\w+:)?(\/row|row|v|is|f|\/sheetData)(?=[\s/>])/g
  token.lastIndex = start
  let contentRows = 0
  let end = start
  let hasContent = false
  for (let match = token.exec(xml); match !== null; match = token.exec(xml)) {
    const tag = match[1]
    if (tag === '/sheetData') break
    if (tag === 'row') hasContent = false
    else if (tag === '/row') {
      if (!hasContent) continue
      contentRows += 1
      end = xml.indexOf('>', match.index) + 1
      if (contentRows > maxRows) break
    } else hasContent = true
  }
  const merges = xml.lastIndexOf(`<${prefix}mergeCells`)
  const mergesEnd = xml.lastIndexOf(`</${prefix}mergeCells>`)
  const merged = merges > start && mergesEnd > merges ? xml.slice(merges, mergesEnd) + `</${prefix}mergeCells>` : ''
  return { xml: `${root[0]}${data[0]}${xml.slice(start, end)}</${prefix}sheetData>${merged}${close}`, contentRows }
}
