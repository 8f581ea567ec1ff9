import type { DossierForm } from '#renderer/dossier/form-model.ts'
import { emptyForm } from '#renderer/dossier/form-model.ts'
import { dossierKind } from '#shared/dossier/kinds/index.ts'
import { type DuesLine, duesContent, duesLines } from '#shared/dues/dues.ts'
import { type MonthDue, monthsDue } from '#shared/dues/months.ts'
import type { MemberDetail } from '#shared/members/schema.ts'

export const duesKind = dossierKind('partyDues')

/** Who pays here in some month of the year. */
export interface DuesMember {
  readonly personId: string
  readonly name: string
  readonly due: readonly MonthDue[]
}

/** Those who pay here in some month of a year, in the order of the roster. */
export function duesMembers(everyone: readonly MemberDetail[], year: number): DuesMember[] {
  const history = { persons: everyone.map(({ person }) => person), memberships: everyone.flatMap(({ memberships }) => memberships) }
  return history.persons
    .map(({ id, name }) => ({ personId: id, name, due: monthsDue(history, id, year) }))
    .filter(({ due }) => due.some((each) => each !== 'no'))
}

/** The form of a year that has no table yet. */
export const newDuesForm = (year: number): DossierForm => ({
  ...emptyForm(duesKind, `${year}-01-01`),
  forYear: year,
  title: `${year}年党费收缴`,
  isFromPaper: true,
})

/** The form's lines, and one for everybody who has come since. */
export function formLines(form: DossierForm, members: readonly DuesMember[]): DuesLine[] {
  const kept = duesLines(form.content)
  const known = new Set(kept.map(({ personId }) => personId))
  const fresh = members
    .filter(({ personId }) => !known.has(personId))
    .map(({ personId, name }): DuesLine => ({ personId, name, amount: null, paid: [] }))
  return [...kept, ...fresh]
}

export const withLines = (form: DossierForm, lines: readonly DuesLine[]): DossierForm => ({ ...form, content: duesContent(lines) })
