import type { Activity } from '../activities/schema.ts'
import type { SaveDossierInput } from '../dossier/schema.ts'
import { lastDayOf, type PlainDate } from '../kernel/dates.ts'
import { parseLooseDate } from '../kernel/loose-date.ts'
import { problemKind } from './problems.ts'

/** The last day that a 时限 as printed can mean: 2026年3月底前 → 2026-03-31; null for other words (长期坚持). */
export function deadlineOfWords(words: string): PlainDate | null {
  const read = parseLooseDate(
    words
      .trim()
      .replace(/(?:月)(?:底|末|份)?(?:之?前)?$/u, '月')
      .replace(/(?:日|号)之?前$/u, '日'),
  )
  return read.ok && read.date.length >= 7 ? lastDayOf(read.date) : null
}

const sources: Partial<Record<Activity['parts'][number]['purpose'], string>> = {
  organizationalLifeMeeting: 'organizationalLifeMeeting',
  democraticAppraisal: 'democraticAppraisal',
}

/**
 * A record of one line of a meeting's 整改清单, found on the day of the meeting; null when there is no such line.
 *
 * @param persons who is looked for by name among the owners; others stay in 整改措施 only as they are written there
 */
export function problemFromMeeting(
  activity: Activity,
  { partId, index }: { readonly partId: string; readonly index: number },
  persons: readonly { readonly id: string; readonly name: string }[],
): SaveDossierInput | null {
  const part = activity.parts.find(({ id }) => id === partId)
  const line = part?.details?.rectifications?.[index]
  if (!part || !line) return null
  const names = line.owner.split(/[、，,；;\s]+/u).filter((name) => name !== '')
  const due = deadlineOfWords(line.due)
  const problem = line.problem.trim()
  return {
    kind: problemKind,
    date: activity.date,
    forYear: part.forYear,
    title: [...problem].length > 40 ? `${[...problem].slice(0, 39).join('')}…` : problem,
    people: names.map((name) => {
      const same = persons.filter((person) => person.name === name)
      return { role: 'owner', name, personId: same.length === 1 ? (same[0]?.id ?? null) : null }
    }),
    content: {
      source: sources[part.purpose] ?? 'other',
      problem,
      ...(line.measure.trim() === '' ? {} : { measure: line.measure.trim() }),
      ...(due === null ? {} : { due }),
      steps: [{ step: 'found', date: activity.date }],
    },
    links: [activity.id],
  }
}
