import { z } from 'zod'
import { studyTiers } from '../activities/details.ts'
import { absenceReasons } from '../activities/schema.ts'
import { saveDossierSchema } from '../dossier/schema.ts'
import { procedure } from '../kernel/contract.ts'
import { plainDateSchema } from '../kernel/dates.ts'
import { idSchema } from '../kernel/ids.ts'
import { memberCategories } from '../members/schema.ts'
import { guidedAudiences } from './audiences.ts'
import { cadreLevels } from './cadre.ts'
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

/** Cadre hours of a member against what is wanted; null: in no ledger of cadre hours. */
const cadreSchema = z
  .object({
    level: z.enum(cadreLevels),
    sum: z.number(),
    target: z.number().nullable(),
    missing: z.number(),
    from: z.number().int(),
    to: z.number().int(),
    entries: z.array(z.object({ recordId: idSchema, date: plainDateSchema, title: z.string(), hours: z.number() })),
  })
  .nullable()

const hourLineSchema = z.object({
  personId: idSchema,
  name: z.string(),
  category: z.enum(memberCategories),
  isCommittee: z.boolean(),
  target: z.number().nullable(),
  hours: hoursSchema,
  total: z.number(),
  missing: z.number(),
  cadre: cadreSchema,
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
  /** The branch asks for cadre hours: target and shortfall are shown. */
  asksCadreHours: z.boolean(),
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

const missedSchema = z.object({
  sittingId: idSchema,
  date: plainDateSchema,
  title: z.string(),
  hours: z.number().nullable(),
  people: z.array(
    z.object({
      personId: idSchema,
      name: z.string(),
      reason: z.enum(absenceReasons).nullable(),
      /** The record of 补学; null: none yet. */
      madeUpIn: idSchema.nullable(),
    }),
  ),
})
export type MissedSession = z.infer<typeof missedSchema>

/** One member's study of a year, as of today. */
const memberStudySchema = z.object({
  year: z.number().int(),
  asOf: plainDateSchema,
  showsShortfall: z.boolean(),
  line: hourLineSchema,
  /** Study sessions that the member was at, also those without hours. */
  attended: studyEntriesSchema,
  missed: z.array(
    missedSchema.omit({ people: true }).extend({ reason: z.enum(absenceReasons).nullable(), madeUpIn: idSchema.nullable() }),
  ),
  /** A committee member with no training registered in the year. */
  lacksTraining: z.boolean(),
})
export type MemberStudy = z.infer<typeof memberStudySchema>

const fileMade = z.object({ token: z.string(), fileName: z.string(), octets: z.number().int() })

export const studyContract = {
  guidance: procedure.input(ofYear).output(guidanceSchema),
  hours: procedure.input(ofYear).output(hourReportSchema),
  /** The same as XLSX, waiting to be fetched. */
  makeHourTable: procedure.input(ofYear).output(fileMade),
  /** 四学情况 and 分类指导 as XLSX, every figure with its records. */
  makeGuidanceTable: procedure.input(ofYear).output(fileMade),
  /** Study of one member of the roster. NOT_FOUND for who was not on it in that year. */
  member: procedure.input(ofYear.extend({ personId: idSchema })).output(memberStudySchema),
  /** Study sessions of a year that somebody missed, oldest first, each with who it was and whether it is made up. */
  missed: procedure.input(ofYear).output(z.array(missedSchema)),
  /** A record of 补学 for a session, not saved: for one member, or for everybody who has not made it up. */
  proposeMakeUp: procedure.input(z.strictObject({ sittingId: idSchema, personId: idSchema.optional() })).output(saveDossierSchema),
}
