import type { BranchProfile } from '../../branch/schema.ts'
import type { Rating, RatingLine } from '../contract.ts'
import { starNames } from '../stars.ts'

/** What both papers of a year are made from. */
export interface RatingPaperSource {
  readonly branch: Pick<BranchProfile, 'fullName' | 'shortName' | 'superiorName'>
  readonly rating: Rating
}

/** Lines of each category in the order of the scheme, one-vote items left out. */
export function categoriesOf({ lines }: Rating): { code: string; name: string; lines: RatingLine[] }[] {
  return [...Map.groupBy(lines, ({ category }) => category.code).values()].map((own) => ({
    code: own[0]?.category.code ?? '',
    name: own[0]?.category.name ?? '',
    lines: own,
  }))
}

/** Points of a line as they stand: a person's word, else what the records propose; null: 需人工评定. */
export const pointsOfLine = ({ confirmed, proposed }: RatingLine): number | null => confirmed?.points ?? proposed

export const isTriggered = ({ confirmed, isFound }: RatingLine) => confirmed?.isTriggered ?? isFound

/** 四星; 未达标, 不予评定. */
export function starsText({ score }: Pick<Rating, 'score'>): string {
  if (score.stars !== null) return starNames[score.stars] ?? `${score.stars}星`
  return score.isStandardMet === false ? '未达标，不参加创星' : '不予评定'
}

/** The scheme by name and version, for the foot of a paper. */
export const basisText = ({ scheme }: Rating) => `依据：《${scheme.name}》${scheme.version}版。`
