import { expect, test } from 'vitest'
import { octetsText } from '#shared/kernel/octets.ts'

test.each([
  [0, '0 字节'],
  [1023, '1023 字节'],
  [1024, '1 KB'],
  [350_000, '342 KB'],
  [1_300_000, '1.2 MB'],
  [5 * 1024 ** 3, '5 GB'],
])('%d → %s', (octets, expected) => {
  expect(octetsText(octets)).toBe(expected)
})
