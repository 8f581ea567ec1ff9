/** The steps of 民主评议 in their order (支部工作条例 第十八条). */
export const appraisalSteps = ['selfAssessment', 'mutualAssessment', 'anonymousAppraisal'] as const
export type AppraisalStep = (typeof appraisalSteps)[number]

export const stepNames: Record<AppraisalStep, string> = {
  selfAssessment: '个人自评',
  mutualAssessment: '党员互评',
  anonymousAppraisal: '民主测评',
}

const patterns: Record<AppraisalStep, RegExp> = {
  selfAssessment: /自评|自我评价/u,
  mutualAssessment: /互评|相互评议/u,
  anonymousAppraisal: /测评/u,
}

export interface StepsFound {
  readonly missing: readonly AppraisalStep[]
  readonly isInOrder: boolean
}

/**
 * Which steps a record of 民主评议 names, in its 程序 or among what was gone through, and whether in their order.
 *
 * @param lines what the record says, one entry for each step or item, in its order
 * @param hasTotals totals of an anonymous appraisal stand in the record, which proves that step
 */
export function stepsFound(
  lines: readonly string[],
  hasTotals: boolean,
  steps: readonly AppraisalStep[] = appraisalSteps,
): StepsFound {
  const places = steps.map((step) => lines.findIndex((line) => patterns[step].test(line)))
  const missing = steps.filter((step, at) => places[at] === -1 && !(step === 'anonymousAppraisal' && hasTotals))
  const named = places.filter((place) => place !== -1)
  return { missing, isInOrder: named.every((place, at) => at === 0 || place >= (named[at - 1] ?? 0)) }
}
