import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import chineseDays from 'chinese-days'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inProcessClient } from '#main/shells/in-process.ts'
import { dayWords, isRestDay } from '#shared/calendar/labels.ts'
import { dayOf, readWorkingDays } from '#shared/calendar/working-days.ts'
import { plusDays } from '#shared/kernel/dates.ts'
import { dumpLedger, openTestLedger, temporaryFolder } from '../helpers/ledger.ts'

const bundled = readWorkingDays(JSON.parse(readFileSync('resources/working-days.json', 'utf8')))
const day = (year: number, date: string, kind = 'holiday', name = '元旦') => ({ year, days: [{ date, kind, name }] })
const table = (...years: unknown[]) => ({ schema: 'working-days', version: '2027-1', source: '国务院办公厅通知', years })

function open() {
  const { core, ledger } = openTestLedger()
  const client = inProcessClient(core)
  const importing = (value: unknown) => {
    const path = join(temporaryFolder(), '工作日.json')
    writeFileSync(path, JSON.stringify(value))
    return client.calendar.import({ file: core.staging.fromPath(path).token })
  }
  return { client, ledger, importing }
}

describe('the table that comes with the program', () => {
  it('agrees with its source on every day', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 8400 }).map((offset) => plusDays('2004-01-01', offset)),
        (date) => {
          const found = dayOf(bundled, date)
          if (found.isYearKnown) expect(isRestDay(found), date).toBe(!chineseDays.isWorkday(date))
        },
      ),
      { numRuns: 300 },
    )
  })
  it('knows holidays, the days worked for them, and weekends', () => {
    expect(dayOf(bundled, '2025-10-01')).toMatchObject({ kind: 'holiday', name: '国庆节', weekday: '星期三', isYearKnown: true })
    expect(dayOf(bundled, '2025-09-28')).toMatchObject({ kind: 'adjustedWorkday', name: '国庆节', weekday: '星期日' })
    expect(dayOf(bundled, '2025-06-28')).toMatchObject({ kind: 'restDay', name: '' })
    expect(dayOf(bundled, '2025-06-27')).toMatchObject({ kind: 'workday' })
  })
  it('a year it does not know: weekends only, and it says so', () => {
    const found = dayOf(bundled, '2031-10-01')
    expect(found).toMatchObject({ kind: 'workday', isYearKnown: false })
    expect(dayWords(found)).toBe('星期三，工作日，2031年的节假日安排未录入，只能按周末判断')
    expect(dayOf(bundled, '2031-10-04')).toMatchObject({ kind: 'restDay', isYearKnown: false })
    expect(dayWords(dayOf(bundled, '2025-10-01'))).toBe('星期三，节假日（国庆节）')
  })
})

describe('a newer table', () => {
  it('brings its years and keeps the others, also those taken in before', async () => {
    const { client, importing } = open()
    expect(await client.calendar.day({ date: '2027-01-01' })).toMatchObject({ kind: 'workday', isYearKnown: false })
    const info = await importing(table(day(2027, '2027-01-01')))
    expect(info).toMatchObject({ version: '2027-1' })
    expect(info.years).toContain(2025)
    expect(await client.calendar.day({ date: '2027-01-01' })).toMatchObject({ kind: 'holiday', name: '元旦', isYearKnown: true })
    await importing(table(day(2028, '2028-01-03'), day(2025, '2025-10-08', 'adjustedWorkday', '国庆节')))
    expect(await client.calendar.day({ date: '2027-01-01' })).toMatchObject({ kind: 'holiday' })
    expect(await client.calendar.day({ date: '2025-10-01' })).toMatchObject({ kind: 'workday' })
    expect((await client.calendar.table({})).years.slice(-3)).toEqual([2026, 2027, 2028])
  })
  it('is refused whole when a row is wrong', async () => {
    const { ledger, importing } = open()
    const before = dumpLedger(ledger)
    const wrong: unknown[] = [
      table(day(2027, '2026-12-31')),
      table(day(2027, '2027-02-30')),
      table(day(2027, '2027-01-01', 'feast')),
      table(day(2027, '2027-01-01'), day(2027, '2027-01-02')),
      table({ year: 2027, days: [...day(2027, '2027-01-01').days, ...day(2027, '2027-01-01').days] }),
      table(),
      { ...table(day(2027, '2027-01-01')), schema: 'rules-table' },
      null,
    ]
    for (const value of wrong)
      await expect(importing(value), JSON.stringify(value)).rejects.toMatchObject({ code: 'INPUT_INVALID' })
    expect(dumpLedger(ledger)).toEqual(before)
  })
})

describe('a range of days', () => {
  it('has each day once; backwards or too long is refused', async () => {
    const { client } = open()
    const days = await client.calendar.days({ from: '2025-09-27', to: '2025-10-02' })
    expect(days.map(({ kind }) => kind)).toEqual(['restDay', 'adjustedWorkday', 'workday', 'workday', 'holiday', 'holiday'])
    await expect(client.calendar.days({ from: '2025-10-02', to: '2025-10-01' })).rejects.toMatchObject({ code: 'INPUT_INVALID' })
    await expect(client.calendar.days({ from: '2025-01-01', to: '2027-01-01' })).rejects.toMatchObject({ code: 'INPUT_INVALID' })
  })
})
