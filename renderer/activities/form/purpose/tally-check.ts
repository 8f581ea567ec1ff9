import type { FormDetails } from '../model.ts'

type Tally = NonNullable<FormDetails['tallies']>[number]

export const grades = [
  { field: 'excellent', name: '优秀' },
  { field: 'qualified', name: '合格' },
  { field: 'basic', name: '基本合格' },
  { field: 'unqualified', name: '不合格' },
] as const

/** Sum of the grades of one member; null while none is filled in. */
export function tallySum(tally: Tally): number | null {
  const figures = grades.map(({ field }) => tally[field])
  return figures.every((figure) => figure === null) ? null : figures.reduce<number>((sum, figure) => sum + (figure ?? 0), 0)
}

/** What does not add up: of the forms themselves first. Empty: nothing. */
export function ballotProblems(ballots: FormDetails['ballots']): string[] {
  if (!ballots) return []
  const { issued, returned, valid } = ballots
  const problems: string[] = []
  if (issued !== null && returned !== null && returned > issued) problems.push(`收回${returned}份，多于发出的${issued}份`)
  if (returned !== null && valid !== null && valid > returned) problems.push(`有效${valid}份，多于收回的${returned}份`)
  return problems
}

/** A member's grades must be as many as the valid forms; null: they are, or it cannot be told yet. */
export function tallyProblem(tally: Tally, valid: number | null | undefined): string | null {
  const sum = tallySum(tally)
  if (sum === null || valid === null || valid === undefined || sum === valid) return null
  return `合计${sum}，有效测评表${valid}份`
}
