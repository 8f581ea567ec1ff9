import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseRecoveryCode, recoveryCode, recoveryValues } from '#shared/lock/recovery-code.ts'
import { waitAfter } from '#shared/lock/wait.ts'

const values = fc.array(fc.integer({ min: 0, max: 31 }), { minLength: recoveryValues, maxLength: recoveryValues })

test('a code is read back however it is typed', () => {
  fc.assert(
    fc.property(values, (numbers) => {
      const code = recoveryCode(numbers)
      for (const typed of [code, code.toLowerCase(), code.replaceAll('-', ' '), ` ${code.replaceAll('-', '')} `])
        expect(parseRecoveryCode(typed)).toEqual({ code })
      expect(parseRecoveryCode(code.replaceAll('0', 'O').replaceAll('1', 'l'))).toEqual({ code })
    }),
  )
})

test('one wrong character is told by its group', () => {
  fc.assert(
    fc.property(
      values,
      fc.integer({ min: 0, max: 29 }),
      fc.constantFrom(...'23456789ABCDEFGHJKMNPQRSTVWXYZ'),
      (numbers, at, wrong) => {
        const plain = recoveryCode(numbers).replaceAll('-', '')
        fc.pre(plain[at] !== wrong)
        const typed = plain.slice(0, at) + wrong + plain.slice(at + 1)
        expect(parseRecoveryCode(typed)).toEqual({ problem: 'group', group: Math.floor(at / 5) + 1 })
      },
    ),
  )
})

test('anything else is refused, and nothing breaks', () => {
  expect(parseRecoveryCode('')).toEqual({ problem: 'length' })
  fc.assert(fc.property(fc.string(), (typed) => void parseRecoveryCode(typed)))
})

test('the wait grows and has an end', () => {
  expect([1, 2, 3, 4, 5, 6].map(waitAfter)).toEqual([0, 0, 0, 2, 4, 8])
  expect(waitAfter(1000)).toBe(300)
})
