import { chineseDate } from '../../kernel/dates.ts'
import { type Problem, problemStepNames } from '../../rectification/schema.ts'
import type { Task } from '../../tasks/schema.ts'
import type { InspectionFinding } from '../schema.ts'

/** Tasks of plans and lists past their day and not ticked. */
export function overdueTasks(tasks: readonly Task[]): InspectionFinding[] {
  return tasks.flatMap(({ state, task, owner, dueOn, listTitle, recordNumber, recordId }): InspectionFinding[] => {
    if (state !== 'overdue' || dueOn === null) return []
    const who = owner === '' ? '' : `（责任人：${owner}）`
    const text = `「${listTitle}」（${recordNumber}）的任务「${task}」${who}应于${chineseDate(dueOn)}前完成，还没有登记完成。`
    return [{ kind: 'overdue', records: [recordId], text, sources: [] }]
  })
}

/** Problems past their 时限 and not closed. */
export function overdueProblems(problems: readonly Problem[]): InspectionFinding[] {
  return problems.flatMap(({ isOverdue, dueOn, title, recordNumber, recordId, stage }): InspectionFinding[] => {
    if (!isOverdue || dueOn === null) return []
    const text = `问题「${title}」（${recordNumber}）的整改时限是${chineseDate(dueOn)}，现在是“${problemStepNames[stage]}”，还没有销号。`
    return [{ kind: 'overdue', records: [recordId], text, sources: [] }]
  })
}
