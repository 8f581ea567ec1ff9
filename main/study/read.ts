/** Study of one member for the paper of it, and who has made up what. */
export { memberStudy, yearMissed } from './member.ts'
/** 学时统计 of a year, for what is counted from it. */
export { yearHours } from './service.ts'
