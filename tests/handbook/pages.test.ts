import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bookPages } from '#shared/handbook/pages.ts'

const papers = fc.array(fc.record({ count: fc.integer({ min: 1, max: 9 }), odd: fc.boolean() }), { minLength: 1, maxLength: 40 })

describe('pages of a book', () => {
  it('follow each other without a gap but the fillers, and begin on odd pages where they have to', () => {
    fc.assert(
      fc.property(papers, (given) => {
        const [first, ...rest] = given
        const counts = given.map(({ count }) => count)
        const mustBeOdd = [first?.odd ?? false, ...rest.map(({ odd }) => odd)]
        const { starts, fillers, total } = bookPages(counts, mustBeOdd)
        expect(starts[0]).toBe(1)
        for (const [i, start] of starts.entries()) {
          if (mustBeOdd[i]) expect(start % 2).toBe(1)
          const end = start + (counts[i] ?? 0) - 1
          expect(starts[i + 1] ?? total + 1).toBe(end + (fillers[i] ? 2 : 1))
          // A leaf is never wasted: an empty page stands only on the back of one.
          if (fillers[i]) expect(end % 2).toBe(1)
        }
      }),
    )
  })

  it('are the sum of all papers where every one follows at once', () => {
    expect(bookPages([2, 1, 3], [false, false, false])).toEqual({ starts: [1, 3, 4], fillers: [false, false, false], total: 6 })
    expect(bookPages([1, 1, 2, 1], [true, true, true, true])).toEqual({
      starts: [1, 3, 5, 7],
      fillers: [true, true, false, false],
      total: 7,
    })
  })
})
