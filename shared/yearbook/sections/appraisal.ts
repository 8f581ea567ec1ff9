import { count, dossierSource } from '../figure.ts'
import type { YearbookInput } from '../input.ts'
import type { Figure } from '../schema.ts'

const grades = { excellent: '优秀', qualified: '合格', basic: '基本合格', unqualified: '不合格' }

/** 民主评议: how many of each grade, from the latest 评定意见 of each meeting; never who. */
export function appraisalFigures({ dossiers }: YearbookInput): Figure[] {
  const opinions = dossiers.filter(({ kind }) => kind === 'appraisalOpinion')
  const graded = new Map<string, string>()
  for (const { content } of opinions) {
    const rows = content['grades']
    if (!Array.isArray(rows)) continue
    for (const row of rows) {
      if (typeof row !== 'object' || row === null) continue
      const { name, grade } = row
      // A later opinion on the same member takes the place of the earlier one.
      if (typeof name === 'string' && typeof grade === 'string') graded.set(name, grade)
    }
  }
  const given = [...graded.values()]
  return Object.entries(grades).map(([grade, label]) =>
    count(`grade:${grade}`, label, given.length === 0 ? null : given.filter((each) => each === grade).length, '人', {
      sources: opinions.map(dossierSource),
    }),
  )
}
