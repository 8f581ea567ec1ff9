import { z } from 'zod'
import { activitySchema } from '../activities/schema.ts'
import { branchProfileSchema, partyGroupSchema } from '../branch/schema.ts'
import { dossierKeySchema, dossierSchema } from '../dossier/schema.ts'
import { idSchema } from '../kernel/ids.ts'
import { intervalKinds, memberIntervalSchema, membershipSchema, personSchema } from '../members/schema.ts'
import { assessmentStatuses } from '../rating/status.ts'

/** Every line says what it is and to which branch it belongs, so that a reader can refuse a line of another. */
const line = <K extends string>(kind: K) => ({ kind: z.literal(kind), branchId: idSchema })

/**
 * A file that hangs on a sitting. `path` from the pack's root, null when its content was already missing in the ledger;
 * `originalName` as the user's computer had it, which may be no name for a pack.
 */
const attachmentLineSchema = z.object({
  ...line('attachment'),
  id: idSchema,
  /** Null: taken off its sitting; only exchange packs carry such. */
  activityId: idSchema.nullable(),
  /** The dated record it hangs on. */
  dossierId: idSchema.nullable().default(null),
  isSealed: z.boolean().default(false),
  evidenceKind: z.string().max(60).nullable().default(null),
  position: z.number().int(),
  name: z.string(),
  originalName: z.string(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  octets: z.number().int().min(0),
  mediaType: z.string(),
  path: z.string().nullable(),
})

/** 情况说明: why a period has no meeting. */
const explanationLineSchema = z.object({
  ...line('explanation'),
  id: idSchema,
  ruleId: z.string().max(100),
  scopeId: idSchema,
  period: z.string().max(40),
  text: z.string().max(20_000),
})

/** 本单位细则: a branch's own number for a rule in a year. */
const overrideLineSchema = z.object({
  ...line('override'),
  id: idSchema,
  year: z.number().int(),
  ruleId: z.string().max(100),
  isEnabled: z.boolean(),
  min: z.number().int().nullable(),
  note: z.string().max(2000),
})

/** A table the branch has brought up to date; `content` is its JSON text. */
const tableLineSchema = z.object({
  ...line('table'),
  id: idSchema,
  table: z.enum(['rules', 'workingDays']),
  version: z.string().max(100),
  content: z.string().max(2_000_000),
  importedAt: z.string().max(40),
})

/** A kept version of a 评定办法; `content` is its JSON text. */
const schemeLineSchema = z.object({
  ...line('ratingScheme'),
  id: idSchema,
  name: z.string().max(200),
  version: z.string().max(60),
  content: z.string().max(2_000_000),
  source: z.string().max(60),
  savedAt: z.string().max(40),
})

/** A year's 自评 with its review and result; `content` is its JSON text. */
const assessmentLineSchema = z.object({
  ...line('assessment'),
  id: idSchema,
  revision: z.number().int().min(1),
  year: z.number().int(),
  schemeId: idSchema,
  status: z.enum(assessmentStatuses),
  content: z.string().max(2_000_000),
})

/** One link of a hash chain of 修改记录. The row before and after the change does not travel; the salt lets it be checked. */
const historyLineSchema = z.object({
  ...line('history'),
  /** `<deviceId>-<seq, ten digits>` */
  id: z.string().max(60),
  deviceId: idSchema,
  seq: z.number().int().min(1),
  at: z.string().max(40),
  who: z.string().max(200),
  what: z.string().max(500),
  table: z.string().max(60),
  rowId: z.string().max(60),
  salt: z.string().max(128).nullable(),
  payloadHash: z.string().regex(/^[0-9a-f]{64}$/),
  previousHash: z.string().regex(/^([0-9a-f]{64})?$/),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
})

/**
 * The lines of `records/*.jsonl`. Made from the same schemas as the forms, so that what is kept and what travels cannot
 * drift apart; sealed fields (ID number, phones, address) are in none of them.
 */
export const recordLineSchema = z.discriminatedUnion('kind', [
  branchProfileSchema.extend(line('branch')),
  partyGroupSchema.extend(line('group')),
  personSchema.extend(line('person')),
  membershipSchema.extend(line('membership')),
  // What an interval is about has a name of its own here: `kind` says what the line is.
  memberIntervalSchema.omit({ kind: true }).extend({ ...line('interval'), intervalKind: z.enum(intervalKinds) }),
  // In the bin since then; only exchange packs carry such sittings.
  activitySchema.extend({ ...line('activity'), deletedAt: z.string().max(40).nullish() }),
  // Sealed texts are in none of them.
  dossierSchema.extend({
    kind: z.literal('dossier'),
    branchId: idSchema,
    dossierKind: dossierKeySchema,
    deletedAt: z.string().max(40).nullish(),
  }),
  attachmentLineSchema,
  explanationLineSchema,
  overrideLineSchema,
  tableLineSchema,
  schemeLineSchema,
  assessmentLineSchema,
  historyLineSchema,
])
export type RecordLine = z.infer<typeof recordLineSchema>
export type RecordKind = RecordLine['kind']

/** Which file below `records/` holds the lines of a kind; history has a file for each device. */
export const recordFiles: Record<Exclude<RecordKind, 'history'>, string> = {
  branch: 'branch.jsonl',
  group: 'groups.jsonl',
  person: 'persons.jsonl',
  membership: 'memberships.jsonl',
  interval: 'intervals.jsonl',
  activity: 'activities.jsonl',
  dossier: 'dossiers.jsonl',
  attachment: 'attachments.jsonl',
  explanation: 'explanations.jsonl',
  override: 'overrides.jsonl',
  table: 'tables.jsonl',
  ratingScheme: 'rating-schemes.jsonl',
  assessment: 'assessments.jsonl',
}

/** The kinds of an evidence pack; an exchange pack has all of them. */
export const evidenceKinds = ['branch', 'group', 'person', 'membership', 'interval', 'activity', 'dossier', 'attachment'] as const

/** `history/<device>.jsonl` */
export const historyFile = (deviceId: string) => `history/${deviceId}.jsonl`

/** Newest format this program knows; a newer minor version is read without what it adds, a newer major one is refused. */
export const formatVersion = '1.0'

/** JSON Schema (2020-12) of one line of any of the files, as `records/schema.json` carries it. */
export function recordsJsonSchema(): object {
  return {
    title: 'Branch Handbook pack, one line of records/*.jsonl',
    ...z.toJSONSchema(recordLineSchema, { io: 'input' }),
  }
}

/** JSON Schema of one line of each file, by the file's path below `records/`; all chains of 修改记录 have the same one. */
export function recordFileSchemas(): ReadonlyMap<string, object> {
  return new Map(
    recordLineSchema.options.map((option) => {
      const kind = option.shape.kind.value
      const file = kind === 'history' ? historyFile('<device>') : recordFiles[kind]
      return [file, { title: `One line of records/${file}`, ...z.toJSONSchema(option, { io: 'input' }) }]
    }),
  )
}

/** The same value in one spelling: keys sorted at every depth, nothing undefined, no white space. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const entries = Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`).join(',')}}`
}
