import { safeName } from '#shared/packs/names.ts'
import { attendanceReport } from '#shared/reports/attendance.ts'
import type { AttendanceReport } from '#shared/reports/schema.ts'
import { readActivities } from '../activities/read.ts'
import { readBranch } from '../branch/read.ts'
import type { Core } from '../core.ts'
import { readRosterHistory } from '../members/read.ts'
import { today } from '../platform/clock.ts'
import { yearMissed } from '../study/read.ts'
import { attendanceTableXlsx } from './attendance-table.ts'

/** 出勤率统计表 of a year, as of today. @throws AppError LEDGER_NOT_OPEN */
export function yearAttendance(core: Core, year: number): AttendanceReport {
  const ledger = core.session.require()
  return attendanceReport(readActivities(ledger, { year }), readRosterHistory(ledger), year, {
    today: today(core.clock),
    madeUp: Map.groupBy(
      yearMissed(core, year).flatMap(({ people }) => people.filter(({ madeUpIn }) => madeUpIn !== null)),
      ({ personId }) => personId,
    ),
  })
}

/** The same as XLSX in the outbox. @throws AppError NOT_FOUND before the branch is made, LEDGER_NOT_OPEN */
export async function makeAttendanceTable(core: Core, year: number) {
  const report = yearAttendance(core, year)
  const branch = readBranch(core.session.require())
  return core.outbox.put({
    fileName: safeName(`${branch.shortName}${year}年党员出勤率统计表.xlsx`),
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    content: await attendanceTableXlsx(report, branch),
  })
}
