import { z } from 'zod'
import { studyTiers } from '../activities/details.ts'
import { procedure } from '../kernel/contract.ts'
import { plainDateSchema } from '../kernel/dates.ts'
import { idSchema } from '../kernel/ids.ts'
import { memberCategories } from '../members/schema.ts'
import { guidedAudiences } from './audiences.ts'
import { hourSources } from './hours.ts'

const ofYear = z.strictObject({ year: z.number().int().min(1921).max(2200) })

const hoursSchema = z.object({
  group: z.number(),
  training: z.number(),
  superiorTraining: z.number(),
  online: z.number(),
  selfStudy: z.number(),
  cadre: z.number(),
})

const hourLineSchema = z.object({
  personId: idSchema,
  name: z.string(),
  category: z.enum(memberCategories),
  isCommittee: z.boolean(),
  target: z.number().nullable(),
  hours: hoursSchema,
  total: z.number(),
  missing: z.number(),
  entries: z.array(
    z.object({
      source: z.enum(hourSources),
      recordId: idSchema,
      isSitting: z.boolean(),
      date: plainDateSchema,
      title: z.string(),
      hours: z.number(),
    }),
  ),
})

/** 学时统计 of a year (DOMAIN 8.3), as of a day. */
export const hourReportSchema = z.object({
  year: z.number().int(),
  asOf: plainDateSchema,
  /** A shortfall is shown from October on only. */
  showsShortfall: z.boolean(),
  lines: z.array(hourLineSchema),
})
export type HourReport = z.infer<typeof hourReportSchema>

const studyEntriesSchema = z.array(
  z.object({
    recordId: idSchema,
    isSitting: z.boolean(),
    date: plainDateSchema,
    title: z.string(),
    hours: z.number().nullable(),
  }),
)
export type StudyEntries = z.infer<typeof studyEntriesSchema>

/** 四学情况 and 分类指导 of a year (DOMAIN 5.1, 5.2), as of today. */
const guidanceSchema = z.object({
  tiers: z.array(z.object({ tier: z.enum(studyTiers), hours: z.number(), entries: studyEntriesSchema })),
  audiences: z.array(z.object({ audience: z.enum(guidedAudiences), entries: studyEntriesSchema })),
  homeStudy: z.array(z.object({ personId: idSchema, name: z.string(), entries: studyEntriesSchema })),
})
export type StudyGuidance = z.infer<typeof guidanceSchema>

export const studyContract = {
  guidance: procedure.input(ofYear).output(guidanceSchema),
  hours: procedure.input(ofYear).output(hourReportSchema),
  /** The same as XLSX, waiting to be fetched. */
  makeHourTable: procedure.input(ofYear).output(z.object({ token: z.string(), fileName: z.string(), octets: z.number().int() })),
}
