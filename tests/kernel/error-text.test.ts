import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { saveActivitySchema } from '#shared/activities/schema.ts'
import { errorLine, errorText } from '#shared/kernel/error-text.ts'
import { errorCodes } from '#shared/kernel/errors.ts'
import { fieldText, inputParams, issuesText } from '#shared/kernel/input-text.ts'

describe('every expected failure', () => {
  test.each(errorCodes)('%s is told in Chinese, with and without parameters', (code) => {
    const params = { path: '/数据', file: '台账.xlsx', row: 3, needed: 5_000_000, free: 1, version: 9, known: 1, year: 2025 }
    for (const given of [{}, params]) {
      const { title, advice } = errorText(code, given)
      expect(title).toMatch(/\p{Script=Han}/u)
      expect(advice).toMatch(/[。\p{Script=Han}]$/u)
      expect(errorLine(code, given)).not.toMatch(/undefined|null|NaN|\[object|「」|[A-Z]{2,}_[A-Z]/)
    }
  })

  test('names the file, the folder, who has it open', () => {
    expect(errorLine('SHEET_NO_HEADER', { file: '台账.xlsx' })).toContain('「台账.xlsx」')
    expect(errorLine('LEDGER_READ_ONLY', { path: '/数据' })).toContain('「/数据」')
    const inUse = errorLine('LEDGER_IN_USE', { path: '/数据', host: '三支部电脑', since: '2026-01-10T01:02:03.000Z', pid: 7 })
    expect(inUse).toContain('三支部电脑')
    expect(inUse).toContain('进程号 7')
  })
})

describe('input that does not fit', () => {
  const issuesOf = (value: unknown) => saveActivitySchema.safeParse(value).error?.issues ?? []

  test('is told by the names of its fields', () => {
    const issues = issuesOf({
      date: '2025-02-30',
      startTime: '25:00',
      parts: [{ purpose: 'party', title: '大会', absentees: [{ name: '' }] }],
    })
    const text = issuesText(issues)
    expect(text).toContain('日期：日期应为真实存在的一天，如 2025-06-27')
    expect(text).toContain('开始时间：时间应为 24 小时制，如 15:00')
    expect(text).toContain('会议内容第1项 › 类型：只能是 generalMeeting、')
    expect(text).toContain('会议内容第1项 › 缺席人员第1项 › 名称：没有填写')
    expect(text).not.toMatch(/Invalid|expected|received/)
    expect(inputParams(issues)).toMatchObject({ path: 'date', field: '日期', count: issues.length })
  })

  test('missing, unknown and mistyped fields', () => {
    expect(issuesText(issuesOf({}))).toBe('日期：没有填写\n会议内容：没有填写')
    expect(issuesText(z.strictObject({}).safeParse({ extra: 1 }).error?.issues ?? [])).toBe('有不认识的内容：extra')
    expect(issuesText(z.object({ year: z.number().int().max(2200) }).safeParse({ year: 3000 }).error?.issues ?? [])).toBe(
      '年度：不能大于 2200',
    )
    expect(issuesText(z.object({ id: z.uuid() }).safeParse({ id: 'x' }).error?.issues ?? [])).toBe('编号：编号不对')
    expect(issuesText(z.object({ year: z.number() }).safeParse({ year: '2025' }).error?.issues ?? [])).toBe('年度：应为数字')
  })

  test('of any shape is told without English and without failing', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        const issues = saveActivitySchema.safeParse(value).error?.issues ?? []
        expect(issuesText(issues)).not.toMatch(/Invalid|expected|received/)
      }),
    )
    fc.assert(fc.property(fc.array(fc.oneof(fc.string(), fc.nat())), (path) => typeof fieldText(path) === 'string'))
  })
})
