/** 学时统计 of a year, for what is counted from it. */
export { yearHours } from './service.ts'
