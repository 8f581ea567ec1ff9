/** 出勤率统计表 of a year, for what is counted from it. */
export { yearAttendance } from './service.ts'
