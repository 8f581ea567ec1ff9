import { z } from 'zod'
import { progressSchema } from '../kernel/contract.ts'

/** What a self-check looks at. */
export const checkParts = ['database', 'references', 'history', 'attachments', 'search', 'backups'] as const

export const findingKinds = [
  'integrity',
  'notOpen',
  'brokenReference',
  'chainBroken',
  'payloadChanged',
  'rowChanged',
  'rowAdded',
  'rowMissing',
  'attachmentMissing',
  'attachmentChanged',
  'attachmentUnused',
  'searchIncomplete',
  'searchDamaged',
  'backupDamaged',
  'backupIncomplete',
] as const
export type FindingKind = (typeof findingKinds)[number]

export const checkFindingSchema = z.object({
  part: z.enum(checkParts),
  kind: z.enum(findingKinds),
  /** Table of the row that is meant, '' for anything else. */
  table: z.string(),
  /** Id of the row, hash of the content, name of the backup. */
  id: z.string(),
  /** What people call it: a name, a date, a file name. */
  label: z.string(),
  /** Columns, SQLite's own words, the last change known. */
  detail: z.string(),
  isRepairable: z.boolean(),
  /** Says something worth knowing that is no fault. */
  isNote: z.boolean(),
  /** The whole in Chinese. */
  text: z.string(),
})
export type CheckFinding = z.infer<typeof checkFindingSchema>

export const checkResultSchema = z.object({
  /** `problems` when anything but notes was found. */
  status: z.enum(['ok', 'problems']),
  findings: z.array(checkFindingSchema),
  checked: z.object({
    rows: z.number().int(),
    historyEntries: z.number().int(),
    attachments: z.number().int(),
    backups: z.number().int(),
  }),
})
export type CheckResult = z.infer<typeof checkResultSchema>

export const checkEventSchema = z.discriminatedUnion('type', [
  progressSchema.extend({ type: z.literal('progress') }),
  z.object({ type: z.literal('result'), result: checkResultSchema }),
])

export const repairResultSchema = z.object({
  /** Findings that are gone. */
  repaired: z.array(z.string()),
  result: checkResultSchema,
})
export type RepairResult = z.infer<typeof repairResultSchema>

export const repairEventSchema = z.discriminatedUnion('type', [
  progressSchema.extend({ type: z.literal('progress') }),
  z.object({ type: z.literal('result'), result: repairResultSchema }),
])
