import type { ActivityDraft } from '#shared/activities/contract.ts'
import { chineseMonthDay, type PlainDate } from '#shared/kernel/dates.ts'
import { byText } from '#shared/kernel/order.ts'
import type { YearSummary } from '#shared/obligations/schema.ts'
import { lastDay, periodName } from './periods.ts'
import { newRecordLink } from './rule-links.ts'

/** One line of 「近期要办」 with the button that does it. */
export interface TodoLine {
  readonly key: string
  readonly kind: 'draft' | 'missing' | 'open'
  readonly title: string
  readonly note: string
  readonly button: string
  readonly link: string
}

/** `第三季度支部党员大会`; a duty of the year goes by its name alone. */
function dutyTitle(label: string, period: string): string {
  return period.includes('-') ? `${periodName(period)}${label}` : label
}

function draftLines(drafts: readonly ActivityDraft[]): TodoLine[] {
  return drafts.map((draft) => ({
    key: `draft ${draft.id}`,
    kind: 'draft',
    title: '有一份未保存的记录',
    note: draft.title || '还没有名称',
    button: '继续',
    link: draft.activityId ? `/activities/${draft.activityId}` : `/activities/new?draft=${draft.id}`,
  }))
}

/**
 * What wants doing: drafts first, then the periods still open by the day they end, then those without a record, the
 * latest first. Rules that no record can fulfil are left to the table.
 */
export function todoLines(summary: YearSummary, drafts: readonly ActivityDraft[], today: PlainDate): TodoLine[] {
  const duties = summary.rules.flatMap((rule) => rule.periods.map((period) => ({ rule, period, end: lastDay(period.period) })))
  const line = (kind: 'missing' | 'open', { rule, period, end }: (typeof duties)[number]): TodoLine[] => {
    const link = newRecordLink(rule, period, today)
    if (!link) return []
    const title = dutyTitle(rule.label, period.period)
    const own = rule.authority === 'local' ? '本单位细则，' : period.period.includes('-') ? '' : `${period.period}年度，`
    return [
      {
        key: `${kind} ${rule.id} ${rule.scope.id} ${period.period}`,
        kind,
        title: kind === 'missing' ? `${title}未记录` : title,
        note: kind === 'missing' ? `${own}会已开的可整理录入` : `${own}${chineseMonthDay(end)}前`,
        button: kind === 'missing' ? '去补记' : '记录',
        link,
      },
    ]
  }
  const open = duties.filter(({ period }) => period.state === 'open').toSorted((a, b) => byText(a.end, b.end))
  const missing = duties.filter(({ period }) => period.state === 'missing').toSorted((a, b) => byText(b.end, a.end))
  return [...draftLines(drafts), ...open.flatMap((duty) => line('open', duty)), ...missing.flatMap((duty) => line('missing', duty))]
}

/** The labels of what is to be held in the running month, for the line under the date. */
export function dueThisMonth(summary: YearSummary): string[] {
  const open = summary.rules.filter((rule) => rule.period === 'month' && rule.periods.some(({ state }) => state === 'open'))
  return [...new Set(open.map((rule) => rule.label.replace(/（.*）$/, '')))]
}
