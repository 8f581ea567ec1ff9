import { z } from 'zod'
import { procedure } from '../kernel/contract.ts'
import { attendanceReportSchema } from './schema.ts'

const ofYear = z.strictObject({ year: z.number().int().min(1921).max(2200) })

export const reportsContract = {
  /** 出勤率统计表 of a year, as of today. */
  attendance: procedure.input(ofYear).output(attendanceReportSchema),
  /** The same as XLSX, waiting to be fetched. */
  makeAttendanceTable: procedure
    .input(ofYear)
    .output(z.object({ token: z.string(), fileName: z.string(), octets: z.number().int() })),
}
