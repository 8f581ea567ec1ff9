import { z } from 'zod'
import { activityStates, purposes } from '../activities/schema.ts'
import { procedure } from '../kernel/contract.ts'
import { plainDateSchema } from '../kernel/dates.ts'
import { idSchema } from '../kernel/ids.ts'
import { collectionStates } from './collection.ts'
import { grades } from './grades.ts'

const revised = { recordId: idSchema, revision: z.number().int() }
const numbered = { ...revised, recordNumber: z.string(), date: plainDateSchema }

/** 组织生活会 and 民主评议 of a year (归属年度), from what is collected before to what is told afterwards. */
const overviewSchema = z.object({
  year: z.number().int(),
  /** 征求意见汇总, oldest first. */
  gathered: z.array(z.object({ ...numbered, title: z.string(), count: z.number().int() })),
  /** 对照检查材料 of the latest record; null: nobody collects any yet. */
  collection: z
    .object({
      ...numbered,
      dueOn: plainDateSchema.nullable(),
      lines: z.array(z.object({ personId: idSchema, name: z.string(), groupName: z.string(), state: z.enum(collectionStates) })),
      others: z.array(z.string()),
    })
    .nullable(),
  /** The sittings, oldest first. */
  sittings: z.array(
    z.object({
      activityId: idSchema,
      date: plainDateSchema,
      title: z.string(),
      purpose: z.enum(purposes),
      state: z.enum(activityStates),
    }),
  ),
  /** Lines of the 整改清单, how many of them are tracked, and how many of these are closed. */
  rectification: z.object({ lines: z.number().int(), tracked: z.number().int(), closed: z.number().int() }),
  /** The 评定意见 that holds: the latest. */
  opinion: z
    .object({
      ...numbered,
      sentence: z.string(),
      /** What does not fit, as of the roster of its day. */
      remarks: z.array(z.string()),
      lines: z.array(
        z.object({ row: z.number().int(), name: z.string(), grade: z.enum(grades).nullable(), toldOn: plainDateSchema.nullable() }),
      ),
    })
    .nullable(),
  /** Whom a new 评定意见 is about: those who are given a grade, in roster order. */
  toGrade: z.array(z.string()),
})
export type AppraisalOverview = z.infer<typeof overviewSchema>

export const appraisalContract = {
  overview: procedure.input(z.strictObject({ year: z.number().int().min(1921).max(2200) })).output(overviewSchema),
  /** Ticks a member's 对照检查材料, or takes the tick away. */
  handIn: procedure
    .input(z.strictObject({ ...revised, personId: idSchema, isHandedIn: z.boolean() }))
    .output(z.object({ revision: z.number().int() })),
  /** Registers that members were told of their grade on a day; null: takes it back. */
  tell: procedure
    .input(
      z.strictObject({ ...revised, rows: z.array(z.number().int().min(0)).min(1).max(1000), date: plainDateSchema.nullable() }),
    )
    .output(z.object({ revision: z.number().int() })),
}
