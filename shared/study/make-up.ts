import type { AbsenceReason } from '../activities/schema.ts'
import type { PlainDate } from '../kernel/dates.ts'
import type { DossierRecord, PartRecord, SittingRecord } from '../obligations/records.ts'
import { roundHours } from './round-hours.ts'
import { heldIn, inOrder } from './tiers.ts'

/** Somebody who was not at a study session. */
export interface MissedBy {
  readonly personId: string
  readonly reason: AbsenceReason | null
  /** The record of 补学 for this very session; null: none yet. */
  readonly madeUpIn: string | null
}

/** A study session that somebody on the roster has missed. */
export interface MissedStudy {
  readonly sittingId: string
  readonly date: PlainDate
  readonly title: string
  /** Hours of the session; null: the record has none. */
  readonly hours: number | null
  readonly people: readonly MissedBy[]
}

/** 集中学习, and every other part that gives hours. */
const isStudy = ({ purpose, hours }: PartRecord) => purpose === 'studySession' || (hours ?? 0) > 0

/** The study parts of a sitting. */
export const studyParts = ({ parts }: SittingRecord): readonly PartRecord[] => parts.filter(isStudy)

/**
 * Records of 补学 that say which sitting they make up for, by sitting and person; of several the earliest.
 */
export function madeUp(dossiers: readonly DossierRecord[]): (sittingId: string, personId: string) => string | null {
  const first = new Map<string, string>()
  for (const { id, links, people } of inOrder(
    dossiers.filter(({ kind }) => kind === 'makeUpStudy').map((record) => ({ ...record, recordId: record.id })),
  ))
    for (const sitting of links ?? [])
      for (const { personId } of people) {
        const key = `${sitting} ${personId}`
        if (personId !== null && !first.has(key)) first.set(key, id)
      }
  return (sittingId, personId) => first.get(`${sittingId} ${personId}`) ?? null
}

/**
 * Study sessions of a year, as of a day, with those who missed them: absent from every study part that had them on its list.
 * Who is 不作硬性要求 is not asked to make anything up (党员教育管理工作条例 第二十三条).
 */
export function missedStudy(
  year: number,
  input: { readonly records: readonly SittingRecord[]; readonly dossiers: readonly DossierRecord[]; readonly today: PlainDate },
): MissedStudy[] {
  const inRecord = madeUp(input.dossiers)
  const sessions = heldIn(year, input.records, input.today).flatMap((record) => {
    const rows = studyParts(record).flatMap(({ attendance }) => attendance ?? [])
    const present = new Set(rows.flatMap((row) => (row.present ? [row.personId] : [])))
    const absent = rows.filter((row) => !row.present && !row.exempt && row.reason !== 'exempt' && !present.has(row.personId))
    const people = absent.flatMap(({ personId, reason }): MissedBy[] =>
      personId === null ? [] : [{ personId, reason, madeUpIn: inRecord(record.id, personId) }],
    )
    const once = [...new Map(people.map((person) => [person.personId, person])).values()]
    const hours = roundHours(Math.max(0, ...studyParts(record).map((part) => part.hours ?? 0)))
    return once.length === 0
      ? []
      : [{ recordId: record.id, date: record.date, title: record.title, hours: hours === 0 ? null : hours, people: once }]
  })
  return inOrder(sessions).map(({ recordId, ...session }) => ({ sittingId: recordId, ...session }))
}
