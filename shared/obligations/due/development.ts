import { type DevelopmentCase, stageOf } from '../../development/case.ts'
import { examinationDue, probationEnd, sources } from '../../development/rules.ts'
import { developmentSteps, type Step } from '../../development/steps.ts'
import { chineseDate, type PlainDate, plusDays } from '../../kernel/dates.ts'
import { dayWords } from '../period-words.ts'
import type { DueItem } from '../schema.ts'
import { type DueInput, stateUntil } from './types.ts'

/** Days before the end of probation from which the application for conversion is on the list. */
const noticeDays = 30

interface Wanted {
  readonly what: string
  readonly title: string
  readonly detail: string
  readonly dueOn: PlainDate
  readonly source: string
}

const near = (dueOn: PlainDate | null, today: PlainDate, days: number): dueOn is PlainDate =>
  dueOn !== null && dueOn <= plusDays(today, days)

function wantedOf(given: DevelopmentCase, today: PlainDate): Wanted[] {
  const steps = new Map<string, Step>(developmentSteps(given, today).map((step) => [step.key, step]))
  const isUndone = (key: string) => {
    const state = steps.get(key)?.state
    return state === 'open' || state === 'overdue' || state === 'later'
  }
  const found: Wanted[] = []
  const add = (what: string, title: string, dueOn: PlainDate, source: string, detail = `${dayWords(dueOn, today)}前`) =>
    found.push({ what, title: `${given.name}：${title}`, detail, dueOn, source })
  const talk = steps.get('talkOn')
  if (talk && isUndone('talkOn') && talk.dueOn !== null) add('talk', '派人同入党申请人谈话', talk.dueOn, talk.source)
  const examination = examinationDue(given)
  if (near(examination, today, noticeDays)) add('examination', '半年考察积极分子', examination, sources.examination)
  for (const key of ['approvedOn', 'conversionApprovedOn'] as const) {
    const step = steps.get(key)
    if (step && isUndone(key) && near(step.dueOn, today, noticeDays)) add(key, `登记${step.label}`, step.dueOn, step.source)
  }
  const end = probationEnd(given)
  if (near(end, today, noticeDays) && given.dates.convertedOn === null) {
    if (given.dates.conversionAppliedOn === null)
      add('application', '提出转正申请', end, sources.conversion, `预备期${chineseDate(end)}满，本人期满前提出书面申请`)
    // Whoever is on the roster is reminded of by the roster's own rule.
    if (given.personId === null) add('conversion', '讨论转正', end, sources.probation, `预备期${chineseDate(end)}满，不提前转正`)
  }
  return found
}

/** What is to be done next for those on the way into the Party (发展党员工作细则). */
export function developmentItems({ cases, today }: DueInput): DueItem[] {
  return cases
    .filter((given) => stageOf(given) !== 'ended' && (given.dates.appliedOn ?? today) <= today)
    .flatMap((given) =>
      wantedOf(given, today).map(
        ({ what, title, detail, dueOn, source }): DueItem => ({
          id: `development ${given.id} ${what}`,
          rule: 'development',
          scopeId: given.id,
          period: dueOn,
          state: stateUntil(dueOn, today),
          title,
          detail,
          dueOn,
          action: { kind: 'development', dossierId: given.id },
          canExplain: false,
          source,
        }),
      ),
    )
}
