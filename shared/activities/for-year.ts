import { monthOf, type PlainDate, yearOf } from '../kernel/dates.ts'
import type { Purpose } from './schema.ts'

/**
 * 归属年度 that a record is given until somebody says otherwise: a 组织生活会 or 民主评议 held from January to March looks
 * back at the year before (DOMAIN 2.2); everything else belongs to the year of its day.
 */
export function proposedForYear(purpose: Purpose, date: PlainDate): number {
  const looksBack = purpose === 'organizationalLifeMeeting' || purpose === 'democraticAppraisal'
  return yearOf(date) - (looksBack && monthOf(date) <= 3 ? 1 : 0)
}
