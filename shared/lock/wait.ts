/** Wrong attempts that cost nothing: fingers slip. */
const FREE = 3
const LONGEST = 300

/**
 * Seconds to wait after the n-th wrong attempt in a row: 0, 0, 0, 2, 4, 8 … 300. It slows a person at this window; who has
 * a copy of the folder is slowed by scrypt alone.
 */
export function waitAfter(wrongAttempts: number): number {
  return wrongAttempts <= FREE ? 0 : Math.min(LONGEST, 2 ** (wrongAttempts - FREE))
}
