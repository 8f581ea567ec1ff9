import { type Content, rowsOf } from '../dossier/field.ts'
import { isPlainDate, type PlainDate } from '../kernel/dates.ts'
import { countedGrades, excellentLimit, type Grade, gradeNames, grades } from './grades.ts'

/** One member's line of a 评定意见. */
export interface GradeLine {
  /** Its place among the lines as they are kept, from 0: two members may share a name. */
  readonly row: number
  readonly name: string
  readonly grade: Grade | null
  /** As the branch wrote it; empty: the grade alone. */
  readonly opinion: string
  /** 向本人反馈; null: not yet. */
  readonly toldOn: PlainDate | null
}

const textOf = (value: unknown) => (typeof value === 'string' ? value.trim() : '')

/** The members' lines of a kept 评定意见, in the order they stand in it. */
export function gradeLines(content: Content): GradeLine[] {
  return rowsOf(content['grades']).flatMap((line, row): GradeLine[] => {
    const name = textOf(line['name'])
    if (name === '') return []
    const toldOn = textOf(line['toldOn'])
    return [
      {
        row,
        name,
        grade: grades.find((each) => each === line['grade']) ?? null,
        opinion: textOf(line['opinion']),
        toldOn: isPlainDate(toldOn) ? toldOn : null,
      },
    ]
  })
}

/** Who has a grade and has not been told of it. */
export const notTold = <Line extends Pick<GradeLine, 'grade' | 'toldOn'>>(lines: readonly Line[]): Line[] =>
  lines.filter(({ grade, toldOn }) => grade !== null && grade !== 'notGraded' && toldOn === null)

function toldWords(graded: number, waiting: number): string {
  if (waiting === 0) return '已向本人反馈'
  return waiting === graded ? '尚未向本人反馈' : `已向本人反馈${graded - waiting}名，其余${waiting}名尚未反馈`
}

/**
 * The sentence of a 评定意见 (DOMAIN 3.5.7): 参加评定的正式党员13名，评定为优秀4名（不超过三分之一）、合格9名、基本合格0名、不合格0名；已向本人反馈。
 * What does not hold is not said.
 *
 * @param gradesProbationary probationary members are among those graded
 */
export function opinionSentence(lines: readonly GradeLine[], gradesProbationary = false): string {
  const graded = lines.filter(({ grade }) => grade !== null && grade !== 'notGraded')
  const countOf = (grade: Grade) => graded.filter((line) => line.grade === grade).length
  const counts = countedGrades.map((grade) => {
    const isWithin = grade === 'excellent' && countOf(grade) <= excellentLimit(graded.length)
    return `${gradeNames[grade]}${countOf(grade)}名${isWithin ? '（不超过三分之一）' : ''}`
  })
  const who = gradesProbationary ? '党员' : '正式党员'
  return `参加评定的${who}${graded.length}名，评定为${counts.join('、')}；${toldWords(graded.length, notTold(lines).length)}。`
}

/** Grades by person: the opinion names people as its paper does; a name that two members share says of neither. */
export function gradesByPerson(
  lines: readonly GradeLine[],
  members: readonly { readonly personId: string; readonly name: string }[],
): Map<string, Grade> {
  return new Map(
    lines.flatMap(({ name, grade }) => {
      const same = members.filter((member) => member.name === name)
      const [member] = same
      return same.length === 1 && member && grade !== null ? [[member.personId, grade] as const] : []
    }),
  )
}
