import type { Core } from '../core.ts'
import { readRating } from './gap-list.ts'

/** One thing that proves an indicator. */
export interface Evidence {
  readonly type: 'activity' | 'dossier' | 'attachment'
  readonly id: string
  /** The part of a sitting that the indicator counts, where the sitting has several. */
  readonly partId?: string
}

export interface IndicatorEvidence {
  readonly code: string
  readonly title: string
  /** False: 不适用. */
  readonly isApplicable: boolean
  /** 一票否决: what is on record speaks against the branch, and nothing on record is good. */
  readonly isVeto: boolean
  /** Each thing once for an indicator; one thing may prove many indicators. */
  readonly evidence: readonly Evidence[]
}

export interface YearEvidence {
  readonly schemeName: string
  readonly schemeVersion: string
  /** To be printed with every export. */
  readonly notice: string
  readonly categories: readonly {
    readonly code: string
    readonly title: string
    readonly indicators: readonly IndicatorEvidence[]
  }[]
}

/**
 * The indicators of a year in the order of its scheme, each with what proves it, for what lays things out by indicator.
 *
 * @throws AppError LEDGER_NOT_OPEN, NOT_FOUND before the branch is made
 */
export function readYearEvidence(core: Core, year: number): YearEvidence {
  const { scheme, lines } = readRating(core, year)
  const categories = [...Map.groupBy(lines, ({ category }) => category.code)]
  return {
    schemeName: scheme.name,
    schemeVersion: scheme.version,
    notice: scheme.notice,
    categories: categories.map(([code, own]) => ({
      code,
      title: own[0]?.category.name ?? '',
      indicators: own.map((line) => ({
        code: line.code,
        title: line.name,
        isApplicable: line.state !== 'notApplicable',
        isVeto: line.isVeto,
        evidence: line.records.map(({ id, type, partId }) => ({ id, type, ...(partId === null ? {} : { partId }) })),
      })),
    })),
  }
}
