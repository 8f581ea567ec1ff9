import { z } from 'zod'
import { progressSchema } from '../kernel/contract.ts'
import { idSchema } from '../kernel/ids.ts'

/** A drive or folder that the main process has listed; the renderer only ever hands back the id. */
export const targetSchema = z.object({
  id: z.string(),
  label: z.string(),
  path: z.string(),
  kind: z.enum(['removable', 'folder']),
  freeOctets: z.number(),
  isWritable: z.boolean(),
  /** As the system names it (vfat, exfat, NTFS), where it is known. */
  fileSystem: z.string().optional(),
})
export type ExportTarget = z.infer<typeof targetSchema>

/** How the folders of an evidence pack are made: by kind and day, or by the indicators of the year's scheme. */
export const packLayouts = ['date', 'indicator'] as const
export type PackLayout = (typeof packLayouts)[number]

/** What a pack is made of. `layout` and `exclude` (ids of records and attachments that were unticked): evidence packs only. */
export const packChoiceSchema = z.strictObject({
  year: z.number().int().min(1921).max(2200),
  kind: z.enum(['evidence', 'exchange']).default('evidence'),
  layout: z.enum(packLayouts).default('date'),
  exclude: z.array(idSchema).max(20_000).default([]),
})
export type PackChoice = z.infer<typeof packChoiceSchema>

/** A record of the year as it is listed for unticking. */
export const packRecordSchema = z.object({
  id: z.string(),
  date: z.string(),
  title: z.string(),
  /** 支部党员大会, 谈心谈话 …: in words, for unticking all of a kind. */
  kindName: z.string(),
  attachments: z.array(z.object({ id: z.string(), name: z.string(), octets: z.number().int() })),
})

export const packPlanSchema = z.object({
  name: z.string(),
  /** Name and version of the scheme that gives the folders; null: folders by kind and day. */
  scheme: z.string().nullable(),
  /** Everything that may be unticked; empty for an exchange pack. */
  records: z.array(packRecordSchema),
  files: z.array(z.object({ path: z.string(), octets: z.number().int().nullable(), source: z.string() })),
  /** An estimate: papers are made while writing. */
  octets: z.number().int(),
  notes: z.array(z.string()),
})
export type PackPlan = z.infer<typeof packPlanSchema>

/** An export that did not end: the folder it left, recognised by the mark of this ledger in it. */
export const leftoverSchema = z.object({
  /** Name of the unfinished folder in the target. */
  name: z.string(),
  /** Name the pack would have had. */
  packName: z.string(),
  /** The moment it was begun; empty where the mark does not say. */
  startedAt: z.string(),
  /** What has been copied can be kept; an archive, or one of an older program, can only be cleared. */
  canContinue: z.boolean(),
})
export type Leftover = z.infer<typeof leftoverSchema>

/** `files` and `octets` are those of the payload, as in the pack's own Payload-Oxum. */
export const packResultSchema = z.object({
  name: z.string(),
  form: z.enum(['folder', 'zip']),
  path: z.string(),
  files: z.number().int(),
  octets: z.number().int(),
  /** Stands for the whole pack: whoever keeps it can tell a forged list of files. */
  tagManifestSha256: z.string(),
  /** False: compared, but perhaps from the system's memory; 请拔出后重新插入再校验. */
  isReadPastCache: z.boolean(),
})
export type PackResult = z.infer<typeof packResultSchema>

export const verdictStatuses = ['valid', 'damaged', 'incomplete', 'notABag'] as const

export const packProblemSchema = z.object({
  path: z.string(),
  /** Two are no fault: `remote`, the bag names files elsewhere, all of which are here; `notPortable`, a name other systems change. */
  problem: z.enum([
    'changed',
    'missing',
    'added',
    'unsafePath',
    'malformed',
    'oxumMismatch',
    'unreadable',
    'unsupported',
    'remote',
    'notPortable',
  ]),
  detail: z.string().optional(),
})
export type PackProblem = z.infer<typeof packProblemSchema>

export const verdictSchema = z.object({ status: z.enum(verdictStatuses), problems: z.array(packProblemSchema) })
export type Verdict = z.infer<typeof verdictSchema>

/** A long task's stream: progress, and as its last message the result. */
export const exportEventSchema = z.discriminatedUnion('type', [
  progressSchema.extend({ type: z.literal('progress') }),
  z.object({ type: z.literal('result'), result: packResultSchema }),
])
export type ExportEvent = z.infer<typeof exportEventSchema>

export const verifyEventSchema = z.discriminatedUnion('type', [
  progressSchema.extend({ type: z.literal('progress') }),
  z.object({ type: z.literal('result'), result: verdictSchema }),
])
export type VerifyEvent = z.infer<typeof verifyEventSchema>
