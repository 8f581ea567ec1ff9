import { z } from 'zod'

/** One line of the list: how much of something is handed over. */
export const handoverLineSchema = z.object({ name: z.string(), count: z.number().int(), unit: z.string(), note: z.string() })
export type HandoverLine = z.infer<typeof handoverLineSchema>

/** What is handed over, counted from the ledger. */
export const handoverFactsSchema = z.object({
  lines: z.array(handoverLineSchema),
  /** Backups in the data folder of this computer; they are not handed over. */
  backups: z.number().int(),
  /** Newest entry of 修改记录 of this installation. */
  head: z.object({ deviceId: z.string(), seq: z.number().int(), hash: z.string() }),
})
export type HandoverFacts = z.infer<typeof handoverFactsSchema>

const name = z.string().trim().max(60)

/** Who hands over, who takes over, who sees to it; printed below the lines to sign. */
export const handoverPeopleSchema = z.strictObject({ from: name, to: name, witness: name })
export type HandoverPeople = z.infer<typeof handoverPeopleSchema>

/** 准备 → 复制 → 接收人打开核对 → 双方签字 → 旧口令作废 → 办完. */
export const handoverSteps = ['prepare', 'copy', 'open', 'sign', 'passphrase', 'done'] as const
export type HandoverStep = (typeof handoverSteps)[number]

/** How far a handover is. It lies in the ledger, so that the copy goes on where the original stopped. */
export const handoverStateSchema = z.object({
  step: z.enum(handoverSteps),
  people: handoverPeopleSchema,
  /** What the list said when the copy was made; null before. */
  copied: z.object({ at: z.string(), path: z.string(), facts: handoverFactsSchema, lockedSince: z.string().nullable() }).nullable(),
  doneAt: z.string().nullable(),
})
export type HandoverState = z.infer<typeof handoverStateSchema>

export const noHandover: HandoverState = { step: 'prepare', people: { from: '', to: '', witness: '' }, copied: null, doneAt: null }

/** What the wizard shows. */
export const handoverViewSchema = z.object({
  state: handoverStateSchema,
  /** Counted now. */
  facts: handoverFactsSchema,
  /** Where they differ from when the copy was made, in words; empty when they are the same. */
  differences: z.array(z.string()),
  /** There is a passphrase, and it was set after the copy was made. */
  isPassphraseNew: z.boolean(),
  hasPassphrase: z.boolean(),
})
export type HandoverView = z.infer<typeof handoverViewSchema>
