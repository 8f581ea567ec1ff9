import { z } from 'zod'
import { activitySchema } from '../activities/schema.ts'
import { branchProfileSchema, partyGroupSchema } from '../branch/schema.ts'
import { idSchema } from '../kernel/ids.ts'
import { intervalKinds, memberIntervalSchema, membershipSchema, personSchema } from '../members/schema.ts'

/** Every line says what it is and to which branch it belongs, so that a reader can refuse a line of another. */
const line = <K extends string>(kind: K) => ({ kind: z.literal(kind), branchId: idSchema })

/**
 * A file that hangs on a sitting. `path` from the pack's root, null when its content was already missing in the ledger;
 * `originalName` as the user's computer had it, which may be no name for a pack.
 */
const attachmentLineSchema = z.object({
  ...line('attachment'),
  id: idSchema,
  activityId: idSchema,
  position: z.number().int(),
  name: z.string(),
  originalName: z.string(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  octets: z.number().int().min(0),
  mediaType: z.string(),
  path: z.string().nullable(),
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
  activitySchema.extend(line('activity')),
  attachmentLineSchema,
])
export type RecordLine = z.infer<typeof recordLineSchema>
export type RecordKind = RecordLine['kind']

/** Which file below `records/` holds the lines of a kind. */
export const recordFiles: Record<RecordKind, string> = {
  branch: 'branch.jsonl',
  group: 'groups.jsonl',
  person: 'persons.jsonl',
  membership: 'memberships.jsonl',
  interval: 'intervals.jsonl',
  activity: 'activities.jsonl',
  attachment: 'attachments.jsonl',
}

/** JSON Schema (2020-12) of one line of any of the files, as `records/schema.json` carries it. */
export function recordsJsonSchema(): object {
  return {
    title: 'Branch Handbook evidence pack, one line of records/*.jsonl',
    ...z.toJSONSchema(recordLineSchema, { io: 'input' }),
  }
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
