import type { Content } from '../dossier/field.ts'
import { isPlainDate, type PlainDate } from '../kernel/dates.ts'
import { type Grade, grades } from './grades.ts'

/** One member's line of a 评定意见. */
export interface GradeLine {
  readonly name: string
  readonly grade: Grade | null
  /** 向本人反馈; null: not yet. */
  readonly toldOn: PlainDate | null
}

const textOf = (value: unknown) => (typeof value === 'string' ? value.trim() : '')

/** The members' lines of a kept 评定意见, in the order they stand in it. */
export function gradeLines(content: Content): GradeLine[] {
  const rows = content['grades']
  if (!Array.isArray(rows)) return []
  return rows.flatMap((row): GradeLine[] => {
    if (typeof row !== 'object' || row === null) return []
    const name = textOf(row['name'])
    if (name === '') return []
    const toldOn = textOf(row['toldOn'])
    return [
      {
        name,
        grade: grades.find((each) => each === row['grade']) ?? null,
        toldOn: isPlainDate(toldOn) ? toldOn : null,
      },
    ]
  })
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
