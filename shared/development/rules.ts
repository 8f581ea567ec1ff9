import { type PlainDate, plusMonths } from '../kernel/dates.ts'
import type { DevelopmentCase } from './case.ts'

const regulation = '《中国共产党发展党员工作细则》(2014)'
const article = (name: string) => `${regulation} ${name}`

/**
 * Where it is written, by what it decides. Articles on votes stand in the rule table; these are about days. The number of an article
 * stands here only where its text was seen; elsewhere the regulation alone is named.
 */
export const sources = {
  talk: article('第七条'),
  activist: article('第八条'),
  mentors: regulation,
  examination: regulation,
  target: article('第十三条'),
  sponsors: regulation,
  training: article('第十七条'),
  review: article('第十九条'),
  notice: '上级党组织关于发展党员公示的规定',
  admission: article('第二十条、第二十一条'),
  approval: regulation,
  probation: article('第三十二条'),
  conversion: article('第三十三条'),
  conversionApproval: regulation,
  partyAge: '《中国共产党章程》第七条',
} as const

/** Months from the application within which somebody is sent to talk (第七条). */
const talkMonths = 1
/** Months an activist is educated at least before 发展对象 (第十三条). */
const activistMonths = 12
/** Months between two examinations of an activist. */
const examinationMonths = 6
/** Months within which the superior decides. */
const approvalMonths = 3
/** 预备期 (第三十二条). */
const probationMonths = 12
/** 延长预备期: not less than half a year, not more than one year, once (第三十二条). */
export const extension = { least: 6, most: 12 } as const

const after = (day: PlainDate | null, months: number) => (day === null ? null : plusMonths(day, months))

/** The last day for the talk with the applicant. */
export const talkDue = ({ dates }: DevelopmentCase) => after(dates.appliedOn, talkMonths)

/** The first day on which an activist can become 发展对象. */
export const targetNotBefore = ({ dates }: DevelopmentCase) => after(dates.activistOn, activistMonths)

/** When an activist is to be examined next; null before that and after admission. */
export function examinationDue({ dates, examinedOn, status }: DevelopmentCase): PlainDate | null {
  if (dates.activistOn === null || dates.admittedOn !== null || status === 'ended') return null
  const from = dates.activistOn
  const last = examinedOn.findLast((day) => day >= from) ?? from
  return plusMonths(last, examinationMonths)
}

/** The last day for the superior's decision on admission, and on conversion. */
export const approvalDue = ({ dates }: DevelopmentCase) => after(dates.admittedOn, approvalMonths)
export const conversionApprovalDue = ({ dates }: DevelopmentCase) => after(dates.convertedOn, approvalMonths)

/**
 * The day on which probation is over and conversion can be discussed: a year from the day the general meeting admitted the
 * person, longer by what a later meeting has added. Null before admission.
 */
export function probationEnd({ dates, extensionMonths }: Pick<DevelopmentCase, 'dates' | 'extensionMonths'>): PlainDate | null {
  const added = dates.extendedOn === null ? 0 : (extensionMonths ?? 0)
  return after(dates.admittedOn, probationMonths + added)
}
