import type { Core } from '../../core.ts'
import { yearTableXlsx } from '../../documents/year-table.ts'
import { attendanceTableXlsx } from '../../reports/attendance-table.ts'
import { yearAttendance } from '../../reports/read.ts'
import { hourTableXlsx } from '../../study/hour-table.ts'
import { yearHours } from '../../study/read.ts'
import type { GatheredYear } from './gather.ts'

/** A table of the year that lies beside the papers; `make` needs the ledger no more. */
interface YearTable {
  readonly name: string
  readonly make: () => Promise<Uint8Array>
}

/**
 * 90_统计表 of a pack (DOMAIN 6.2): 三会一课, 出勤率 and 学时, with the numbers of the screen. The last two have a line for each
 * member and are left out while nobody is on the roster.
 *
 * @throws AppError LEDGER_NOT_OPEN
 */
export function yearTables(core: Core, { branch, year, summary }: GatheredYear): readonly YearTable[] {
  const attendance = yearAttendance(core, year)
  const hours = yearHours(core, year)
  return [
    { name: '三会一课统计表', make: () => yearTableXlsx(summary, branch) },
    ...(attendance.lines.length === 0 ? [] : [{ name: '出勤率统计表', make: () => attendanceTableXlsx(attendance, branch) }]),
    ...(hours.lines.length === 0 ? [] : [{ name: '学时统计表', make: () => hourTableXlsx(hours, branch) }]),
  ]
}
