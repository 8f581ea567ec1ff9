import type { ResolvedSitting } from '#shared/activities/import/resolve.ts'
import type { Purpose } from '#shared/activities/schema.ts'
import type { PlainDate } from '#shared/kernel/dates.ts'
import type { OpenLedger } from '../ledger/open-ledger.ts'
import { readActivityLines } from './read.ts'

/** A sitting that is there already: in the ledger, or in an earlier row of the sheet. */
export interface KnownSitting {
  readonly row: number | null
  readonly date: PlainDate
  readonly startTime: string | null
  readonly purposes: readonly Purpose[]
  readonly groupId: string | null
  readonly title: string
}

/** Known sittings by their day. */
export type KnownSittings = Map<PlainDate, KnownSitting[]>

export function addKnown(known: KnownSittings, sitting: KnownSitting): void {
  const day = known.get(sitting.date)
  if (day) day.push(sitting)
  else known.set(sitting.date, [sitting])
}

/** The sittings of these years that are in the ledger. */
export function knownSittings(ledger: OpenLedger, years: ReadonlySet<number>): KnownSittings {
  const known: KnownSittings = new Map()
  const seen = new Set<string>()
  for (const year of years) {
    for (const { id, date, startTime, purposes, groupId, title } of readActivityLines(ledger, { year })) {
      // A sitting is listed under its date and under its 归属年度.
      if (!seen.has(id)) addKnown(known, { row: null, date, startTime, purposes, groupId, title })
      seen.add(id)
    }
  }
  return known
}

export type Repeated = { readonly kind: 'none' } | { readonly kind: 'same' | 'similar'; readonly reason: string }

/**
 * Whether a sitting is there already. The same day, kind, title, group and beginning is the same sitting; the same day,
 * kind and group with another title or beginning may be, and is pointed out.
 */
export function findRepeated(sitting: ResolvedSitting, known: KnownSittings): Repeated {
  const { date, startTime, parts } = sitting.activity
  const purposes = parts.map((part) => part.purpose)
  const title = parts[0]?.title ?? ''
  const likely = (known.get(date) ?? []).filter(
    (each) => each.groupId === sitting.groupId && purposes.some((purpose) => each.purposes.includes(purpose)),
  )
  const same = likely.find(
    (each) =>
      each.title === title &&
      (each.startTime ?? null) === (startTime ?? null) &&
      purposes.every((purpose) => each.purposes.includes(purpose)),
  )
  if (same)
    return { kind: 'same', reason: same.row === null ? '已有这次记录，没有重复录入' : `与第${same.row}行重复，没有重复录入` }
  const [similar] = likely
  if (!similar) return { kind: 'none' }
  const where = similar.row === null ? '已有' : `第${similar.row}行有`
  return { kind: 'similar', reason: `当天${where}同类的“${similar.title}”，请核对是否重复` }
}
