import { z } from 'zod'
import { plainDateSchema } from '../kernel/dates.ts'

/** 工作日 / 周末 / 节假日（含调休放假）/ 调休上班 of the State Council's yearly notice. */
export const dayKinds = ['workday', 'restDay', 'holiday', 'adjustedWorkday'] as const
export type DayKind = (typeof dayKinds)[number]

/** The days that are not what their weekday says; kept as JSON, documented in docs/formats.md. */
export const workingDaysTableSchema = z.strictObject({
  schema: z.literal('working-days'),
  version: z.string().min(1).max(60),
  /** Where the days come from. */
  source: z.string().max(300),
  years: z
    .array(
      z.strictObject({
        year: z.number().int().min(1921).max(2200),
        days: z
          .array(
            z.strictObject({
              date: plainDateSchema,
              kind: z.enum(['holiday', 'adjustedWorkday']),
              name: z.string().min(1).max(60),
            }),
          )
          .max(366),
      }),
    )
    .min(1)
    .max(300),
})
export type WorkingDaysTable = z.infer<typeof workingDaysTableSchema>

export const calendarDaySchema = z.object({
  date: plainDateSchema,
  kind: z.enum(dayKinds),
  /** 国庆节 of a holiday or of a day worked for it; otherwise empty. */
  name: z.string(),
  /** 星期六 */
  weekday: z.string(),
  /** False: the year is not in the table, only weekends are known. */
  isYearKnown: z.boolean(),
})
export type CalendarDay = z.infer<typeof calendarDaySchema>
