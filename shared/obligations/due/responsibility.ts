import { plusDays } from '../../kernel/dates.ts'
import { stepWords } from '../../rectification/steps.ts'
import { dayWords } from '../period-words.ts'
import type { DueItem } from '../schema.ts'
import { type DueInput, stateUntil } from './types.ts'

const shortened = (text: string) => ([...text].length > 60 ? `${[...text].slice(0, 59).join('')}…` : text)
const joined = (...parts: readonly string[]) => parts.filter((part) => part !== '').join('；')

/** Tasks of plans and lists: past their day, or due within the running month or the next ten days. */
export function taskItems({ tasks, branch, today }: DueInput): DueItem[] {
  const near = plusDays(today, 10)
  return tasks.flatMap((task): DueItem[] => {
    const { dueOn } = task
    if (task.state === 'done' || dueOn === null || task.listDate > today) return []
    if (dueOn > near && dueOn.slice(0, 7) !== today.slice(0, 7)) return []
    return [
      {
        id: `task ${task.recordId} ${task.index}`,
        rule: 'task',
        scopeId: branch.id,
        period: dueOn,
        state: stateUntil(dueOn, today),
        title: shortened(task.task),
        detail: joined(task.owner === '' ? '' : `责任人：${task.owner}`, `${dayWords(dueOn, today)}前完成`),
        dueOn,
        action: { kind: 'task', dossierId: task.recordId },
        canExplain: false,
        source: `${task.listTitle}（${task.recordNumber}）`,
      },
    ]
  })
}

/** Problems that are not closed, each with its next step. */
export function problemItems({ problems, branch, today }: DueInput): DueItem[] {
  return problems.flatMap((problem): DueItem[] => {
    const [next] = problem.next
    if (problem.stage === 'closed' || next === undefined || problem.foundOn > today) return []
    return [
      {
        id: `problem ${problem.recordId}`,
        rule: 'problem',
        scopeId: branch.id,
        period: problem.dueOn ?? problem.foundOn,
        state: stateUntil(problem.dueOn, today),
        title: `问题整改：${shortened(problem.title)}`,
        detail: joined(
          `下一步${stepWords(problem.stage, next)}`,
          problem.owners.length === 0 ? '' : `责任人：${problem.owners.join('、')}`,
          problem.dueOn === null ? '' : `${dayWords(problem.dueOn, today)}前整改到位`,
        ),
        dueOn: problem.dueOn,
        action: { kind: 'problem', dossierId: problem.recordId },
        canExplain: false,
        source: `${problem.recordNumber}${problem.source === '' ? '' : `，${problem.source}`}`,
      },
    ]
  })
}
