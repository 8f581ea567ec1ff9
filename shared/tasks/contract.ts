import { z } from 'zod'
import { saveDossierSchema } from '../dossier/schema.ts'
import { procedure } from '../kernel/contract.ts'
import { plainDateSchema } from '../kernel/dates.ts'
import { idSchema } from '../kernel/ids.ts'
import { setTaskSchema, taskKinds, taskSchema } from './schema.ts'

const year = z.number().int().min(1921).max(2200)
const planSchema = z.object({ id: idSchema, title: z.string(), date: plainDateSchema })

export const tasksContract = {
  /** Tasks of the plans and lists of a year as of today, and for each kind what there is of this year and the year before. */
  list: procedure.input(z.strictObject({ year })).output(
    z.object({
      tasks: z.array(taskSchema),
      plans: z.array(
        z.object({
          kind: z.enum(taskKinds),
          records: z.array(planSchema),
          /** Those of the year before that have no counterpart (of the same 类别) this year. */
          earlier: z.array(planSchema),
        }),
      ),
    }),
  ),
  /** Marks a task as done, or as not done after all. */
  setDone: procedure.input(setTaskSchema).output(z.object({ revision: z.number().int() })),
  /** A plan or list for this year made from an earlier one; nothing is saved. */
  propose: procedure.input(z.strictObject({ id: idSchema, year })).output(saveDossierSchema),
}
