import { isPlainDate, type PartialDate } from '../../kernel/dates.ts'
import { halfWidth } from '../../kernel/width.ts'

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const
const CHECK = '10X98765432'

/** The check digit of the first 17 figures (GB 11643-1999, mod 11). */
export function checkDigit(figures: string): string {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(figures[index]), 0)
  return CHECK[sum % 11] as string
}

/** Without spaces, dashes and apostrophes, X in capitals; a card of 15 figures as one of 18 (born 19__). */
export function plainIdNumber(text: string): string {
  const plain = halfWidth(text)
    .replace(/[\s'’`-]/g, '')
    .toUpperCase()
  if (!/^\d{15}$/.test(plain)) return plain
  const long = `${plain.slice(0, 6)}19${plain.slice(6)}`
  return `${long}${checkDigit(long)}`
}

/** What an ID number says about its holder; null when it is not 18 characters in the right form. */
export function readIdNumber(
  idNumber: string,
): { readonly birthDate: PartialDate | null; readonly gender: 'male' | 'female'; readonly isChecked: boolean } | null {
  if (!/^\d{17}[\dX]$/.test(idNumber)) return null
  const birthDate = `${idNumber.slice(6, 10)}-${idNumber.slice(10, 12)}-${idNumber.slice(12, 14)}`
  return {
    birthDate: isPlainDate(birthDate) ? birthDate : null,
    gender: Number(idNumber[16]) % 2 === 1 ? 'male' : 'female',
    isChecked: checkDigit(idNumber) === idNumber[17],
  }
}

/**
 * What is doubtful about an ID number, beside the birth date and sex of the same row. Never a reason to refuse: old
 * cards are wrong (DOMAIN 7.4). The texts name no figure of the number.
 */
export function idNumberDoubts(idNumber: string, birthDate: PartialDate | null, gender: 'male' | 'female' | ''): string[] {
  const read = readIdNumber(idNumber)
  if (!read) return ['身份证号不是18位，请核对']
  const doubts: string[] = []
  if (!read.isChecked) doubts.push('身份证号校验位不对，请核对')
  if (read.birthDate === null) doubts.push('身份证号中的出生日期不是真实的一天，请核对')
  else if (birthDate !== null && !read.birthDate.startsWith(birthDate)) doubts.push('出生日期与身份证号不一致，请核对')
  if (gender !== '' && gender !== read.gender) doubts.push('性别与身份证号不一致，请核对')
  return doubts
}
