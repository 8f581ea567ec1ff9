/** Full-width digits and blanks as plain ones. */
const plain = (text: string) => text.normalize('NFKC').replace(/\s+/g, ' ').trim()

/** `3`, `3分`, `（2.5分）` → points; null where the cell holds no single number. */
export function pointsOf(text: string): number | null {
  const match = /^[(（]?\s*(\d{1,3}(?:\.\d+)?)\s*分?\s*[)）]?$/.exec(plain(text))
  return match ? Number(match[1]) : null
}

/** `一、组织设置（10分）` → its name and the points it names. */
export function headingOf(text: string): { readonly name: string; readonly points: number | null } {
  const given = /[(（]\s*(?:共|满分|权重)?\s*(\d{1,3}(?:\.\d+)?)\s*分\s*[)）]/.exec(plain(text))
  const name = plain(text)
    .replace(/[(（]\s*(?:共|满分|权重)?\s*\d{1,3}(?:\.\d+)?\s*分\s*[)）]/, '')
    .replace(/^(?:[一二三四五六七八九十]+|\d+|[A-Z])\s*[、.．:：]\s*/, '')
  return { name: name.trim(), points: given ? Number(given[1]) : null }
}

/** `缺1次扣0.2分` → 0.2; null where nothing of the kind is said. */
export function deductionOf(text: string): number | null {
  const match = /(?:缺|少|漏)[^，。；;,]{0,8}?扣\s*(\d+(?:\.\d+)?)\s*分/.exec(plain(text))
  return match ? Number(match[1]) : null
}

/** A table copied out of a program as text: a line for each row, a tab between cells; cells in quotes may hold lines. */
export function rowsOfText(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let isQuoted = false
  const endRow = () => {
    rows.push([...row, cell].map((each) => each.trim()))
    row = []
    cell = ''
  }
  const source = text.replace(/\r\n?/g, '\n')
  for (let at = 0; at < source.length; at += 1) {
    const character = source[at] as string
    if (isQuoted) {
      if (character !== '"') cell += character
      else if (source[at + 1] === '"') {
        cell += '"'
        at += 1
      } else isQuoted = false
    } else if (character === '"' && cell === '') isQuoted = true
    else if (character === '\t') {
      row.push(cell)
      cell = ''
    } else if (character === '\n') endRow()
    else cell += character
  }
  endRow()
  return rows.filter((cells) => cells.some((each) => each !== ''))
}
