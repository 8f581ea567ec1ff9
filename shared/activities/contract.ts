import { z } from 'zod'
import { importInputSchema, importPreviewSchema, importResultSchema } from '../files/schema.ts'
import { nothing, procedure } from '../kernel/contract.ts'
import { plainDateSchema } from '../kernel/dates.ts'
import { idSchema } from '../kernel/ids.ts'
import { followUpSchema, setFollowUpSchema } from './follow-ups.ts'
import { activityLineSchema, activitySchema, activityStates, findingSchema, purposes, saveActivitySchema } from './schema.ts'

const draftSchema = z.object({
  id: idSchema,
  activityId: idSchema.nullable(),
  /** The form as it stands, possibly incomplete: JSON text of at most 2 MiB, read back by the form alone. */
  content: z.string().max(2_000_000),
  title: z.string().max(300),
  savedAt: z.string(),
})
export type ActivityDraft = z.infer<typeof draftSchema>

/** What a form starts with: from the roster of the day, the branch's habits and the numbering of the year. */
const proposalSchema = z.object({
  title: z.string(),
  chair: activitySchema.shape.chair,
  recorder: activitySchema.shape.recorder,
  /** The last five places used, newest first. */
  places: z.array(z.string()),
  opening: z.boolean(),
})
export type ActivityProposal = z.infer<typeof proposalSchema>

/** 「复制上次」: what may be copied of the last sitting of the same kind. Never speech, votes or resolutions. */
const lastSittingSchema = z.object({
  id: idSchema,
  date: plainDateSchema,
  title: z.string(),
  startTime: z.string().nullable(),
  endTime: z.string().nullable(),
  place: z.string(),
  chair: activitySchema.shape.chair.unwrap(),
  recorder: activitySchema.shape.recorder.unwrap(),
  /** Those not strictly required to attend, who were absent then. */
  exempt: z.array(z.object({ personId: idSchema.nullable(), name: z.string() })),
  /** Agenda headings. */
  agenda: z.array(z.string()),
})
export type LastSitting = z.infer<typeof lastSittingSchema>

export const activitiesContract = {
  list: procedure.input(z.strictObject({ year: z.number().int().min(1921).max(2200) })).output(z.array(activityLineSchema)),
  years: procedure.input(nothing).output(z.array(z.number().int())),
  get: procedure.input(z.strictObject({ id: idSchema })).output(activitySchema),
  propose: procedure
    .input(z.strictObject({ purpose: z.enum(purposes), date: plainDateSchema, groupId: idSchema.nullish() }))
    .output(proposalSchema),
  last: procedure
    .input(z.strictObject({ purpose: z.enum(purposes), date: plainDateSchema, groupId: idSchema.nullish() }))
    .output(lastSittingSchema.nullable()),
  /** The text of an old Word record (.docx), one paragraph a line; the form takes it apart. Nothing is stored. */
  readDocx: procedure.input(importInputSchema).output(z.object({ text: z.string(), isCut: z.boolean() })),
  /** What the rules say about a record before it is saved; the same as `save` answers. */
  check: procedure.input(saveActivitySchema).output(z.array(findingSchema)),
  save: procedure
    .input(saveActivitySchema)
    .output(z.object({ id: idSchema, revision: z.number().int(), findings: z.array(findingSchema) })),
  /** 定稿: from then on a change of the record needs a reason. Allowed whatever the rules find; not before it is recorded. */
  finalize: procedure
    .input(z.strictObject({ id: idSchema, revision: z.number().int() }))
    .output(z.object({ revision: z.number().int(), finalizedAt: z.string() })),
  /** 待签字 → 已签字 and the like; no change of what is recorded, so that it needs no reason. */
  setState: procedure
    .input(z.strictObject({ id: idSchema, revision: z.number().int(), state: z.enum(activityStates) }))
    .output(z.object({ revision: z.number().int() })),
  /** 签字页交回: the page comes first among the attachments, and the record is signed. Needs no reason. */
  bringSigned: procedure
    .input(z.strictObject({ id: idSchema, attachmentId: idSchema }))
    .output(z.object({ revision: z.number().int() })),
  /** To the bin; nothing is erased. */
  remove: procedure.input(z.strictObject({ id: idSchema })).output(nothing),
  restore: procedure.input(z.strictObject({ id: idSchema })).output(nothing),
  drafts: procedure.input(nothing).output(z.array(draftSchema)),
  keepDraft: procedure.input(draftSchema.omit({ savedAt: true })).output(z.object({ savedAt: z.string() })),
  dropDraft: procedure.input(z.strictObject({ id: idSchema })).output(nothing),
  /** 待落实: resolutions with an owner or a day; `open` only those not done yet, or only those done. */
  followUps: procedure.input(z.strictObject({ open: z.boolean().optional() })).output(z.array(followUpSchema)),
  setFollowUp: procedure.input(setFollowUpSchema).output(followUpSchema),
  previewImport: procedure.input(importInputSchema).output(importPreviewSchema),
  import: procedure.input(importInputSchema).output(importResultSchema),
}
