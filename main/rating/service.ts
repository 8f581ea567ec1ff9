import type { z } from 'zod'
import { AppError } from '#shared/kernel/errors.ts'
import { newId } from '#shared/kernel/ids.ts'
import { parseAssessment } from '#shared/rating/assessment.ts'
import type { confirmSchema } from '#shared/rating/contract.ts'
import { schemeSchema } from '#shared/rating/scheme.ts'
import type { Core } from '../core.ts'
import { schemeText } from './schemes.ts'
import { putAssessment, putScheme, selectAssessment, selectSchemeByContent } from './store.ts'

/**
 * A person's word on one indicator. The scheme as it stands is kept with the year from the first one on.
 *
 * @throws AppError CHANGED_ELSEWHERE; INPUT_INVALID for an unknown indicator or more points than it has
 */
export function confirmIndicator(core: Core, input: z.output<typeof confirmSchema>): { revision: number } {
  const ledger = core.session.require()
  const assessment = selectAssessment(ledger.db, input.year)
  if ((assessment?.revision ?? 0) !== input.revision) throw new AppError('CHANGED_ELSEWHERE', { what: '自评' })
  const content = schemeText(ledger, input.year)
  const scheme = schemeSchema.parse(JSON.parse(content))
  const indicator = scheme.categories.flatMap(({ indicators }) => indicators).find(({ code }) => code === input.code)
  if (!indicator) throw new AppError('INPUT_INVALID', { field: '指标', reason: `没有编号为${input.code}的指标` })
  if (input.confirmed && input.confirmed.points > indicator.points)
    throw new AppError('INPUT_INVALID', { field: `${indicator.code}得分`, reason: `不超过${indicator.points}分` })
  const { items, ...rest } = parseAssessment(assessment?.content)
  const { [input.code]: _before, ...others } = items
  const confirmed = input.confirmed ? { ...others, [input.code]: input.confirmed } : others
  const revision = input.revision + 1
  ledger.write('达标创星自评', (rows) => {
    const known = assessment ? undefined : selectSchemeByContent(ledger.db, content)
    const schemeId = assessment?.schemeId ?? known?.id ?? newId()
    if (!assessment && !known)
      putScheme(rows, ledger.branchId, {
        id: schemeId,
        name: scheme.schemeName,
        version: scheme.version,
        content,
        source: 'bundled',
        savedAt: core.clock.now().toISOString(),
      })
    putAssessment(rows, ledger.branchId, {
      id: assessment?.id ?? newId(),
      revision,
      year: input.year,
      schemeId,
      status: 'selfAssessment',
      content: JSON.stringify({ ...rest, items: confirmed }),
    })
  })
  return { revision }
}
