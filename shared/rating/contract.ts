import { z } from 'zod'
import { attachmentRefSchema } from '../activities/schema.ts'
import { documentFormats, fontChoices } from '../documents/contract.ts'
import { procedure } from '../kernel/contract.ts'
import { plainDateSchema } from '../kernel/dates.ts'
import { idSchema } from '../kernel/ids.ts'
import { assessmentContentSchema, confirmedItemSchema, evidenceRefSchema, progressSchema } from './assessment.ts'
import { schemesContract } from './schemes-contract.ts'
import { starChanges } from './stars.ts'
import { assessmentStatuses } from './status.ts'

const yearField = z.number().int().min(1921).max(2200)
const ofYear = z.strictObject({ year: yearField })
/** The revision that was read; a newer one answers CHANGED_ELSEWHERE. 0: nothing has been kept yet. */
const revision = z.number().int().min(0)
const ofRevision = z.strictObject({ year: yearField, revision })
const changed = z.object({ revision: z.number().int() })

export const indicatorStates = ['proved', 'unproved', 'notApplicable'] as const
export type IndicatorState = (typeof indicatorStates)[number]

/** A record, a sitting or a file that proves an indicator or could. */
export const evidenceSchema = z.object({
  id: idSchema,
  type: z.enum(['activity', 'dossier', 'attachment']),
  /** Null: a file, which has no day of its own. */
  date: plainDateSchema.nullable(),
  title: z.string(),
  /** 会议记录, 志愿服务, 附件 … */
  kindName: z.string(),
  /** The part of a sitting that counts; null: the record as a whole. */
  partId: z.string().nullable(),
  /** A person has put it there; otherwise its rule has found it. */
  isPinned: z.boolean(),
})
export type EvidenceItem = z.infer<typeof evidenceSchema>

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
  /** Whether the records show that a veto has happened. */
  isFound: z.boolean(),
  reason: z.string(),
  /** How often is a local habit or the scheme's own word, not the Party's regulations; empty: it is not about a frequency. */
  remark: z.string(),
  missing: z.array(z.string()),
  records: z.array(evidenceSchema),
  /** What the program itself prints as proof: 党员名册, 学时登记表. */
  documents: z.array(z.object({ name: z.string(), link: z.string() })),
  /** Names of the kinds of evidence it accepts, the main one first. */
  evidence: z.array(z.string()),
  /** What a person has confirmed; null: nothing yet. */
  confirmed: confirmedItemSchema.nullable(),
  /** What would fill the gap, as an address of the program with what to write on the button; null: none is known. */
  action: z.object({ label: z.string(), link: z.string() }).nullable(),
  /** What the superior says; null: nothing. */
  review: z.object({ points: z.number().nullable(), note: z.string(), isDifferent: z.boolean() }).nullable(),
})
export type RatingLine = z.infer<typeof lineSchema>

const scoreSchema = z.object({
  base: z.number(),
  bonus: z.number(),
  total: z.number(),
  /** 达标; null: the scheme draws no such line. */
  isStandardMet: z.boolean().nullable(),
  /** Null: 不予评定 or not 达标. */
  stars: z.number().int().nullable(),
})

/** The gap list of a year with the totals that follow from it, and how far the year has come. */
export const ratingSchema = z.object({
  year: z.number().int(),
  asOf: plainDateSchema,
  scheme: z.object({
    /** Null: the one that comes with the program. */
    id: idSchema.nullable(),
    name: z.string(),
    version: z.string(),
    notice: z.string(),
    bonusCap: z.number(),
    levels: z.array(z.object({ stars: z.number().int(), name: z.string(), minScore: z.number() })),
  }),
  /** 0 while nothing has been kept. */
  revision: z.number().int(),
  lines: z.array(lineSchema),
  /** From what is confirmed, and what the records propose where nothing is. */
  score: scoreSchema,
  status: z.enum(assessmentStatuses),
  self: assessmentContentSchema.shape.self,
  report: assessmentContentSchema.shape.report,
  result: assessmentContentSchema.shape.result,
  review: z
    .object({
      reviewedBy: z.string(),
      reviewedOn: plainDateSchema,
      note: z.string(),
      total: z.number().nullable(),
      stars: z.number().int().nullable(),
      /** What its points sum up to under the same scheme; null: not every indicator is scored. */
      computed: scoreSchema.nullable(),
    })
    .nullable(),
})
export type Rating = z.infer<typeof ratingSchema>

export const confirmSchema = ofRevision.extend({
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

export const chooseEvidenceSchema = ofRevision.extend({
  code: z.string().max(20),
  evidence: evidenceRefSchema,
  /** False takes it off, also where a rule has found it. */
  isUsed: z.boolean(),
})

export const saveProgressSchema = ofRevision.extend({ status: z.enum(assessmentStatuses), ...progressSchema.shape })

const candidateSchema = evidenceSchema.extend({
  /** Of a kind that the indicator accepts; the others may be pinned as well. */
  isSuggested: z.boolean(),
})
export type EvidenceCandidate = z.infer<typeof candidateSchema>

export const ratingPapers = ['report', 'scoreSheet'] as const
export type RatingPaper = (typeof ratingPapers)[number]
const fileMade = z.object({ token: z.string(), fileName: z.string(), octets: z.number().int() })
const paperInput = ofYear.extend({ paper: z.enum(ratingPapers), fonts: z.enum(fontChoices).default('office') })

export const ratingContract = {
  get: procedure.input(ofYear).output(ratingSchema),
  /** A person's word on one indicator; the scheme's version is kept with the year from then on. */
  confirm: procedure.input(confirmSchema).output(changed),
  /** Confirms what the records propose wherever nobody has said anything yet. */
  confirmProposed: procedure.input(ofRevision).output(changed.extend({ confirmed: z.number().int() })),
  /** What could prove an indicator: records of the year, files on them, standing papers of earlier years. */
  candidates: procedure.input(ofYear.extend({ code: z.string().max(20) })).output(z.array(candidateSchema)),
  /** Pins a record or a file to an indicator, or takes it off. */
  chooseEvidence: procedure.input(chooseEvidenceSchema).output(changed),
  /** Takes a staged file in and pins it to an indicator. */
  addFile: procedure
    .input(ofRevision.extend({ code: z.string().max(20), file: z.string().max(64) }))
    .output(changed.extend({ attachment: attachmentRefSchema })),
  /** Moves the year on and keeps its dates, persons and result. */
  saveProgress: procedure.input(saveProgressSchema).output(changed),
  /** Takes a superior's review in: `review.json`, or a pack that carries one. Nothing of a file that does not fit is kept. */
  loadReview: procedure.input(ofRevision.extend({ file: z.string().max(64) })).output(changed),
  removeReview: procedure.input(ofRevision).output(changed),
  /** The years that have an assessment, oldest first: this branch's own stars over time, nobody else's. */
  history: procedure.input(z.strictObject({})).output(
    z.array(
      z.object({
        year: z.number().int(),
        status: z.enum(assessmentStatuses),
        schemeName: z.string(),
        selfTotal: z.number().nullable(),
        result: assessmentContentSchema.shape.result,
        change: z.enum(starChanges).nullable(),
      }),
    ),
  ),
  /** 自评报告 and 自评打分表, each with the scheme's notice. */
  previewPaper: procedure.input(paperInput).output(z.object({ html: z.string(), title: z.string() })),
  makePaper: procedure.input(paperInput.extend({ format: z.enum([...documentFormats, 'xlsx']) })).output(fileMade),
  schemes: schemesContract,
}
