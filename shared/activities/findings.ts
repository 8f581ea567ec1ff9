import { normalName } from '../kernel/text.ts'
import type { PartAttendance } from './attendance.ts'
import type { Finding } from './schema.ts'

/** A finding; `source` stays empty where no regulation speaks. */
export const finding = (code: string, severity: Finding['severity'], path: string, text: string, source = ''): Finding => ({
  code,
  severity,
  path,
  text,
  source,
})

/** Whether a name is only among the absent: of two members of one name, the other may be the one who is there. */
export function isListedAbsent(known: PartAttendance, name: string): boolean {
  const rows = known.attendance.filter((row) => row.name === normalName(name))
  return rows.length > 0 && rows.every((row) => !row.present)
}
