import { z } from 'zod'
import { procedure } from '../kernel/contract.ts'
import { plainDateSchema } from '../kernel/dates.ts'

const ofYear = z.strictObject({ year: z.number().int().min(1921).max(2200) })

export const indicatorStates = ['proved', 'unproved', 'notApplicable'] as const
export type IndicatorState = (typeof indicatorStates)[number]

const lineSchema = z.object({
  code: z.string(),
  name: z.string(),
  category: z.object({ code: z.string(), name: z.string() }),
  points: z.number(),
  standard: z.string(),
  isBonus: z.boolean(),
  isVeto: z.boolean(),
  /** 已有依据 / 缺依据 / 不适用. */
  state: z.enum(indicatorStates),
  /** Points that the records propose; null: 需人工评定. */
  proposed: z.number().nullable(),
  reason: z.string(),
  missing: z.array(z.string()),
  records: z.array(
    z.object({
      id: z.string(),
      type: z.enum(['activity', 'dossier', 'attachment']),
      date: plainDateSchema,
      title: z.string(),
      /** The part of a sitting that counts; null: the record as a whole. */
      partId: z.string().nullable(),
    }),
  ),
  /** Names of the kinds of evidence it accepts, the main one first. */
  evidence: z.array(z.string()),
  /** What a person has confirmed; null: nothing yet. */
  confirmed: z.object({ points: z.number(), note: z.string(), isNotApplicable: z.boolean(), isTriggered: z.boolean() }).nullable(),
  /** A record that would fill the gap, as an address of the program; null: none is known. */
  actionLink: z.string().nullable(),
})
export type RatingLine = z.infer<typeof lineSchema>

/** The gap list of a year with the totals that follow from it. */
export const ratingSchema = z.object({
  year: z.number().int(),
  asOf: plainDateSchema,
  scheme: z.object({ name: z.string(), version: z.string(), notice: z.string() }),
  /** 0 while nothing has been confirmed. */
  revision: z.number().int(),
  lines: z.array(lineSchema),
  /** From what is confirmed, and what the records propose where nothing is. */
  score: z.object({ base: z.number(), bonus: z.number(), total: z.number(), stars: z.number().int().nullable() }),
})
export type Rating = z.infer<typeof ratingSchema>

export const confirmSchema = z.strictObject({
  year: ofYear.shape.year,
  /** The revision that was read; a newer one answers CHANGED_ELSEWHERE. */
  revision: z.number().int().min(0),
  code: z.string().max(20),
  /** Null takes the confirmation back. */
  confirmed: z
    .strictObject({
      points: z.number().min(0).max(100).multipleOf(0.1, { error: '得分最多一位小数' }),
      note: z.string().max(2000).default(''),
      isNotApplicable: z.boolean().default(false),
      isTriggered: z.boolean().default(false),
    })
    .nullable(),
})

export const ratingContract = {
  get: procedure.input(ofYear).output(ratingSchema),
  /** A person's word on one indicator; the scheme's version is kept with the year from then on. */
  confirm: procedure.input(confirmSchema).output(z.object({ revision: z.number().int() })),
}
