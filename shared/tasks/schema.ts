import { z } from 'zod'
import { plainDateSchema } from '../kernel/dates.ts'
import { idSchema } from '../kernel/ids.ts'

/** Kinds of dated records that hold tasks: 年度工作计划, 学习计划, 任务清单. */
export const taskKinds = ['annualPlan', 'studyPlan', 'taskList'] as const

/** 完成 / 进行中 / 逾期 (DOMAIN 8.4 section 7). */
export const taskStates = ['done', 'open', 'overdue'] as const

/** One line of a plan or a 任务清单, as of a day. */
export const taskSchema = z.object({
  /** The plan or list it stands in. */
  recordId: idSchema,
  revision: z.number().int(),
  kind: z.enum(taskKinds),
  recordNumber: z.string(),
  listTitle: z.string(),
  listDate: plainDateSchema,
  forYear: z.number().int(),
  /** Its place in the list, from 0. */
  index: z.number().int().min(0),
  task: z.string(),
  owner: z.string(),
  dueOn: plainDateSchema.nullable(),
  doneOn: plainDateSchema.nullable(),
  note: z.string(),
  state: z.enum(taskStates),
})
export type Task = z.infer<typeof taskSchema>

export const setTaskSchema = z.strictObject({
  recordId: idSchema,
  /** The revision that was read; a newer one answers CHANGED_ELSEWHERE, because places may have moved. */
  revision: z.number().int().min(1),
  index: z.number().int().min(0),
  /** Null: not done after all. */
  doneOn: plainDateSchema.nullable(),
  note: z.string().trim().max(500).default(''),
})
export type SetTask = z.infer<typeof setTaskSchema>
