import type { Activity } from '../../activities/schema.ts'
import { chineseDate, type PlainDate, plusDays } from '../../kernel/dates.ts'
import type { YearSummary } from '../../obligations/schema.ts'
import type { InspectionFinding } from '../schema.ts'
import { named, titleOf } from '../sitting.ts'

/** Days after a meeting within which its paper is signed and its record written. */
const grace = 14

/** `2025-08` → 8月, `2025-Q2` → 第二季度, `2025-H1` → 上半年, `2025` → 全年. */
export function periodName(period: string): string {
  const rest = period.slice(5)
  if (rest === '') return '全年'
  if (rest.startsWith('Q')) return `第${'一二三四'[Number(rest[1]) - 1]}季度`
  if (rest.startsWith('H')) return rest === 'H1' ? '上半年' : '下半年'
  return `${Number(rest)}月`
}

const authorityNotes = { central: '', local: '（本单位细则）', practice: '（惯例）' }

/** Periods that are over without a record and without 情况说明, one finding for each line of the year's table. */
export function missing(summary: YearSummary): InspectionFinding[] {
  return summary.rules
    .filter((rule) => rule.missing.length > 0)
    .map((rule) => ({
      kind: 'missing',
      records: [],
      text: `${summary.year}年${rule.label}${authorityNotes[rule.authority]}：${rule.missing.map(periodName).join('、')}未记录。`,
      sources: [rule.source],
    }))
}

/** Records whose signed page has not come back two weeks after the meeting. */
export function unsigned(activities: readonly Activity[], today: PlainDate): InspectionFinding[] {
  return activities
    .filter(({ state, date }) => state === 'toSign' && plusDays(date, grace) < today)
    .map((activity) => ({
      kind: 'unsigned',
      records: [activity.id],
      text: `${named(activity)}待签字，已超过${grace}天。`,
      sources: [],
    }))
}

/** Decisions past their day and not done, and meetings past their day of which nothing is written down. */
export function overdue(activities: readonly Activity[], today: PlainDate): InspectionFinding[] {
  return activities.flatMap((activity): InspectionFinding[] => {
    const isUnwritten = activity.state === 'planned' || activity.state === 'toRecord'
    if (isUnwritten && plusDays(activity.date, grace) < today) {
      const text = `原定${chineseDate(activity.date)}的「${titleOf(activity)}」还没有会议记录。`
      return [{ kind: 'overdue', records: [activity.id], text, sources: [] }]
    }
    return activity.parts
      .flatMap(({ resolutions }) => resolutions)
      .filter(({ dueOn, doneOn }) => dueOn && dueOn < today && !doneOn)
      .map(({ text, owner, dueOn }) => ({
        kind: 'overdue',
        records: [activity.id],
        text: `${named(activity)}议定的「${text}」${owner ? `（责任人：${owner}）` : ''}应于${chineseDate(dueOn ?? '')}前完成，还没有登记落实。`,
        sources: [],
      }))
  })
}
