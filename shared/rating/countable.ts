import { purposeNames } from '../activities/labels.ts'
import { dossierKinds } from '../dossier/kinds/index.ts'

/**
 * Everything a rule of a scheme can count, by the name it has there, with what people call it: purposes of sittings, kinds of
 * dated records, and what a sitting or a record counts as besides.
 */
export const countable: ReadonlyMap<string, string> = new Map<string, string>([
  ...Object.entries(purposeNames),
  ...dossierKinds.map(({ key, name }): [string, string] => [key, name]),
  ['firstAgendaItem', '第一议题'],
  ['dualOrganizationalLife', '双重组织生活'],
])

/** The name of what a rule counts; the name in the scheme where nobody knows it. */
export const countableName = (record: string) => countable.get(record) ?? record
