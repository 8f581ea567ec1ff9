import { type SaveDossier, saveDossierSchema } from '#shared/dossier/schema.ts'
import { AppError } from '#shared/kernel/errors.ts'
import { nfc } from '#shared/kernel/text.ts'
import { proposalFor } from '#shared/tasks/from-last-year.ts'
import { type SetTask, taskKinds } from '#shared/tasks/schema.ts'
import { taskRows, tasksOf, withTaskDone } from '#shared/tasks/tasks.ts'
import type { Core } from '../core.ts'
import { readDossier, readDossiers } from '../dossier/read.ts'
import { changeDossier } from '../dossier/service.ts'
import { readRosterHistory } from '../members/read.ts'
import { today } from '../platform/clock.ts'

/** Tasks of a year and the plans they stand in. @throws AppError LEDGER_NOT_OPEN */
export function listTasks(core: Core, year: number) {
  const ledger = core.session.require()
  const own = readDossiers(ledger, { year, kinds: taskKinds })
  const before = readDossiers(ledger, { year: year - 1, kinds: taskKinds })
  const plans = taskKinds.map((kind) => {
    const records = own.filter((record) => record.kind === kind)
    // A list of one 类别 takes the place of last year's list of that 类别 alone.
    const sorts = new Set(records.map(({ content }) => content['sort']))
    const earlier = before.filter((record) => record.kind === kind && !sorts.has(record.content['sort']))
    const lines = (of: typeof records) => of.map(({ id, title, date }) => ({ id, title, date }))
    return { kind, records: lines(records), earlier: lines(earlier) }
  })
  return { tasks: tasksOf(own, today(core.clock)), plans }
}

/**
 * Marks a task as done, or as not done after all.
 *
 * @throws AppError NOT_FOUND, CHANGED_ELSEWHERE; INPUT_INVALID for a day to come
 */
export function setTask(core: Core, { recordId, revision, index, doneOn, note }: SetTask): { revision: number } {
  const record = readDossier(core.session.require(), recordId)
  if (taskRows(record.content)[index] === undefined) throw new AppError('NOT_FOUND', { what: '任务' })
  if (doneOn !== null && doneOn > today(core.clock))
    throw new AppError('INPUT_INVALID', { field: '完成日期', reason: '完成日期晚于今天' })
  const content = withTaskDone(record.content, index, { doneOn, note: nfc(note) })
  return { revision: changeDossier(core, record, { revision, content }).revision }
}

/** A plan or list for a year made from an earlier one. @throws AppError NOT_FOUND; INPUT_INVALID for a record without tasks */
export function proposePlan(core: Core, id: string, year: number): SaveDossier {
  const ledger = core.session.require()
  const source = readDossier(ledger, id)
  if (!taskKinds.some((kind) => kind === source.kind))
    throw new AppError('INPUT_INVALID', { field: '来源', reason: '只能从工作计划、学习计划和任务清单复制' })
  return saveDossierSchema.parse(proposalFor(year, source, readRosterHistory(ledger), today(core.clock)))
}
