import type { PlainDate } from '#shared/kernel/dates.ts'
import { type Task, taskKinds } from '#shared/tasks/schema.ts'
import { tasksOf } from '#shared/tasks/tasks.ts'
import { readDossiers } from '../dossier/read.ts'
import type { OpenLedger } from '../ledger/open-ledger.ts'

/** Tasks of the plans and lists of these years as of a day. */
export function readTasks(ledger: OpenLedger, years: readonly number[], day: PlainDate): Task[] {
  return tasksOf(
    years.flatMap((year) => readDossiers(ledger, { year, kinds: taskKinds })),
    day,
  )
}
