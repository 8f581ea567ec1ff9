import { client } from '#renderer/api/client.ts'
import type { DossierKind } from '#shared/dossier/kind.ts'
import type { SaveDossier } from '#shared/dossier/schema.ts'
import { isPlainDate, type PlainDate } from '#shared/kernel/dates.ts'

/** The choices of a kind that an address names: `sort=approvalDoc`. Anything else in it is left out. */
function choicesOf(kind: DossierKind, query: URLSearchParams): Record<string, string> {
  const known = kind.fields.flatMap((field): [string, string][] => {
    const value = query.get(field.key)
    return field.type === 'choice' && value !== null && Object.hasOwn(field.options, value) ? [[field.key, value]] : []
  })
  return Object.fromEntries(known)
}

/** Whether an address of a new record says anything about it. */
export const isBegun = (kind: DossierKind, query: URLSearchParams): boolean =>
  query.has('date') ||
  query.has('forYear') ||
  Object.keys(choicesOf(kind, query)).length > 0 ||
  (kind.roles ?? []).some(({ key }) => query.has(key))

/** 归属年度 that an address names; null: by the rule of the kind. */
function forYearOf(query: URLSearchParams): number | null {
  const year = Number(query.get('forYear'))
  return Number.isInteger(year) && year > 1920 && year < 2201 ? year : null
}

/**
 * A new record of which something is known: `date`, `forYear`, choices by their field, people by their role (ids of the roster of that
 * day). The user's own from then on.
 */
export async function begunRecord(kind: DossierKind, query: URLSearchParams, today: PlainDate): Promise<SaveDossier> {
  const asked = query.get('date')
  const date = asked !== null && isPlainDate(asked) ? asked : today
  const roles = (kind.roles ?? []).filter(({ key }) => query.has(key))
  const members = roles.length === 0 ? [] : (await client.members.roster({ date })).members
  const people = roles.flatMap(({ key: role }) =>
    members.filter(({ personId }) => query.getAll(role).includes(personId)).map(({ personId, name }) => ({ personId, name, role })),
  )
  return {
    kind: kind.key,
    date,
    forYear: forYearOf(query),
    title: '',
    status: '',
    people,
    content: choicesOf(kind, query),
    tags: [],
    links: [],
    origin: 'typed',
  }
}
