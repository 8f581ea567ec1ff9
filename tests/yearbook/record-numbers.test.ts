import fc from 'fast-check'
import { expect, test } from 'vitest'
import { recordNumbersText } from '#shared/yearbook/record-numbers.ts'

test('numbers of one kind and year stand together, stretches short', () => {
  expect(recordNumbersText(['2025-支委会-01', '2025-支委会-02', '2025-支委会-03'])).toBe('2025-支委会-01至03')
  expect(recordNumbersText(['2025-党课-02', '2025-集中培训-01', '2025-党课-01'])).toBe('2025-党课-01、02；2025-集中培训-01')
  expect(recordNumbersText(['', ''])).toBe('')
  expect(recordNumbersText(Array.from({ length: 12 }, (_, at) => `2025-党小组会-${String(2 * at + 1).padStart(2, '0')}`))).toBe(
    '2025-党小组会-01、03、05、07、09、11等12件',
  )
})

test('whatever the records, how many there are is said or can be counted', () => {
  const number = fc.tuple(fc.constantFrom('2024-党课-', '2025-党课-', '2025-谈心谈话-'), fc.integer({ min: 1, max: 120 }))
  fc.assert(
    fc.property(fc.array(number, { maxLength: 40 }), (given) => {
      const numbers = [...new Set(given.map(([prefix, at]) => `${prefix}${String(at).padStart(2, '0')}`))]
      const text = recordNumbersText(given.map(([prefix, at]) => `${prefix}${String(at).padStart(2, '0')}`))
      const said = /等(\d+)件$/u.exec(text)
      if (said) expect(Number(said[1])).toBe(numbers.length)
      else {
        const written = text
          .split('；')
          .filter((part) => part !== '')
          .flatMap((part) => {
            const [, prefix = '', rest = ''] = /^(\d{4}-\D+-)(.*)$/u.exec(part) ?? []
            return rest.split('、').flatMap((piece) => {
              const [from = '', to = from] = piece.split('至')
              return Array.from(
                { length: Number(to) - Number(from) + 1 },
                (_, at) => `${prefix}${String(Number(from) + at).padStart(2, '0')}`,
              )
            })
          })
        expect(written.toSorted()).toEqual(numbers.toSorted())
      }
    }),
  )
})
