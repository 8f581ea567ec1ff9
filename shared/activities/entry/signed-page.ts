import { chineseDate, isPlainDate, type PlainDate } from '../../kernel/dates.ts'
import { halfWidth } from '../../kernel/width.ts'
import { purposeNames, purposeNumberNames } from '../labels.ts'
import type { ActivityLine } from '../schema.ts'

/** Why a file is offered to a record; stronger first. */
export type MatchReason = 'number' | 'title' | 'date' | 'kind'

export interface SignedMatch {
  readonly line: ActivityLine
  readonly reason: MatchReason
}

const flatten = (text: string) =>
  halfWidth(text)
    .toLowerCase()
    .replace(/\.[a-z0-9]{1,5}$/, '')
    .replace(/[\s_\-—–－.()（）]+/gu, '')

/** All days that a file name mentions: 20250627, 2025-06-27, 2025.6.27, 2025年6月27日. */
export function datesInName(name: string): PlainDate[] {
  const flat = halfWidth(name)
  const found = [
    ...flat.matchAll(/(?<!\d)(\d{4})(\d{2})(\d{2})(?!\d)/g),
    ...flat.matchAll(/(?<!\d)(\d{4})[-._年/](\d{1,2})[-._月/](\d{1,2})(?!\d)/g),
  ]
  return found.map(([, y = '', m = '', d = '']) => `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`).filter(isPlainDate)
}

function reasonOf(line: ActivityLine, flat: string, dates: readonly PlainDate[]): MatchReason | null {
  const number = flatten(`${line.recordNumber}.x`)
  // 2025党员大会02 must not be found in 2025党员大会021.
  if (number !== '' && new RegExp(`${number.replace(/[^\p{L}\p{N}]/gu, '')}(?!\\d)`, 'u').test(flat)) return 'number'
  const title = flatten(`${line.title}.x`)
  if (title.length >= 4 && flat.includes(title)) return 'title'
  if (!dates.includes(line.date)) return null
  const names = line.purposes.flatMap((purpose) => [purposeNames[purpose], purposeNumberNames[purpose]])
  return names.some((name) => flat.includes(name)) || (line.groupName !== '' && flat.includes(line.groupName)) ? 'date' : 'kind'
}

const order: readonly MatchReason[] = ['number', 'title', 'date', 'kind']

/**
 * The records a signed page may belong to by its file name, best first: 记录编号, name, then the day (with the kind of
 * meeting first). Only records that were held; the answer does not depend on their order except among equals.
 */
export function matchSigned(fileName: string, lines: readonly ActivityLine[]): SignedMatch[] {
  const flat = flatten(fileName)
  const dates = datesInName(fileName)
  return lines
    .filter((line) => line.state === 'toSign' || line.state === 'signed')
    .flatMap((line) => {
      const reason = reasonOf(line, flat, dates)
      return reason === null ? [] : [{ line, reason }]
    })
    .toSorted(
      (a, b) =>
        order.indexOf(a.reason) - order.indexOf(b.reason) ||
        Number(a.line.state === 'signed') - Number(b.line.state === 'signed') ||
        (a.line.date < b.line.date ? 1 : a.line.date > b.line.date ? -1 : 0),
    )
}

/** 签字页_2025年第二季度支部党员大会_2025年6月27日.pdf; the ending of the file is kept. */
export function signedName(line: Pick<ActivityLine, 'title' | 'date'>, fileName: string): string {
  const ending = /\.[A-Za-z0-9]{1,5}$/.exec(fileName)?.[0] ?? ''
  const title = [...line.title.replace(/[\\/:*?"<>|%\p{Cc}]/gu, '')].slice(0, 80).join('')
  return `签字页_${title}_${chineseDate(line.date)}${ending.toLowerCase()}`
}
