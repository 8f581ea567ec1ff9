import { absenceReasonNames } from '#shared/activities/labels.ts'
import type { AttendanceLine, AttendanceOutcome } from '#shared/reports/schema.ts'

/** `96.7%`; 「—」 where nothing was due. */
export function rateText(rate: number | null): string {
  return rate === null ? '—' : `${(Math.round(rate * 1000) / 10).toFixed(1)}%`
}

/** `公出11次、病假1次` */
export function leaveText({ leaveReasons }: Pick<AttendanceLine, 'leaveReasons'>): string {
  return leaveReasons.map(({ reason, times }) => `${absenceReasonNames[reason]}${times}次`).join('、')
}

export const outcomeNames: Record<AttendanceOutcome, string> = {
  present: '出席',
  leave: '请假',
  unexcused: '未请假',
  exempt: '不作硬性要求',
}
