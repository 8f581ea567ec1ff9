import type { AttachmentRef } from '#shared/activities/schema.ts'
import type { Content, ContentValue } from '#shared/dossier/field.ts'
import { isBlank } from '#shared/dossier/field.ts'
import type { DossierKind } from '#shared/dossier/kind.ts'
import type { Dossier, DossierPerson, SaveDossier, SaveDossierInput, SealedContent } from '#shared/dossier/schema.ts'
import type { PlainDate } from '#shared/kernel/dates.ts'

/** What the form of a dated record holds while it is filled in. */
export interface DossierForm {
  readonly date: PlainDate | null
  readonly endDate: PlainDate | null
  readonly forYear: number | null
  readonly title: string
  readonly status: string
  readonly people: readonly DossierPerson[]
  readonly content: Content
  readonly tags: readonly string[]
  /** Ids of the sittings and records it rests on. */
  readonly links: readonly string[]
  /** Null: the sealed texts are not shown and stay as they are. */
  readonly sealed: SealedContent | null
  readonly attachments: readonly AttachmentRef[]
  readonly isFromPaper: boolean
}

/** A new record of today. */
export function emptyForm(kind: DossierKind, date: PlainDate): DossierForm {
  return {
    date,
    endDate: null,
    forYear: null,
    title: '',
    status: kind.statuses?.[0]?.key ?? '',
    people: [],
    content: {},
    tags: [],
    links: [],
    sealed: kind.fields.some(({ isSealed }) => isSealed) ? {} : null,
    attachments: [],
    isFromPaper: false,
  }
}

/** A new record that begins with what was proposed for it. */
export function proposedForm(kind: DossierKind, proposed: SaveDossier): DossierForm {
  const { date, endDate = null, forYear = null, title, people, content, tags, links } = proposed
  const status = proposed.status === '' ? (kind.statuses?.[0]?.key ?? '') : proposed.status
  return { ...emptyForm(kind, date), endDate, forYear, title, status, people, content, tags, links }
}

/** A saved record in its form. */
export function formOf(dossier: Dossier): DossierForm {
  const { date, endDate, forYear, title, status, people, content, tags, links, attachments, origin } = dossier
  return {
    date,
    endDate: endDate ?? null,
    forYear,
    title,
    status,
    people,
    content,
    tags,
    links,
    attachments,
    sealed: null,
    isFromPaper: origin === 'fromPaper',
  }
}

const filled = (content: Content): Content => Object.fromEntries(Object.entries(content).filter(([, value]) => !isBlank(value)))

/** What is sent to be saved; null while there is no date. Empty fields and empty lines of tables are left out. */
export function formToSave(kind: DossierKind, form: DossierForm, saved: Dossier | null): SaveDossierInput | null {
  if (form.date === null) return null
  const content = Object.fromEntries(
    Object.entries(filled(form.content)).map(([key, value]): [string, ContentValue] => {
      const field = kind.fields.find((each) => each.key === key)
      if (field?.type !== 'rows' || !Array.isArray(value)) return [key, value]
      const { linePerPerson } = field
      // Somebody who was taken off the record above has no line in its table.
      const isNamed = (id: unknown) => form.people.some(({ role, personId }) => role === linePerPerson && personId === id)
      const rows = value.filter(
        (row) =>
          typeof row === 'object' &&
          Object.values(row).some((cell) => !isBlank(cell)) &&
          (linePerPerson === undefined || isNamed('personId' in row ? row['personId'] : null)),
      )
      return [key, rows as ContentValue]
    }),
  )
  return {
    kind: kind.key,
    ...(saved ? { id: saved.id, revision: saved.revision } : {}),
    date: form.date,
    endDate: form.endDate,
    forYear: form.forYear,
    title: form.title,
    status: form.status,
    people: [...form.people],
    content: filled(content),
    tags: [...form.tags],
    links: [...form.links],
    origin: form.isFromPaper ? 'fromPaper' : 'typed',
    ...(form.sealed === null ? {} : { sealed: form.sealed }),
    attachmentIds: form.attachments.map(({ id }) => id),
  }
}
