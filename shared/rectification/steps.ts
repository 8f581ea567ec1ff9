import { chineseDate, type PlainDate } from '../kernel/dates.ts'
import { type ProblemStage, type ProblemStep, problemStages, problemStepNames, type StepTaken } from './schema.ts'

const branches: readonly ProblemStep[] = ['circular', 'admonishingTalk']

/** What the problem stands at once the step is taken: 通报 and 约谈 move nothing. */
export const stageAfter = (stage: ProblemStage, step: ProblemStep): ProblemStage =>
  problemStages.find((each) => each === step) ?? stage

/**
 * Steps that can follow, the usual one first (DOMAIN 5.3): 发现 → 反馈 → 整改 → 复查 → 销号. A problem the branch has found itself
 * needs nobody's 反馈; a 复查 that finds it undone leads back to 整改. 通报 and 约谈 are open until it is closed.
 */
export function nextSteps(stage: ProblemStage, isOwnFinding: boolean): ProblemStep[] {
  switch (stage) {
    case 'found':
      return [...(isOwnFinding ? (['rectifying', 'fedBack'] as const) : (['fedBack', 'rectifying'] as const)), ...branches]
    case 'fedBack':
      return ['rectifying', ...branches]
    case 'rectifying':
      return ['rechecked', ...branches]
    case 'rechecked':
      return ['closed', 'rectifying', ...branches]
    case 'closed':
      return []
  }
}

/** What the button of a step says at a stage: after a 复查, 整改 goes on. */
export function stepWords(stage: ProblemStage, step: ProblemStep): string {
  return stage === 'rechecked' && step === 'rectifying' ? '继续整改' : problemStepNames[step]
}

/** Why a step cannot be taken on that day, in words; null: it can. */
export function stepProblem(
  {
    stage,
    steps,
    foundOn,
    isOwnFinding,
  }: {
    readonly stage: ProblemStage
    readonly steps: readonly StepTaken[]
    readonly foundOn: PlainDate
    readonly isOwnFinding: boolean
  },
  { step, date }: Pick<StepTaken, 'step' | 'date'>,
  today: PlainDate,
): { readonly field: '步骤' | '日期'; readonly reason: string } | null {
  if (!nextSteps(stage, isOwnFinding).includes(step))
    return { field: '步骤', reason: `现在是“${problemStepNames[stage]}”，下一步不能是“${problemStepNames[step]}”` }
  if (date > today) return { field: '日期', reason: '日期晚于今天' }
  if (date < foundOn) return { field: '日期', reason: `日期早于发现日期（${chineseDate(foundOn)}）` }
  const last = steps.filter((taken) => problemStages.some((each) => each === taken.step)).at(-1)
  const isMain = problemStages.some((each) => each === step)
  if (isMain && last && date < last.date)
    return { field: '日期', reason: `日期早于上一步“${problemStepNames[last.step]}”（${chineseDate(last.date)}）` }
  return null
}
