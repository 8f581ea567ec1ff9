import { client } from '#renderer/api/client.ts'
import type { TableKind } from '#shared/documents/contract.ts'

/** The tables of a year in the order of the list. */
export const tables: readonly { readonly table: TableKind; readonly name: string }[] = [
  { table: 'year', name: '“三会一课”统计表' },
  { table: 'attendance', name: '党员出勤率统计表' },
  { table: 'hours', name: '党员学时统计表' },
  { table: 'roster', name: '党员花名册' },
]

/** Where a table is looked at before it is printed. */
export const tablePreviewPath = (table: TableKind, withSensitive = false): string =>
  `/tables/${table}/preview${withSensitive ? '?sensitive=1' : ''}`

/** A table as a sheet; the roster in the columns and codes of the national form. */
export function makeTableSheet(table: TableKind, year: number, withSensitive: boolean) {
  switch (table) {
    case 'roster':
      return client.documents.makeRosterSheet({ year, withSensitive })
    case 'attendance':
      return client.reports.makeAttendanceTable({ year })
    case 'hours':
      return client.study.makeHourTable({ year })
    case 'year':
      return client.documents.makeYearTable({ year })
  }
}
