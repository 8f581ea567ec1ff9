import type { Content } from '../dossier/field.ts'
import { normalName } from '../kernel/text.ts'

/** One person's own hours in a record that lists several. */
export interface IndividualHours {
  readonly personId: string
  readonly name: string
  readonly hours: number
}

/** Key of the table 「每人学时」 in the content of a record. */
export const individualHoursKey = 'each'

/** The lines of 「每人学时」 that say whose hours they are and how many; others give nobody anything. */
export function individualHours(content: Content): IndividualHours[] {
  const rows = content[individualHoursKey]
  if (!Array.isArray(rows)) return []
  return rows.flatMap((row): IndividualHours[] => {
    if (typeof row !== 'object' || row === null) return []
    const { personId, name, hours } = row
    return typeof personId === 'string' && typeof name === 'string' && typeof hours === 'number' ? [{ personId, name, hours }] : []
  })
}

/** What a pasted list yields: lines in its order, and in words what could not be taken, by line. */
export interface PastedHours {
  readonly lines: readonly IndividualHours[]
  readonly problems: readonly string[]
}

const plainNumber = /^\d+(\.\d+)?$/

/** Head lines of exported lists are no problem: 姓名, 学时. */
const isHead = (cells: readonly string[]) => cells.some((cell) => normalName(cell) === '姓名')

/**
 * Names and hours pasted from a spreadsheet: a person a line, the name in one cell and the hours in the next cell that is a
 * number. A name that is not on the roster, or is there twice, and a line without a number are named and left out; of two lines
 * for one person the first is taken.
 *
 * @param members the roster of the day
 */
export function pastedHours(text: string, members: readonly { readonly personId: string; readonly name: string }[]): PastedHours {
  const lines: IndividualHours[] = []
  const problems: string[] = []
  const taken = new Set<string>()
  const byName = Map.groupBy(members, ({ name }) => normalName(name))
  for (const [at, line] of text.split(/\r\n|\r|\n/).entries()) {
    const cells = line
      .split(/[\t,，;；]| {2,}| (?=\d)/)
      .map((cell) => cell.trim())
      .filter((cell) => cell !== '')
    if (cells.length === 0 || isHead(cells)) continue
    const place = `第${at + 1}行`
    const nameAt = cells.findIndex((cell) => byName.has(normalName(cell)))
    const found = byName.get(normalName(cells[nameAt] ?? '')) ?? []
    const [person] = found
    const cell = cells.slice(nameAt + 1).find((each) => plainNumber.test(each))
    if (!person) problems.push(`${place}“${cells.find((each) => !plainNumber.test(each)) ?? cells[0]}”不在当天的党员名单里`)
    else if (found.length > 1) problems.push(`${place}“${person.name}”有同名的人，请在表里直接填`)
    else if (cell === undefined) problems.push(`${place}“${person.name}”后面没有学时数`)
    else if (Number(cell) > 400) problems.push(`${place}“${person.name}”的学时不大于400`)
    else if (taken.has(person.personId)) problems.push(`${place}“${person.name}”重复，只取前一行`)
    else {
      taken.add(person.personId)
      lines.push({ personId: person.personId, name: person.name, hours: Number(cell) })
    }
  }
  return { lines, problems }
}
