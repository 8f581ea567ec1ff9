/**
 * Fields of comma-separated text (RFC 4180), with Excel's semicolons and tabs by what the first line has most of. Row
 * numbers are records, as spreadsheet programs count them. Stops after `maxRecords`.
 */
export function parseCsv(text: string, maxRecords: number): string[][] {
  const firstLine = /^[^\r\n]*/.exec(text)?.[0] ?? ''
  const count = (separator: string) => firstLine.split(separator).length
  const separator = [',', '\t', ';'].reduce((best, next) => (count(next) > count(best) ? next : best))
  const records: string[][] = []
  let record: string[] = []
  let field = ''
  let isQuoted = false
  for (let at = 0; at < text.length && records.length < maxRecords; at++) {
    const c = text[at] as string
    if (isQuoted) {
      if (c !== '"') field += c
      else if (text[at + 1] === '"') {
        field += '"'
        at += 1
      } else isQuoted = false
    } else if (c === '"' && field === '') isQuoted = true
    else if (c === separator || c === '\n') {
      record.push(field)
      field = ''
      if (c === '\n') {
        records.push(record)
        record = []
      }
    } else if (c !== '\r') field += c
  }
  if ((field !== '' || record.length > 0) && records.length < maxRecords) records.push([...record, field])
  return records
}

/** UTF-8, or GB18030 as Chinese spreadsheet programs save text; null when it is not text at all. */
export function decodeText(data: Buffer): string | null {
  if (data.includes(0)) return null
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(data)
    } catch {
      // Not this encoding; the next one may fit.
    }
  }
  return null
}
