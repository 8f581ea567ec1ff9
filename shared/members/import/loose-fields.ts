import type { Remarks, RowReader } from '../../files/row-remarks.ts'
import type { PartialDate } from '../../kernel/dates.ts'
import { parseLooseDate } from '../../kernel/loose-date.ts'

/** 01 汉族 → 汉族, 1A 中央党校研究生 → 中央党校研究生: the national form writes code and name (DOMAIN 7.1). */
export function withoutCode(text: string): string {
  return text.replace(/^\d[\dA-Z]{0,3}[\s.、-]*(?=\p{Script=Han})/u, '').trim()
}

/** 是 / 否; null when the cell says neither. */
export function yesOrNo(text: string): boolean | null {
  if (/^(是|有|√|✓|对|1|y|yes)$/i.test(text)) return true
  return /^(否|无|不是|×|0|n|no|-|—|——|\/)?$/i.test(text) ? false : null
}

/** The cell as a date of any precision; one that cannot be read is left empty, with a warning that quotes it. */
export function dateField<K extends string>(
  reader: RowReader<K>,
  key: K,
  label: string,
  date1904: boolean,
  remarks: Remarks,
): PartialDate | null {
  const cell = reader.cell(key)
  if (/^[-—/无]+$/.test(cell.text)) return null
  const read = parseLooseDate(cell.text, { date1904, isNumber: cell.kind === 'number' })
  if (read.ok) {
    if (read.doubt) remarks.warn(reader.row, `${label}“${cell.text}”分不清是1月还是10月，只记年份，请补充`)
    return read.date
  }
  if (read.problem === 'impossible') remarks.warn(reader.row, `${label}“${cell.text}”不是真实存在的日期，没有录入`)
  if (read.problem === 'unreadable') remarks.warn(reader.row, `${label}“${cell.text}”看不懂，没有录入`)
  return null
}

/** A text cut to the length its column holds. */
export function bounded(text: string, length: number): string {
  return [...text].slice(0, length).join('')
}
