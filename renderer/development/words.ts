import type { Stage } from '#shared/development/case.ts'
import type { StepState } from '#shared/development/steps.ts'

export const stageNames: Record<Stage, string> = {
  applicant: '入党申请人',
  activist: '入党积极分子',
  developmentTarget: '发展对象',
  probationaryMember: '预备党员',
  formalMember: '已转正',
  ended: '已终止',
}

/** Sign and word of each state, so that none is told by colour alone. */
export const stepWords: Record<StepState, { readonly sign: string; readonly text: string; readonly className: string }> = {
  done: { sign: '✓', text: '已办', className: 'state-done' },
  open: { sign: '○', text: '下一步', className: 'state-open' },
  overdue: { sign: '!', text: '已过期限', className: 'state-missing' },
  blank: { sign: '?', text: '未填', className: 'state-explained' },
  later: { sign: '·', text: '以后', className: 'state-quiet' },
}
