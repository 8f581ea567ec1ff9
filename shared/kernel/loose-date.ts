import { readChineseNumbers } from './chinese-number.ts'
import { isPartialDate, isPlainDate, type PartialDate, type PlainDate } from './dates.ts'
import { halfWidth } from './width.ts'

/**
 * A date as people write it. `startTime`, `endTime`: `HH:mm`. `doubt` `yearOnly`: the spreadsheet kept a month as a
 * number, so that 1996.10 has become 1996.1 and cannot be told from January; only the year is taken.
 */
export type LooseDate =
  | {
      readonly ok: true
      readonly date: PartialDate
      readonly startTime: string | null
      readonly endTime: string | null
      readonly doubt: 'yearOnly' | null
    }
  | { readonly ok: false; readonly problem: 'empty' | 'impossible' | 'unreadable' }

export interface LooseDateOptions {
  /** The workbook counts its days from 1904 (ECMA-376 Part 1, 18.17.4.1). */
  readonly date1904?: boolean
  /** The text comes from a number in a cell, not from typed text. */
  readonly isNumber?: boolean
}

const DAY = 86_400_000
const unreadable: LooseDate = { ok: false, problem: 'unreadable' }
const impossible: LooseDate = { ok: false, problem: 'impossible' }

/**
 * The day of a spreadsheet's serial number, or null when it is none (before 1900, after 2200, or the 29th of February
 * 1900, which only spreadsheets know: ECMA-376 Part 1, 18.17.4.1).
 */
export function dateOfSerial(serial: number, date1904 = false): PlainDate | null {
  const day = Math.floor(serial)
  if (!Number.isFinite(day) || day < (date1904 ? 0 : 1) || (!date1904 && day === 60)) return null
  const offset = date1904 ? Date.UTC(1904, 0, 1) : day < 60 ? Date.UTC(1899, 11, 31) : Date.UTC(1899, 11, 30)
  const time = offset + day * DAY
  if (time > Date.UTC(2200, 11, 31)) return null
  const date = new Date(time).toISOString().slice(0, 10)
  return isPlainDate(date) ? date : null
}

const two = (value: number | string) => String(value).padStart(2, '0')

/** `HH:mm` of the part of a serial number after the point, to the nearest minute; null for midnight. */
export function timeOfSerial(serial: number): string | null {
  const minutes = Math.round((serial - Math.floor(serial)) * 1440)
  return minutes === 0 || minutes === 1440 ? null : `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}

const MOMENT = '(上午|下午|中午|晚上|晚|早上)?(\\d{1,2})(?::(\\d{1,2})(?::\\d{1,2})?|[时点](?:(\\d{1,2})分?|(半)|整)?)(am|pm)?'
const RANGE = new RegExp(`^${MOMENT}(?:[-~至到]+${MOMENT})?$`)

function timeOf(half: string | undefined, hours: string, minutes: string | undefined, isHalfPast: boolean): string | null {
  let hour = Number(hours)
  const isAfternoon = half === '下午' || half === '晚上' || half === '晚' || half === 'pm' || (half === '中午' && hour < 11)
  if (isAfternoon && hour < 12) hour += 12
  if ((half === 'am' || half === '上午') && hour === 12) hour = 0
  const minute = isHalfPast ? 30 : Number(minutes ?? 0)
  return hour > 23 || minute > 59 ? null : `${two(hour)}:${two(minute)}`
}

/** Half-width, one kind of dash and colon, no white space. */
function flat(text: string): string {
  return halfWidth(text)
    .toLowerCase()
    .replace(/[—–―－−‐‑~～〜]+/g, '-')
    .replace(/[：∶︰]/g, ':')
    .replace(/\s+/g, '')
}

/** `15:00-16:50`, `15：00～16：50`, `下午3时至5时`, `15:00`: both ends as `HH:mm`; null when it is no time of day. */
export function parseTimeRange(text: string): { readonly start: string; readonly end: string | null } | null {
  const match = RANGE.exec(flat(text))
  if (!match) return null
  const [, half, hours, minutes, saidMinutes, halfPast, suffix, half2, hours2, minutes2, saidMinutes2, halfPast2, suffix2] = match
  const start = timeOf(half ?? suffix, hours as string, minutes ?? saidMinutes, halfPast !== undefined)
  if (start === null) return null
  if (hours2 === undefined) return { start, end: null }
  // 下午3:00-4:30: the half of the day said once holds for both ends.
  const end = timeOf(half2 ?? suffix2 ?? half ?? suffix, hours2, minutes2 ?? saidMinutes2, halfPast2 !== undefined)
  return end === null || end < start ? null : { start, end }
}

function dated(date: string, rest: string): LooseDate {
  if (!isPartialDate(date)) return impossible
  const said = rest.replace(/^t(?=\d)/, '').replace(/^[,，]/, '')
  if (said === '') return { ok: true, date, startTime: null, endTime: null, doubt: null }
  const time = parseTimeRange(said)
  return time ? { ok: true, date, startTime: time.start, endTime: time.end, doubt: null } : unreadable
}

function fromNumber(text: string, options: LooseDateOptions): LooseDate | null {
  if (!/^\d+(\.\d+)?$/.test(text)) return null
  const value = Number(text)
  if (options.isNumber && /^\d{4}\.[1-9]$/.test(text) && value >= 1900 && value < 2201) {
    // 1996.2 to 1996.9 can only be months; 1996.1 may be January or October.
    if (!text.endsWith('.1')) return dated(`${text.slice(0, 4)}-0${text.slice(5)}`, '')
    return { ok: true, date: text.slice(0, 4), startTime: null, endTime: null, doubt: 'yearOnly' }
  }
  // Serial numbers of five figures are the days from 1927 to 2173; four figures are a year where it can be one (in a
  // cell with a number they may be a day before 1927), more are a written date.
  const isEarlySerial = options.isNumber === true && value >= 2201 && value < 10_000
  if (!isEarlySerial && !/^\d{5}(\.\d+)?$/.test(text)) return null
  const date = dateOfSerial(value, options.date1904)
  return date === null ? impossible : { ok: true, date, startTime: timeOfSerial(value), endTime: null, doubt: null }
}

/**
 * Reads a date as it stands in a sheet: serial number, 2025-06-27, 2025.6.27, 2025/6/27, 20250627, 2025年6月27日（星期五）
 * 15:00—16:50, 二〇二五年六月二十七日, full-width digits; a month or a year alone keeps its precision. A day that does not
 * exist is `impossible`, never moved.
 */
export function parseLooseDate(text: string, options: LooseDateOptions = {}): LooseDate {
  const spaced = halfWidth(text).trim()
  if (spaced === '') return { ok: false, problem: 'empty' }
  // The space between a date and a time is the only one that means something: 20250627 1500 would run together.
  const whole = readChineseNumbers(flat(spaced.replace(/(\d)\s+(?=\d{1,2}:)/g, '$1t'))).replace(
    /[(（]?(星期|周|礼拜)[一二三四五六日天][)）]?/,
    '',
  )
  const number = fromNumber(whole, options)
  if (number) return number
  const compact = /^(\d{4})(\d{2})(\d{2})?(?=$|t|[^\d.])(.*)$/.exec(whole)
  if (compact) {
    const [, y, m, d, rest] = compact
    return dated(d === undefined ? `${y}-${m}` : `${y}-${m}-${d}`, rest ?? '')
  }
  const written = /^(\d{4})(?:[-./年](\d{1,2})(?:[-./月](\d{1,2})(?:日|号|\.(?=$)|(?!\d)))?月?)?年?(?!(?<=\d)\d)(.*)$/.exec(whole)
  if (!written) return unreadable
  const [, y, m, d, rest] = written
  const date = [y, m, d].flatMap((part, index) => (part === undefined ? [] : [index === 0 ? part : two(part)])).join('-')
  return dated(date, rest ?? '')
}
