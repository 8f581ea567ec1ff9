import { z } from 'zod'

/** Start-up as a small state machine: every stop has a screen of its own (DESIGN §5). */
export const ledgerStates = [
  'notFound',
  'open',
  'inUse',
  'newer',
  'foreign',
  'damaged',
  'diskError',
  'readOnly',
  'noSpace',
  'migrationFailed',
] as const
export type LedgerState = (typeof ledgerStates)[number]

/** What does not stop the program but is said: where the folder lies, a history whose end does not fit, a clock behind the last change. */
export const ledgerWarnings = ['networkFolder', 'syncedFolder', 'historyTail', 'clockBehind'] as const
export type LedgerWarning = (typeof ledgerWarnings)[number]

export const ledgerStatusSchema = z.object({
  state: z.enum(ledgerStates),
  /** 数据文件夹. */
  directory: z.string(),
  /** Today by the clock of the main process, so that the screen and the rules agree on the day. */
  today: z.string(),
  programVersion: z.string(),
  /** Who has it open, which version made it, what the system said. */
  detail: z.record(z.string(), z.union([z.string(), z.number()])),
  warnings: z.array(z.enum(ledgerWarnings)).default([]),
})
export type LedgerStatus = z.infer<typeof ledgerStatusSchema>
