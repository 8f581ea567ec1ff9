import { z } from 'zod'
import { partDetailsSchema, rectificationSchema } from '#shared/activities/details.ts'
import {
  absenceReasons,
  activityStates,
  agendaItemSchema,
  attachmentRefSchema,
  inviteeSchema,
  partInputSchema,
  purposes,
  saveActivitySchema,
  voteSubjects,
} from '#shared/activities/schema.ts'
import { idSchema, newId } from '#shared/kernel/ids.ts'

/**
 * The form while it is being filled in. Unlike what is saved, anything may be missing; every row of a list carries a
 * `key` of its own, so that typing, moving and undoing never confuse two rows. The draft kept in the ledger is this
 * object as JSON, so every field has a default: a draft of an older program still opens.
 */
const key = z.string().default(() => newId())
const text = z.string().default('')
const numberField = z.number().nullable().default(null)

/** The fields of one purpose while they are typed: a row of 整改清单 may lack its problem, a tally its figures. */
export const formDetailsSchema = partDetailsSchema.extend({
  rectifications: z.array(rectificationSchema.extend({ problem: text })).optional(),
  ballots: z.object({ issued: numberField, returned: numberField, valid: numberField }).optional(),
  tallies: z
    .array(z.object({ name: text, excellent: numberField, qualified: numberField, basic: numberField, unqualified: numberField }))
    .optional(),
  teamTally: z.object({ good: numberField, fair: numberField, average: numberField, poor: numberField }).optional(),
})
export type FormDetails = z.infer<typeof formDetailsSchema>

/** Fields as the contract has them: what the form does not ask for goes through it unchanged. */
export const carriedOfAgenda = agendaItemSchema
  .pick({ power: true, proposer: true, toGeneralMeeting: true, minutes: true })
  .partial()
export const carriedOfPart = partInputSchema
  .pick({ audience: true, studyTier: true })
  .extend({ details: formDetailsSchema.nullish() })
  .partial()
export const carriedOfActivity = saveActivitySchema
  .pick({
    organizer: true,
    jointWith: true,
    isPrintedApart: true,
    adjustedReason: true,
    tags: true,
    preCheck: true,
    guidance: true,
  })
  .partial()

export const formPersonSchema = z.object({ personId: z.string().nullable().default(null), name: text, post: text })
export type FormPerson = z.infer<typeof formPersonSchema>

export const formVoteSchema = z.object({
  subject: z.enum(voteSubjects).default('ordinary'),
  method: z.enum(['hands', 'secret']).default('hands'),
  scrutineers: z.array(z.string()).default([]),
  tellers: z.array(z.string()).default([]),
  issued: numberField,
  returned: numberField,
  valid: numberField,
  /** Null: as many as the absentees with 书面意见. */
  writtenOpinions: numberField,
  votesFor: numberField,
  votesAgainst: numberField,
  votesAbstain: numberField,
  outcome: text,
})
export type FormVote = z.infer<typeof formVoteSchema>

/** 选举 while it is typed: figures may be missing. */
export const formElectionSchema = z.object({
  office: z.string().default('委员'),
  seats: numberField,
  exemptions: z.array(z.object({ name: text, reason: text })).default([]),
  scrutineers: z.array(z.string()).default([]),
  tellers: z.array(z.string()).default([]),
  ballots: z
    .object({ issued: numberField, returned: numberField, valid: numberField })
    .default({ issued: null, returned: null, valid: null }),
  candidates: z.array(z.object({ key, name: text, votes: numberField, isWrittenIn: z.boolean().default(false) })).default([]),
})
export type FormElection = z.infer<typeof formElectionSchema>

export const formBlockSchema = z.discriminatedUnion('kind', [
  z.object({ key, kind: z.literal('text'), text }),
  z.object({ key, kind: z.literal('speech'), speaker: text, role: text, text }),
  z.object({ key, kind: z.literal('vote'), vote: formVoteSchema }),
  z.object({ key, kind: z.literal('election'), election: formElectionSchema }),
])
export type FormBlock = z.infer<typeof formBlockSchema>

export const formAgendaSchema = z.object({
  key,
  title: text,
  heading: text,
  content: z.array(formBlockSchema).default([]),
  carried: carriedOfAgenda.default({}),
})
export type FormAgenda = z.infer<typeof formAgendaSchema>

export const formResolutionSchema = z.object({
  key,
  id: z.string().nullable().default(null),
  text,
  owner: text,
  dueOn: z.string().nullable().default(null),
})
export type FormResolution = z.infer<typeof formResolutionSchema>

export const formAbsenteeSchema = z.object({
  personId: z.string().nullable().default(null),
  name: text,
  reason: z.enum(absenceReasons).default('personalLeave'),
  note: text,
  writtenOpinion: z.boolean().default(false),
})
export type FormAbsentee = z.infer<typeof formAbsenteeSchema>

export const formPartSchema = z.object({
  id: z.string().nullable().default(null),
  purpose: z.enum(purposes).default('generalMeeting'),
  groupId: z.string().nullable().default(null),
  forYear: numberField,
  title: text,
  absentees: z.array(formAbsenteeSchema).default([]),
  /** Only where nobody knows who was due that day. */
  paperDue: numberField,
  paperPresent: numberField,
  opening: z.boolean().default(false),
  /** Who speaks the opening sentence; null: the chair. */
  openingSpeaker: z.string().nullable().default(null),
  agenda: z.array(formAgendaSchema).default([]),
  resolutions: z.array(formResolutionSchema).default([]),
  lecturer: formPersonSchema.default({ personId: null, name: '', post: '' }),
  topic: text,
  hours: numberField,
  carried: carriedOfPart.default({}),
})
export type FormPart = z.infer<typeof formPartSchema>

/** Fields that are filled in by proposal until the user writes there. */
export const proposedFields = ['title', 'chair', 'recorder', 'opening'] as const
export type ProposedField = (typeof proposedFields)[number]

export const formModelSchema = z.object({
  draftId: idSchema,
  id: z.string().nullable().default(null),
  revision: z.number().int().nullable().default(null),
  state: z.enum(activityStates).default('toSign'),
  date: z.string().default(''),
  startTime: text,
  endTime: text,
  place: text,
  chair: formPersonSchema.default({ personId: null, name: '', post: '' }),
  recorder: formPersonSchema.default({ personId: null, name: '', post: '' }),
  invitees: z.array(inviteeSchema.extend({ role: text })).default([]),
  /** What stands in the 列席 field but is not yet a name of the list. */
  inviteeText: text,
  closing: text,
  fromPaper: z.boolean().default(false),
  parts: z.array(formPartSchema).min(1),
  attachments: z.array(attachmentRefSchema).default([]),
  touched: z.array(z.enum(proposedFields)).default([]),
  carried: carriedOfActivity.default({}),
})
export type FormModel = z.infer<typeof formModelSchema>

export const emptyPerson = (): FormPerson => ({ personId: null, name: '', post: '' })
export const newAgenda = (): FormAgenda => ({ key: newId(), title: '', heading: '', content: [], carried: {} })
export const newResolution = (): FormResolution => ({ key: newId(), id: null, text: '', owner: '', dueOn: null })
export const newText = (content = ''): FormBlock => ({ key: newId(), kind: 'text', text: content })
export const newSpeech = (speaker = ''): FormBlock => ({ key: newId(), kind: 'speech', speaker, role: '', text: '' })
/** Figures stay empty: the program proposes nothing that was counted in a meeting. */
export const newVote = (): FormBlock => ({ key: newId(), kind: 'vote', vote: formVoteSchema.parse({}) })

export const newElection = (): FormBlock => ({ key: newId(), kind: 'election', election: formElectionSchema.parse({}) })
export const newPart = (start: Pick<FormPart, 'purpose'> & Partial<FormPart>): FormPart =>
  formPartSchema.parse({ agenda: [newAgenda()], ...start })

/** What is known of a sitting before its form is filled in. */
interface NewForm {
  readonly purpose: FormPart['purpose']
  readonly date: string
  readonly groupId: string | null
  /** An item of the agenda to begin with: 第一议题. */
  readonly topic?: string
  /** Level and audience of a study session. */
  readonly carried?: FormPart['carried'] | undefined
}

/** A form of a sitting that is not recorded yet. */
export function newForm(start: NewForm): FormModel {
  const { purpose, groupId, topic = '', carried = {} } = start
  const agenda = [topic === '' ? newAgenda() : { ...newAgenda(), title: topic.slice(0, 200) }]
  const part = newPart({ purpose, groupId, agenda, carried })
  return formModelSchema.parse({ draftId: newId(), date: start.date, parts: [part] })
}

/** The part a sitting is named after. */
export function firstPart(model: FormModel): FormPart {
  return partAt(model, 0)
}

/** One part of the sitting; the first where there is none of that number. */
export function partAt(model: FormModel, index: number): FormPart {
  const part = model.parts[index] ?? model.parts[0]
  if (!part) throw new RangeError('a sitting has at least one part')
  return part
}

/** Reads a kept draft; null when it is none of ours. */
export function readDraft(content: string): FormModel | null {
  try {
    const parsed = formModelSchema.safeParse(JSON.parse(content))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}
