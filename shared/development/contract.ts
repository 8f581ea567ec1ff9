import { z } from 'zod'
import { dossierSchema } from '../dossier/schema.ts'
import { nothing, procedure } from '../kernel/contract.ts'
import { plainDateSchema } from '../kernel/dates.ts'
import { idSchema } from '../kernel/ids.ts'
import { saveMemberSchema } from '../members/schema.ts'
import { stages, stepKeys } from './case.ts'
import { stepStates } from './steps.ts'

const stepSchema = z.object({
  key: z.enum(stepKeys),
  label: z.string(),
  date: plainDateSchema.nullable(),
  state: z.enum(stepStates),
  dueOn: plainDateSchema.nullable(),
  notBefore: plainDateSchema.nullable(),
  note: z.string(),
  source: z.string(),
})

const caseSchema = z.object({
  record: dossierSchema,
  name: z.string(),
  stage: z.enum(stages),
  steps: z.array(stepSchema),
  findings: z.array(z.object({ text: z.string(), source: z.string() })),
  examinationDue: plainDateSchema.nullable(),
  /** 预备期满; null before admission. */
  probationEnd: plainDateSchema.nullable(),
})
export type CaseView = z.infer<typeof caseSchema>

const count = z.number().int()
const voteSchema = z.object({
  activityId: idSchema,
  date: plainDateSchema,
  title: z.string(),
  recordNumber: z.string(),
  item: z.string(),
  subject: z.enum(['admission', 'conversion']),
  dueVoters: count,
  presentVoters: count,
  writtenOpinions: count,
  votesFor: count,
  votesAgainst: count,
  votesAbstain: count,
  passed: z.boolean(),
  verdict: z.string(),
  /** The record rests on it already. */
  isLinked: z.boolean(),
})
export type VoteView = z.infer<typeof voteSchema>

const offerSchema = z.object({
  kind: z.enum(['admit', 'convert']),
  changes: z.array(z.string()),
  notes: z.array(z.string()),
  input: saveMemberSchema,
})

export const developmentContract = {
  /** Everybody on the way into the Party, whatever the year, as of today; those who need something first. */
  cases: procedure.input(nothing).output(z.array(caseSchema)),
  /** One person: the line of time, votes found in the minutes, the text to copy, what the roster could take over. */
  case: procedure.input(z.strictObject({ id: idSchema })).output(
    caseSchema.extend({
      votes: z.array(voteSchema),
      mentions: z.array(z.object({ activityId: idSchema, date: plainDateSchema, title: z.string(), item: z.string() })),
      /** 《入党志愿书》: resolutions on admission and on conversion; without a linked vote their figures are blank. */
      texts: z.object({ admission: z.string(), conversion: z.string() }),
      offer: offerSchema.nullable(),
    }),
  ),
  /** Takes a vote of a meeting as that of this person: the date of the step and the link, never figures. */
  takeVote: procedure
    .input(
      z.strictObject({
        id: idSchema,
        revision: z.number().int(),
        activityId: idSchema,
        subject: z.enum(['admission', 'conversion']),
      }),
    )
    .output(nothing),
}
