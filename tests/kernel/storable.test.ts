import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inputParams } from '#shared/kernel/input-text.ts'
import { unstorableIssues, unstorableReason } from '#shared/kernel/storable.ts'
import { cut } from '#shared/kernel/text.ts'

describe('text that cannot be stored unchanged', () => {
  test('is named with its field, the words before it and its number', () => {
    const issues = unstorableIssues({ parts: [{ title: '第二季度', agenda: [{ title: '审议\0报告' }] }] })
    expect(inputParams(issues)).toMatchObject({
      path: 'parts.0.agenda.0.title',
      field: '会议内容第1项 › 议题第1项 › 名称',
      issues: '会议内容第1项 › 议题第1项 › 名称：「审议」后面有一个无法保存的字符（U+0000），请删去后重新录入',
    })
    expect(unstorableReason('\ud83d笑')).toContain('开头有一个无法保存的字符（U+D83D）')
    expect(unstorableIssues({ ['\0']: 1 })).toHaveLength(1)
  })

  test('everything else passes: it is exactly what UTF-8 writes and reads back, without U+0000', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.array(fc.integer({ min: 0, max: 0xffff })), (plain, units) => {
        for (const text of [plain, String.fromCharCode(...units)]) {
          const isSame = Buffer.from(text, 'utf8').toString('utf8') === text && !text.includes('\0')
          expect(unstorableReason(text) === null).toBe(isSame)
        }
      }),
    )
  })

  test('input nested without end is refused before anybody reads it', () => {
    const deep = JSON.parse('['.repeat(100_000) + ']'.repeat(100_000)) as unknown
    expect(unstorableIssues(deep)).toMatchObject([{ message: '内容的层次太深' }])
  })
})

test('a text is cut at the limit, and never inside a character', () => {
  expect(cut('𠮷𠮷', 3)).toBe('𠮷')
  expect(cut('张三', 2)).toBe('张三')
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.nat(30), (text, units) => {
      const start = cut(text, units)
      expect(start.length).toBeLessThanOrEqual(units)
      expect(start.length).toBeGreaterThanOrEqual(Math.min(units - 1, text.length))
      expect(text.startsWith(start)).toBe(true)
      expect(start.isWellFormed()).toBe(true)
    }),
  )
})
