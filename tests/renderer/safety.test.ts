import { describe, expect, test } from 'vitest'
import { momentText, safetyText } from '#renderer/ledger/words.ts'

const today = '2026-01-10'
const at = (local: string) => new Date(local).toISOString()
const quiet = { lastBackupAt: at('2026-01-10T09:12:00'), needsOutside: false, isShrunk: false, failure: null }

describe('the line about backups', () => {
  test('says when, as one would say it', () => {
    expect(safetyText(quiet, today)).toEqual({ text: '今天 9:12 已备份', isUrgent: false })
    expect(momentText(at('2026-01-08T16:30:00'), today)).toBe('1月8日 16:30')
    expect(momentText(at('2025-12-30T16:30:00'), today)).toBe('2025年12月30日 16:30')
    expect(safetyText({ ...quiet, lastBackupAt: null }, today).text).toBe('还没有备份')
  })

  test('the worst thing comes first', () => {
    expect(safetyText({ ...quiet, needsOutside: true }, today)).toEqual({ text: '已有 30 天没有备份到 U 盘', isUrgent: true })
    expect(safetyText({ ...quiet, needsOutside: true, isShrunk: true }, today).text).toContain('变小')
    expect(safetyText({ ...quiet, isShrunk: true, failure: 'LEDGER_NO_SPACE' }, today).text).toContain('没有成功')
  })
})
