import { AppError } from '#shared/kernel/errors.ts'
import { newId } from '#shared/kernel/ids.ts'
import { type AssessmentContent, parseAssessment } from '#shared/rating/assessment.ts'
import { type Scheme, schemeSchema } from '#shared/rating/scheme.ts'
import type { AssessmentStatus } from '#shared/rating/status.ts'
import type { Core } from '../core.ts'
import type { OpenLedger } from '../ledger/open-ledger.ts'
import type { RowWriter } from '../ledger/rows.ts'
import { schemeOfYear } from './schemes.ts'
import { putAssessment, putScheme, selectAssessment, selectSchemeByContent } from './store.ts'
import { ratingLedger } from './switch.ts'

/** The assessment of a year before a change. */
export interface Standing {
  readonly ledger: OpenLedger
  readonly scheme: Scheme
  readonly content: AssessmentContent
  readonly status: AssessmentStatus
}

interface Changed {
  readonly content?: AssessmentContent
  readonly status?: AssessmentStatus
  /** Another scheme for the year; null: the one that comes with the program. */
  readonly scheme?: { readonly id: string | null; readonly content: string }
}

/** The row of a scheme, made where the program's own has not been kept yet: from then on the year has its version. */
function keptScheme(
  core: Core,
  rows: RowWriter,
  branchId: string,
  { id, content }: { id: string | null; content: string },
): string {
  const known = id ?? selectSchemeByContent(rows.db, content)?.id
  if (known !== undefined) return known
  const scheme = schemeSchema.parse(JSON.parse(content))
  const made = newId()
  putScheme(rows, branchId, {
    id: made,
    name: scheme.schemeName,
    version: scheme.version,
    content,
    source: 'bundled',
    savedAt: core.clock.now().toISOString(),
  })
  return made
}

/**
 * One change of a year's assessment, kept with the scheme it is made under.
 *
 * @param what name of the change in 修改记录
 * @throws AppError CHANGED_ELSEWHERE when a newer revision is there; what `change` throws, before anything is written
 */
export function changeAssessment(
  core: Core,
  { year, revision }: { readonly year: number; readonly revision: number },
  what: string,
  change: (standing: Standing) => Changed,
): { revision: number } {
  const ledger = ratingLedger(core)
  const before = selectAssessment(ledger.db, year)
  if ((before?.revision ?? 0) !== revision) throw new AppError('CHANGED_ELSEWHERE', { title: `${year}年度自评` })
  const kept = schemeOfYear(ledger, year)
  const standing: Standing = {
    ledger,
    scheme: schemeSchema.parse(JSON.parse(kept.content)),
    content: parseAssessment(before?.content),
    status: before?.status ?? 'selfAssessment',
  }
  const { content = standing.content, status = standing.status, scheme = kept } = change(standing)
  ledger.write(what, (rows) => {
    putAssessment(rows, ledger.branchId, {
      id: before?.id ?? newId(),
      revision: revision + 1,
      year,
      schemeId: keptScheme(core, rows, ledger.branchId, scheme),
      status,
      content: JSON.stringify(content),
    })
  })
  return { revision: revision + 1 }
}
