import { type Content, type ContentRow, rowsOf } from '../dossier/field.ts'
import type { Dossier } from '../dossier/schema.ts'
import { isPlainDate, type PlainDate } from '../kernel/dates.ts'
import { byText } from '../kernel/order.ts'
import { type Task, taskKinds } from './schema.ts'

type TaskRecord = Pick<Dossier, 'id' | 'revision' | 'kind' | 'recordNumber' | 'title' | 'date' | 'forYear' | 'content'>

const textOf = (value: ContentRow[string] | undefined) => (typeof value === 'string' ? value.trim() : '')
const dateOf = (value: ContentRow[string] | undefined) => (typeof value === 'string' && isPlainDate(value) ? value : null)

/** The lines of a plan or list as they are stored. */
export const taskRows = (content: Content): ContentRow[] => rowsOf(content['tasks'])

function stateOf(dueOn: PlainDate | null, doneOn: PlainDate | null, today: PlainDate): Task['state'] {
  if (doneOn !== null && doneOn <= today) return 'done'
  return dueOn !== null && dueOn < today ? 'overdue' : 'open'
}

/**
 * Every task of the plans and lists among the records, as of a day: those with a day by it, those without one last. A task done
 * after that day was still to be done on it.
 */
export function tasksOf(records: readonly TaskRecord[], today: PlainDate): Task[] {
  const never = '9999-12-31'
  return records
    .flatMap((record): Task[] => {
      const kind = taskKinds.find((each) => each === record.kind)
      if (kind === undefined) return []
      return taskRows(record.content).flatMap((row, index): Task[] => {
        const task = textOf(row['task'])
        if (task === '') return []
        const dueOn = dateOf(row['due'])
        const doneOn = dateOf(row['doneOn'])
        return [
          {
            recordId: record.id,
            revision: record.revision,
            kind,
            recordNumber: record.recordNumber,
            listTitle: record.title,
            listDate: record.date,
            forYear: record.forYear,
            index,
            task,
            owner: textOf(row['owner']),
            dueOn,
            doneOn,
            note: textOf(row['note']),
            state: stateOf(dueOn, doneOn, today),
          },
        ]
      })
    })
    .toSorted((a, b) => byText(a.dueOn ?? never, b.dueOn ?? never) || byText(a.recordId, b.recordId) || a.index - b.index)
}

/** The record's content with one task done, or not done after all; every other line stays as it is. */
export function withTaskDone(content: Content, index: number, done: { doneOn: PlainDate | null; note: string }): Content {
  return {
    ...content,
    tasks: taskRows(content).map((row, at) => {
      if (at !== index) return row
      const { doneOn: _doneOn, note: _note, ...rest } = row
      return { ...rest, ...(done.doneOn === null ? {} : { doneOn: done.doneOn }), ...(done.note === '' ? {} : { note: done.note }) }
    }),
  }
}
