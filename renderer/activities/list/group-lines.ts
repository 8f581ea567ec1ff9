import type { ActivityLine, ActivityState, Purpose } from '#shared/activities/schema.ts'
import { monthOf, yearOf } from '#shared/kernel/dates.ts'

/** What the list is narrowed to; null and empty text: everything. */
export interface ListFilter {
  readonly purpose: Purpose | null
  readonly state: ActivityState | null
  readonly text: string
}

export interface MonthGroup {
  /** 2025-06, newest first. */
  readonly month: string
  readonly label: string
  readonly lines: readonly ActivityLine[]
}

const matches = (line: ActivityLine, word: string) =>
  [line.title, line.place, line.groupName, line.recordNumber, line.date].some((field) => field.toLowerCase().includes(word))

/** The lines of the year that pass the filter; every word of the text must be found somewhere in a line. */
export function filterLines(lines: readonly ActivityLine[], filter: ListFilter): ActivityLine[] {
  const words = filter.text.normalize('NFC').toLowerCase().split(/\s+/).filter(Boolean)
  return lines.filter(
    (line) =>
      (filter.purpose === null || line.purposes.includes(filter.purpose)) &&
      (filter.state === null || line.state === filter.state) &&
      words.every((word) => matches(line, word)),
  )
}

/** By month, newest first; of one day the later beginning first. */
export function groupByMonth(lines: readonly ActivityLine[], year: number): MonthGroup[] {
  const key = (line: ActivityLine) => `${line.date} ${line.startTime ?? ''}`
  const sorted = lines.toSorted((a, b) => (key(a) < key(b) ? 1 : key(a) > key(b) ? -1 : 0))
  const groups = Map.groupBy(sorted, (line) => line.date.slice(0, 7))
  return [...groups].map(([month, own]) => {
    const day = `${month}-01`
    // A meeting held in January may belong to the year before.
    const label = yearOf(day) === year ? `${monthOf(day)}月` : `${yearOf(day)}年${monthOf(day)}月`
    return { month, label, lines: own }
  })
}
