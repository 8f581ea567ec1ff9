import { expect, test } from 'vitest'
import { timeLeftText } from '#shared/packs/time-left.ts'

test.each([
  [1000, 500, 500, null],
  [5000, 0, 500, null],
  [5000, 500, 0, null],
  [5000, 500, 500, '不到 1 分钟'],
  [60_000, 100, 290, '约 3 分钟'],
  [60_000, 10, 600, '约 1 小时'],
  [60_000, 10, 795, '约 1 小时 20 分钟'],
])('after %i ms and %i octets, with %i to come: %s', (elapsed, done, left, text) => {
  expect(timeLeftText(elapsed, done, left)).toBe(text)
})
