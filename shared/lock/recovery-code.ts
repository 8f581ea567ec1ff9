// The printed recovery code: six groups of four random characters and one that checks them, `7K3M-Q…`. Crockford's base32
// leaves out I, L, O and U; typed by hand, I and L are read as 1 and O as 0 (https://www.crockford.com/base32.html).

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const GROUPS = 6
const DATA = 4

/** How many random values of five bits a code is made of: 120 bits. */
export const recoveryValues = GROUPS * DATA

const letter = (value: number) => alphabet[value] ?? '0'

/** Odd weights: any one wrong character of a group changes it, and nearly every exchange of two. */
function checkOf(group: readonly number[], index: number): number {
  return group.reduce((sum, value, place) => sum + value * (2 * place + 1), index * 7) % 32
}

/**
 * The code as it is printed.
 * @param values 24 numbers from 0 to 31
 */
export function recoveryCode(values: readonly number[]): string {
  return Array.from({ length: GROUPS }, (_, index) => {
    const group = values.slice(index * DATA, (index + 1) * DATA)
    return [...group, checkOf(group, index)].map(letter).join('')
  }).join('-')
}

/** A typed code: as it is printed, or what is wrong with it; `group` counts from 1. */
export type ParsedRecoveryCode =
  | { readonly code: string }
  | { readonly problem: 'length' }
  | { readonly problem: 'group'; readonly group: number }

/** Reads a typed code; small letters, spaces and missing hyphens do not matter. */
export function parseRecoveryCode(typed: string): ParsedRecoveryCode {
  const plain = typed.normalize('NFKC').toUpperCase().replace(/[\s-]/g, '').replace(/[IL]/g, '1').replace(/O/g, '0')
  if (plain.length !== GROUPS * (DATA + 1)) return { problem: 'length' }
  for (let index = 0; index < GROUPS; index++) {
    const values = Array.from(plain.slice(index * (DATA + 1), (index + 1) * (DATA + 1)), (character) => alphabet.indexOf(character))
    if (values.includes(-1) || checkOf(values.slice(0, DATA), index) !== values[DATA]) return { problem: 'group', group: index + 1 }
  }
  return { code: (plain.match(/.{5}/g) ?? []).join('-') }
}
