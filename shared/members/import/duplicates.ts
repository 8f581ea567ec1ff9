import type { Remarks } from '../../files/row-remarks.ts'
import type { RosterRow } from './roster-rows.ts'

/**
 * Leaves out rows that name a person of the same sheet again: the same ID number, or the same name and day of joining
 * without two different ID numbers. Two people of one name are only pointed out.
 */
export function withoutDuplicates(rows: readonly RosterRow[], remarks: Remarks): RosterRow[] {
  const kept: RosterRow[] = []
  const byId = new Map<string, RosterRow>()
  const byName = Map.groupBy([] as RosterRow[], (row) => row.name)
  for (const row of rows) {
    const sameId = row.idNumber === '' ? undefined : byId.get(row.idNumber)
    if (sameId) {
      remarks.skip(row.row, `与第${sameId.row}行身份证号相同，没有重复录入`)
      continue
    }
    const namesakes = byName.get(row.name) ?? []
    const same = namesakes.find(
      (other) =>
        other.joinedOn === row.joinedOn &&
        (other.idNumber === '' || row.idNumber === '') &&
        (row.joinedOn !== null || isEmptyTwin(row, other)),
    )
    if (same) {
      remarks.skip(row.row, `与第${same.row}行重复，没有重复录入`)
      continue
    }
    if (namesakes[0]) remarks.warn(row.row, `与第${namesakes[0].row}行同名，按两个人录入，请核对`)
    kept.push(row)
    byName.set(row.name, [...namesakes, row])
    if (row.idNumber !== '') byId.set(row.idNumber, row)
  }
  return kept
}

/** Nothing that could tell the two rows apart. */
const isEmptyTwin = (a: RosterRow, b: RosterRow) => a.idNumber === '' && b.idNumber === '' && a.birthDate === b.birthDate
