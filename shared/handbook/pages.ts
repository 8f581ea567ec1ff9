/** Where the papers of a book stand. */
export interface BookPages {
  /** Page on which each paper begins; the first page of the book is 1. */
  readonly starts: readonly number[]
  /** For each paper: whether an empty page follows, so that the next one begins on an odd page. */
  readonly fillers: readonly boolean[]
  readonly total: number
}

/**
 * Lays papers of known length one behind the other.
 *
 * @param counts pages of each paper, at least one
 * @param mustBeOdd for each paper: whether it has to begin on an odd page, a right-hand one
 */
export function bookPages(counts: readonly number[], mustBeOdd: readonly boolean[]): BookPages {
  const starts: number[] = []
  const fillers: boolean[] = []
  let next = 1
  for (const [i, count] of counts.entries()) {
    starts.push(next)
    const end = next + count - 1
    const isFilled = end % 2 === 1 && mustBeOdd[i + 1] === true
    fillers.push(isFilled)
    next = end + (isFilled ? 2 : 1)
  }
  return { starts, fillers, total: next - 1 }
}
