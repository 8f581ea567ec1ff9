import { chineseDate, type PlainDate } from '../kernel/dates.ts'
import { type DevelopmentCase, type StepKey, stageOf, stepKeys } from './case.ts'
import * as rules from './rules.ts'

export const stepStates = ['done', 'open', 'overdue', 'blank', 'later'] as const
/** `open`: comes next; `overdue`: its day has passed; `blank`: later steps are recorded and this is not; `later`. */
export type StepState = (typeof stepStates)[number]

export interface Step {
  readonly key: StepKey
  readonly label: string
  readonly date: PlainDate | null
  readonly state: StepState
  /** By when; null where no day is set. */
  readonly dueOn: PlainDate | null
  /** Not before this day. */
  readonly notBefore: PlainDate | null
  /** One line for the screen; empty: nothing to say. */
  readonly note: string
  readonly source: string
}

interface StepRule {
  readonly label: string
  readonly source: string
  readonly dueOn?: (given: DevelopmentCase) => PlainDate | null
  readonly notBefore?: (given: DevelopmentCase) => PlainDate | null
  /** What the days mean, in words. */
  readonly words?: (day: PlainDate) => string
  /** Shown only when it took place. */
  readonly isRare?: boolean
}

const { sources } = rules

const stepRules: Record<StepKey, StepRule> = {
  appliedOn: { label: '递交入党申请书', source: '' },
  talkOn: {
    label: '派人同申请人谈话',
    source: sources.talk,
    dueOn: rules.talkDue,
    words: (day) => `收到申请后一个月内，${chineseDate(day)}前`,
  },
  activistOn: { label: '确定为入党积极分子', source: sources.activist },
  targetOn: {
    label: '确定为发展对象',
    source: sources.target,
    notBefore: rules.targetNotBefore,
    words: (day) => `积极分子培养教育一年以上，${chineseDate(day)}起`,
  },
  trainedOn: { label: '短期集中培训', source: sources.training },
  reviewedOn: { label: '支委会审查、上级预审', source: sources.review },
  noticeTo: { label: '接收前公示结束', source: sources.notice },
  admittedOn: { label: '支部大会讨论接收', source: sources.admission },
  approvedOn: {
    label: '上级党组织批准',
    source: sources.approval,
    dueOn: rules.approvalDue,
    words: (day) => `上级党组织在三个月内审批，${chineseDate(day)}前`,
  },
  conversionAppliedOn: {
    label: '本人提出转正申请',
    source: sources.conversion,
    dueOn: rules.probationEnd,
    words: (day) => `预备期满（${chineseDate(day)}）之前`,
  },
  extendedOn: { label: '支部大会决定延长预备期', source: sources.probation, isRare: true },
  convertedOn: {
    label: '支部大会讨论转正',
    source: `${sources.probation}；${sources.conversion}`,
    notBefore: rules.probationEnd,
    dueOn: rules.probationEnd,
    words: (day) => `预备期${chineseDate(day)}满，期满后及时讨论，不提前`,
  },
  conversionApprovedOn: {
    label: '上级党组织批准转正',
    source: sources.conversionApproval,
    dueOn: rules.conversionApprovalDue,
    words: (day) => `上级党组织在三个月内审批，${chineseDate(day)}前`,
  },
}

export const stepLabel = (key: StepKey): string => stepRules[key].label

/** The line of time of one person as of a day: every step with its date, what comes next, and what is late. */
export function developmentSteps(given: DevelopmentCase, today: PlainDate): Step[] {
  const isEnded = stageOf(given) === 'ended'
  const shown = stepKeys.filter((key) => !stepRules[key].isRare || given.dates[key] !== null)
  const lastDone = shown.findLastIndex((key) => given.dates[key] !== null)
  return shown.map((key, at): Step => {
    const rule = stepRules[key]
    const date = given.dates[key]
    const dueOn = rule.dueOn?.(given) ?? null
    const notBefore = rule.notBefore?.(given) ?? null
    const isNext = at === lastDone + 1
    const isPast = dueOn !== null && dueOn < today
    const state = (): StepState => {
      if (date !== null) return 'done'
      if (isEnded) return 'later'
      if (at < lastDone) return 'blank'
      // Probation ends by itself: what is due then is late whether or not the steps before it are recorded.
      if (isPast) return 'overdue'
      return isNext ? 'open' : 'later'
    }
    const day = notBefore ?? dueOn
    const words = day !== null && rule.words ? rule.words(day) : ''
    return { key, label: rule.label, date, state: state(), dueOn, notBefore, note: words, source: rule.source }
  })
}
