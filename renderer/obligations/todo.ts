import type { ActivityDraft } from '#shared/activities/contract.ts'
import { chineseMonthDay, type PlainDate } from '#shared/kernel/dates.ts'
import { byText } from '#shared/kernel/order.ts'
import type { RuleSummary, YearSummary } from '#shared/obligations/schema.ts'
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

/** `党小组会（第一党小组）` → `党小组会` and `第一党小组`. */
export function splitLabel(label: string): { readonly name: string; readonly detail: string } {
  const [, name = label, detail = ''] = /^(.+?)（(.+)）$/.exec(label) ?? []
  return { name, detail }
}

/** What stands under a line: whose rule or which group, then what to do or until when. */
function noteOf(rule: RuleSummary, period: string, last: string): string {
  const year = period.includes('-') ? '' : `${period}年度`
  const own = rule.authority === 'local' ? '本单位细则' : ''
  return [splitLabel(rule.label).detail, own, year, last].filter((part) => part !== '').join('，')
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
    // A duty of the year goes by its name alone.
    const title = `${period.period.includes('-') ? periodName(period.period) : ''}${splitLabel(rule.label).name}`
    return [
      {
        key: `${kind} ${rule.id} ${rule.scope.id} ${period.period}`,
        kind,
        title: kind === 'missing' ? `${title}未记录` : title,
        note:
          kind === 'missing' ? noteOf(rule, period.period, '可整理录入') : noteOf(rule, period.period, `${chineseMonthDay(end)}前`),
        button: kind === 'missing' ? '补记' : '记录',
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
  return [...new Set(open.map((rule) => splitLabel(rule.label).name))]
}
