import { monthOf, type PlainDate, yearOf } from '../kernel/dates.ts'
import type { DossierKind } from './kind.ts'

/** 归属年度 that a record is given until somebody says otherwise (DOMAIN 2.2): the year of its day, or the year before. */
export function proposedYear(kind: DossierKind, date: PlainDate): number {
  return yearOf(date) - (kind.looksBack && monthOf(date) <= 3 ? 1 : 0)
}
