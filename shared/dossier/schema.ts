import { z } from 'zod'
import { attachmentRefSchema, origins } from '../activities/schema.ts'
import { plainDateSchema } from '../kernel/dates.ts'
import { idSchema } from '../kernel/ids.ts'
import { type ContentValue, contentSchema, fieldProblems, isBlank } from './field.ts'
import { dossierKind, isDossierKind } from './kinds/index.ts'

export const dossierKeySchema = z.string().max(60).refine(isDossierKind, { error: '没有这一类记录' })

/** Who took part in a record, and as what. `personId` null: not on the roster. */
export const dossierPersonSchema = z.object({
  personId: idSchema.nullable(),
  name: z.string().min(1).max(60),
  role: z.string().max(60),
})
export type DossierPerson = z.infer<typeof dossierPersonSchema>

const envelope = {
  kind: dossierKeySchema,
  date: plainDateSchema,
  endDate: plainDateSchema.nullish(),
  title: z.string().trim().max(200),
  /** A step of the kind; empty where it has none. */
  status: z.string().max(60).default(''),
  people: z.array(dossierPersonSchema).max(1000).default([]),
  content: contentSchema.default({}),
  /** Names of campaigns (专项活动), DOMAIN 5.11. */
  tags: z.array(z.string().trim().min(1).max(60)).max(20).default([]),
  /** Ids of the sittings and records it rests on. */
  links: z.array(idSchema).max(200).default([]),
}

/** Texts of sealed fields, by key of field. */
export const sealedContentSchema = z.record(z.string().max(60), z.string().max(20_000))
export type SealedContent = z.infer<typeof sealedContentSchema>

/** What keeps a table of people from being one line for each of those named in the record. */
function linePerPersonProblems(role: string, rows: ContentValue | undefined, people: readonly DossierPerson[]): string[] {
  if (!Array.isArray(rows)) return []
  const named = new Set(people.filter((person) => person.role === role).map(({ personId }) => personId))
  const seen = new Set<unknown>()
  return rows.flatMap((row, at) => {
    if (typeof row !== 'object' || row === null) return []
    const { personId, name } = row
    const who = `第${at + 1}行“${typeof name === 'string' ? name : ''}”`
    if (typeof personId !== 'string' || !named.has(personId)) return [`${who}不在参加的人里`]
    if (seen.has(personId)) return [`${who}重复`]
    seen.add(personId)
    return []
  })
}

export const saveDossierSchema = z
  .strictObject({
    ...envelope,
    id: idSchema.optional(),
    /** The revision that was read; a newer one in the ledger answers CHANGED_ELSEWHERE. */
    revision: z.number().int().min(1).optional(),
    /** 归属年度; empty: by the rule of the kind. */
    forYear: z.number().int().min(1921).max(2200).nullish(),
    origin: z.enum(['typed', 'fromPaper']).default('typed'),
    /** Left out: sealed texts stay as they are. */
    sealed: sealedContentSchema.optional(),
    /** Attachments in order; those left out are taken off. */
    attachmentIds: z.array(idSchema).max(500).optional(),
  })
  .superRefine((input, context) => {
    // Said already by the schema of the field itself, which does not keep this from running.
    if (!isDossierKind(input.kind)) return
    const kind = dossierKind(input.kind)
    const open = kind.fields.filter((field) => !field.isSealed)
    for (const { key, label, reason } of fieldProblems(open, input.content))
      context.addIssue({ code: 'custom', path: ['content', key], message: `${label}：${reason}`, params: { field: label } })
    const sealed = kind.fields.filter((field) => field.isSealed)
    for (const { key, label, reason } of input.sealed ? fieldProblems(sealed, input.sealed) : [])
      context.addIssue({ code: 'custom', path: ['sealed', key], message: `${label}：${reason}`, params: { field: label } })
    if (kind.statuses ? !kind.statuses.some(({ key }) => key === input.status) && input.status !== '' : input.status !== '')
      context.addIssue({ code: 'custom', path: ['status'], message: '没有这一步', params: { field: '进展' } })
    for (const role of kind.roles ?? []) {
      const held = input.people.filter((person) => person.role === role.key)
      if (role.isRequired && held.length === 0)
        context.addIssue({ code: 'custom', path: ['people'], message: `${role.label}：请填写`, params: { field: role.label } })
      if (!role.isMany && held.length > 1)
        context.addIssue({ code: 'custom', path: ['people'], message: `${role.label}：只填一人`, params: { field: role.label } })
    }
    for (const field of kind.fields) {
      if (field.type !== 'rows' || field.linePerPerson === undefined) continue
      for (const reason of linePerPersonProblems(field.linePerPerson, input.content[field.key], input.people))
        context.addIssue({
          code: 'custom',
          path: ['content', field.key],
          message: `${field.label}：${reason}`,
          params: { field: field.label },
        })
    }
    if (input.people.some(({ role }) => !kind.roles?.some(({ key }) => key === role)))
      context.addIssue({ code: 'custom', path: ['people'], message: '有人不在这类记录的任何一栏', params: { field: '人员' } })
    if (!isBlank(input.endDate ?? null) && input.endDate && input.endDate < input.date)
      context.addIssue({
        code: 'custom',
        path: ['endDate'],
        message: '结束日期早于开始日期',
        params: { field: kind.endDateLabel ?? '结束日期' },
      })
  })
export type SaveDossier = z.infer<typeof saveDossierSchema>
export type SaveDossierInput = z.input<typeof saveDossierSchema>

/** One dated record as it is read; never with sealed texts. */
export const dossierSchema = z.object({
  ...envelope,
  id: idSchema,
  revision: z.number().int(),
  endDate: plainDateSchema.nullable(),
  forYear: z.number().int(),
  /** 2025-谈心谈话-03 */
  recordNumber: z.string(),
  origin: z.enum(origins),
  enteredOn: plainDateSchema,
  /** Entered later than the branch's own limit allows and not from paper (PRACTICE §2). */
  isLate: z.boolean(),
  /** Whether sealed texts are kept with it. */
  hasSealed: z.boolean(),
  attachments: z.array(attachmentRefSchema),
})
export type Dossier = z.infer<typeof dossierSchema>
