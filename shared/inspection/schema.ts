import { z } from 'zod'
import { plainDateSchema } from '../kernel/dates.ts'
import { idSchema } from '../kernel/ids.ts'

/** What 迎检自查 points out (PRACTICE §1): three that are not finished, then contradictions. */
export const inspectionKinds = [
  'missing',
  'unsigned',
  'overdue',
  'restDay',
  'overlap',
  'twoPlaces',
  'absentActs',
  'sharedText',
] as const
export type InspectionKind = (typeof inspectionKinds)[number]

/** One thing to look at. It names records and what stands in them; it never says who is at fault, and repairs nothing. */
export const inspectionFindingSchema = z.object({
  kind: z.enum(inspectionKinds),
  /** The records it is about; none for a meeting that is missing. */
  records: z.array(idSchema),
  text: z.string(),
  /** Regulation and article, where one asks for it. */
  sources: z.array(z.string()),
})
export type InspectionFinding = z.infer<typeof inspectionFindingSchema>

export const inspectionSchema = z.object({
  year: z.number().int(),
  asOf: plainDateSchema,
  /** Sittings looked at. */
  looked: z.number().int(),
  findings: z.array(inspectionFindingSchema),
  /** What the records of the findings are called. */
  records: z.array(z.object({ id: idSchema, type: z.enum(['activity', 'dossier']), date: plainDateSchema, title: z.string() })),
})
export type Inspection = z.infer<typeof inspectionSchema>
