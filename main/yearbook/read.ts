import type { Dossier } from '#shared/dossier/schema.ts'
import type { Yearbook, YearbookSpan } from '#shared/yearbook/schema.ts'
import { readDossiers } from '../dossier/read.ts'
import type { OpenLedger } from '../ledger/open-ledger.ts'

/** What the two spans are called in a 半年分析 or 年终总结. */
export const sortOf = { half: 'midYear', year: 'yearEnd' } as const

/** The latest 半年分析 or 年终总结 of a year. */
export function summingUp(ledger: OpenLedger, year: number, span: YearbookSpan): Dossier | undefined {
  return readDossiers(ledger, { year, kinds: ['halfYearReview'] }).findLast(({ content }) => content['sort'] === sortOf[span])
}

/** 下一步打算 as typed; empty where nothing has been. */
export function readNextSteps(ledger: OpenLedger, year: number, span: YearbookSpan): Yearbook['nextSteps'] {
  const kept = summingUp(ledger, year, span)
  const text = kept?.content['nextSteps']
  return {
    text: typeof text === 'string' ? text : '',
    recordId: kept?.id ?? null,
    revision: kept?.revision ?? 0,
    recordNumber: kept?.recordNumber ?? '',
  }
}
