import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chineseDate, isPlainDate, plusDays } from '#shared/kernel/dates.ts'
import { dateOfSerial, parseLooseDate, parseTimeRange } from '#shared/kernel/loose-date.ts'

const dateOf = (text: string, options = {}) => {
  const read = parseLooseDate(text, options)
  return read.ok ? read.date : read.problem
}
const whole = (text: string, options = {}) => {
  const read = parseLooseDate(text, options)
  return read.ok ? `${read.date} ${read.startTime ?? ''}-${read.endTime ?? ''}${read.doubt ?? ''}` : read.problem
}

/** Any day from 1927 to 2173, which are the serial numbers of five figures. */
const day = fc.integer({ min: 0, max: 89_000 }).map((days) => plusDays('1928-01-01', days))

describe('a date as people write it', () => {
  it.each([
    ['2025-06-27', '2025-06-27'],
    ['2025.6.27', '2025-06-27'],
    ['2025/6/27', '2025-06-27'],
    ['20250627', '2025-06-27'],
    ['2025年6月27日', '2025-06-27'],
    ['２０２５年６月２７日', '2025-06-27'],
    [' 2025 年 6 月 27 日 ', '2025-06-27'],
    ['二〇二五年六月二十七日', '2025-06-27'],
    ['2025年6月27号', '2025-06-27'],
    ['2025年6月27日（星期五）', '2025-06-27'],
    ['1996.01', '1996-01'],
    ['1996年1月', '1996-01'],
    ['199601', '1996-01'],
    ['1996-1', '1996-01'],
    ['1996', '1996'],
    ['1996年', '1996'],
    ['45835', '2025-06-27'],
    ['37956', '2003-12-01'],
  ])('reads %s', (text, date) => {
    expect(dateOf(text)).toBe(date)
  })

  it.each([
    ['2025-06-27 15:00', '2025-06-27 15:00-'],
    ['2025-06-27T15:00:00', '2025-06-27 15:00-'],
    ['2025年6月27日下午3:00', '2025-06-27 15:00-'],
    ['2025年6月27日（星期五）15:00—16:50', '2025-06-27 15:00-16:50'],
    ['2025.6.27 15：00～16：50', '2025-06-27 15:00-16:50'],
    ['2025/6/27 下午3时至4时30分', '2025-06-27 15:00-16:30'],
    ['20250627 9:30', '2025-06-27 09:30-'],
    ['2025年6月27日 上午九点半', '2025-06-27 09:30-'],
    ['45835.625', '2025-06-27 15:00-'],
  ])('reads the time in %s', (text, expected) => {
    expect(whole(text)).toBe(expected)
  })

  it('says that a month kept as a number may be January or October', () => {
    expect(whole('1996.1', { isNumber: true })).toBe('1996 -yearOnly')
    expect(whole('1996.11', { isNumber: true })).toBe('1996-11 -')
    expect(whole('1996.1')).toBe('1996-01 -')
  })

  it.each(['2025-02-30', '2025年13月1日', '20250230', '2025-02-29', '1899-01-01', '0000-01-01', '2025.0.1', '7427'])(
    'refuses %s as no day',
    (text) => {
      expect(dateOf(text)).toBe('impossible')
    },
  )

  it.each(['不详', '6月27日', '25.6.27', '2025-06-27至2025-06-29', '1234567', '-5', '2025-6-27-1', '2025年6月27日25:00'])(
    'cannot read %s',
    (text) => {
      expect(dateOf(text)).toBe('unreadable')
    },
  )

  it('is empty without text', () => {
    expect(dateOf('　 ')).toBe('empty')
  })

  it('counts days as spreadsheets do', () => {
    expect(dateOfSerial(1)).toBe('1900-01-01')
    expect(dateOfSerial(59)).toBe('1900-02-28')
    expect(dateOfSerial(60)).toBeNull()
    expect(dateOfSerial(61)).toBe('1900-03-01')
    expect(dateOfSerial(0, true)).toBe('1904-01-01')
    expect(dateOfSerial(-1)).toBeNull()
    expect(dateOfSerial(2_958_465)).toBeNull()
  })

  it('reads back whatever way a day is printed', () => {
    fc.assert(
      fc.property(day, (date) => {
        const [y, m, d] = date.split('-') as [string, string, string]
        const serial = Math.round((Date.parse(`${date}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000)
        const forms = [
          date,
          `${y}${m}${d}`,
          `${y}.${Number(m)}.${Number(d)}`,
          `${y}/${m}/${d}`,
          chineseDate(date),
          String(serial),
          `${serial}.5`,
        ]
        for (const form of forms) expect(dateOf(form), form).toBe(date)
        expect(dateOf(String(serial - 1462), { date1904: true, isNumber: true })).toBe(date)
        expect(dateOf(`${y}年${Number(m)}月`)).toBe(`${y}-${m}`)
        expect(dateOf(`${y}.${m}`)).toBe(`${y}-${m}`)
      }),
    )
  })

  it('never answers with a day that does not exist', () => {
    const figures = fc.stringMatching(/^[0-9]{4}[-./年][0-9]{1,2}[-./月][0-9]{1,2}日?$/)
    fc.assert(
      fc.property(fc.oneof(figures, fc.string(), fc.stringMatching(/^[0-9.]{1,10}$/)), (text) => {
        const read = parseLooseDate(text)
        if (read.ok && read.date.length === 10) expect(isPlainDate(read.date)).toBe(true)
      }),
    )
  })
})

describe('a time of day', () => {
  it.each([
    ['15:00-16:50', '15:00-16:50'],
    ['15:00—16:50', '15:00-16:50'],
    ['15：00～16：50', '15:00-16:50'],
    ['9:00 － 10:30', '09:00-10:30'],
    ['下午3:00-4:30', '15:00-16:30'],
    ['上午10时至下午2时30分', '10:00-14:30'],
    ['15:00', '15:00-'],
    ['24:00', null],
    ['16:00-15:00', null],
    ['下午', null],
    ['', null],
  ])('reads %s', (text, expected) => {
    const read = parseTimeRange(text)
    expect(read === null ? null : `${read.start}-${read.end ?? ''}`).toBe(expected)
  })

  it('reads back every range it can print', () => {
    const time = fc
      .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
      .map(([h, m]) => `${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`)
    fc.assert(
      fc.property(time, time, fc.constantFrom('-', '—', '～', '至', '——'), (a, b, dash) => {
        const [start, end] = a < b ? [a, b] : [b, a]
        expect(parseTimeRange(`${start}${dash}${end}`)).toEqual({ start, end })
      }),
    )
  })
})
