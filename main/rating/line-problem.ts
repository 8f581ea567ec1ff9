import { parseAssessment } from '#shared/rating/assessment.ts'
import { schemeSchema } from '#shared/rating/scheme.ts'

/** Why the content of a scheme or of an assessment that comes from another ledger cannot be read; null: it can. */
export function ratingLineProblem({
  kind,
  content,
}: {
  readonly kind: 'ratingScheme' | 'assessment'
  readonly content: string
}): string | null {
  try {
    if (kind === 'assessment') parseAssessment(content)
    else schemeSchema.parse(JSON.parse(content))
    return null
  } catch {
    return kind === 'assessment' ? '自评的内容不合格式' : '评定办法的内容不合格式'
  }
}
