import type { MemberCategory } from '../members/schema.ts'

/** 等次 of 民主评议 and the word for who takes part without one. */
export const gradeNames = {
  excellent: '优秀',
  qualified: '合格',
  basic: '基本合格',
  unqualified: '不合格',
  notGraded: '不评定等次',
} as const
export type Grade = keyof typeof gradeNames
export const grades = Object.keys(gradeNames) as readonly Grade[]
/** The four that are counted. */
export const countedGrades = ['excellent', 'qualified', 'basic', 'unqualified'] as const satisfies readonly Grade[]

/** The four words for the 支部班子, which is appraised on the same sheet. */
export const teamGradeNames = { good: '好', fair: '较好', average: '一般', poor: '差' } as const
export const teamGrades = ['good', 'fair', 'average', 'poor'] as const satisfies readonly (keyof typeof teamGradeNames)[]

/** What differs from place to place (DOMAIN 2.4): whom the third is counted of, and whether probationary members are graded. */
export interface AppraisalSettings {
  readonly excellentBase: 'formalMembers' | 'members'
  readonly gradesProbationary: boolean
}

export const usualAppraisal: AppraisalSettings = { excellentBase: 'formalMembers', gradesProbationary: false }

/** A share in integers: a third is 1 of 3 (DOMAIN 2.3). */
export interface Share {
  readonly numerator: number
  readonly denominator: number
}

const third: Share = { numerator: 1, denominator: 3 }

/** 优秀 at most a third, rounded down (共产党员网专题); never computed with a rounded percentage. */
export const excellentLimit = (base: number, { numerator, denominator }: Share = third): number =>
  Math.floor((Math.max(0, base) * numerator) / denominator)

interface Graded {
  readonly personId: string
  readonly name: string
  readonly category: MemberCategory
}

export interface GradeCheck {
  readonly base: number
  readonly limit: number
  readonly counts: Readonly<Record<Grade, number>>
  /** Those who ought to have a grade and have none. */
  readonly missing: readonly string[]
  /** Probationary members with a grade although the branch grades none of them. */
  readonly gradedProbationary: readonly string[]
  readonly isOver: boolean
}

/** The members whose 优秀 is a share of: the formal ones by default. */
export const baseOf = (members: readonly { readonly category: MemberCategory }[], settings: AppraisalSettings): number =>
  settings.excellentBase === 'members' ? members.length : members.filter(({ category }) => category === 'formalMember').length

const baseWord = ({ excellentBase }: AppraisalSettings) => (excellentBase === 'members' ? '党员' : '正式党员')

/** Whether a member is to be given one of the four grades. */
export const isGraded = ({ category }: { readonly category: MemberCategory }, settings: AppraisalSettings): boolean =>
  category === 'formalMember' || settings.gradesProbationary

/**
 * Grades against the members of the day they were given: counts, the limit of 优秀 and who is missing. It points out and refuses
 * nothing.
 */
export function checkGrades(
  members: readonly Graded[],
  given: ReadonlyMap<string, Grade>,
  settings: AppraisalSettings,
  share: Share = third,
): GradeCheck {
  const counts = { excellent: 0, qualified: 0, basic: 0, unqualified: 0, notGraded: 0 }
  for (const grade of given.values()) counts[grade] += 1
  const base = baseOf(members, settings)
  const limit = excellentLimit(base, share)
  return {
    base,
    limit,
    counts,
    missing: members.filter((member) => isGraded(member, settings) && !given.has(member.personId)).map(({ name }) => name),
    gradedProbationary: members
      .filter((member) => !isGraded(member, settings) && (given.get(member.personId) ?? 'notGraded') !== 'notGraded')
      .map(({ name }) => name),
    isOver: counts.excellent > limit,
  }
}

/** How many may be 优秀 by the reading of the branch, as a hint beside the counts. */
export function limitWords(members: readonly { readonly category: MemberCategory }[], settings: AppraisalSettings): string {
  const base = baseOf(members, settings)
  const who = baseWord(settings)
  return `优秀等次一般不超过${who}的三分之一（${who}${base}名，${excellentLimit(base)}名以内）`
}

/** What `checkGrades` finds, each as a sentence for people. */
export function gradeWords(check: GradeCheck, settings: AppraisalSettings): string[] {
  const { base, limit, counts, missing, gradedProbationary, isOver } = check
  const who = baseWord(settings)
  return [
    ...(isOver ? [`评定为优秀${counts.excellent}名，${who}${base}名，一般不超过三分之一（${limit}名）`] : []),
    ...(missing.length > 0 ? [`还有${missing.length}名没有等次：${missing.join('、')}`] : []),
    ...(gradedProbationary.length > 0 ? [`预备党员${gradedProbationary.join('、')}有等次，本支部的口径是不评定等次`] : []),
  ]
}
