import type { Activity } from '../activities/schema.ts'
import type { Dossier } from '../dossier/schema.ts'
import { titleOf } from '../inspection/sitting.ts'
import { byText } from '../kernel/order.ts'
import type { Figure, Source } from './schema.ts'

export const activitySource = (activity: Activity): Source => ({
  id: activity.id,
  type: 'activity',
  recordNumber: activity.parts[0]?.recordNumber ?? '',
  date: activity.date,
  title: titleOf(activity),
})

export const dossierSource = ({ id, recordNumber, date, title }: Dossier): Source => ({
  id,
  type: 'dossier',
  recordNumber,
  date,
  title,
})

/** Each record once, oldest first. */
export const sourcesOf = (sources: readonly Source[]): Source[] =>
  [...new Map(sources.map((source) => [source.id, source])).values()].toSorted(
    (a, b) => byText(a.date, b.date) || byText(a.id, b.id),
  )

type Extra = Partial<Pick<Figure, 'detail' | 'sources' | 'link'>>

const figure = (key: string, label: string, value: number | null, text: string, extra: Extra): Figure => ({
  key,
  label,
  value,
  text: value === null ? '—' : text,
  detail: extra.detail ?? '',
  sources: sourcesOf(extra.sources ?? []),
  link: extra.link ?? null,
})

/** At most one digit after the point, none where it is nought. */
const plain = (value: number) => String(Math.round(value * 10) / 10)

/** So many of something: 12次. */
export function count(key: string, label: string, value: number | null, unit: string, extra: Extra = {}): Figure {
  return figure(key, label, value, value === null ? '' : `${plain(value)}${unit}`, extra)
}

/** A part of a whole: 96.7%. Null where there is no whole. */
export function share(key: string, label: string, part: number, whole: number, extra: Extra = {}): Figure {
  const value = whole === 0 ? null : part / whole
  return figure(key, label, value, value === null ? '' : `${plain(value * 100)}%`, extra)
}
