import type { ActivityDraft } from '#shared/activities/contract.ts'
import type { DossierDraft } from '#shared/dossier/contract.ts'
import { dossierKind } from '#shared/dossier/kinds/index.ts'
import type { PlainDate } from '#shared/kernel/dates.ts'
import { type DueLine, foldDue } from '#shared/obligations/due-fold.ts'
import type { DueItem, YearSummary } from '#shared/obligations/schema.ts'
import { type Place, placeOfDue } from './place.ts'
import { electionLink, memberLink, prepareLink, recordLinkOf, viewLinkOf } from './rule-links.ts'

/** What the button of a line does: go somewhere, ask about periods, or mark a follow-up as done. */
export type TodoDeed =
  | { readonly kind: 'go'; readonly link: string }
  | { readonly kind: 'periods'; readonly places: readonly Place[] }
  | { readonly kind: 'followUp'; readonly followUpId: string }

/** One line of 「近期要办」 with the button that does it. */
export interface TodoLine {
  readonly key: string
  readonly kind: 'draft' | DueItem['state']
  readonly title: string
  readonly note: string
  readonly source: string
  readonly button: string
  readonly deed: TodoDeed
}

/** `党小组会（第一党小组）` → `党小组会` and `第一党小组`. */
export function splitLabel(label: string): { readonly name: string; readonly detail: string } {
  const [, name = label, detail = ''] = /^(.+?)（(.+)）$/.exec(label) ?? []
  return { name, detail }
}

/** A form that was left without saving: of a sitting, or of a dated record. */
export type UnsavedDraft = ActivityDraft | DossierDraft

function linkOfDraft(draft: UnsavedDraft): string {
  if ('kind' in draft) return draft.recordId ? `/records/${draft.recordId}` : `/records/new?kind=${draft.kind}&draft=${draft.id}`
  return draft.activityId ? `/activities/${draft.activityId}` : `/activities/new?draft=${draft.id}`
}

function draftLines(drafts: readonly UnsavedDraft[]): TodoLine[] {
  return drafts.map((draft) => ({
    key: `draft ${draft.id}`,
    kind: 'draft',
    title: '有一份未保存的记录',
    note: draft.title || ('kind' in draft ? dossierKind(draft.kind).name : '还没有名称'),
    source: '',
    button: '继续',
    deed: { kind: 'go', link: linkOfDraft(draft) },
  }))
}

const go = (button: string, link: string): Pick<TodoLine, 'button' | 'deed'> => ({ button, deed: { kind: 'go', link } })

function preparationOf(item: DueItem): Pick<TodoLine, 'button' | 'deed'> {
  const { activityId, purpose, groupId, personId } = item.action
  if (activityId !== undefined) return go('准备', `/plans/${activityId}`)
  if (purpose === undefined) return go('准备', electionLink)
  const period = /^\d{4}-\d{2}-\d{2}$/.test(item.period) ? undefined : item.period
  return go('准备', prepareLink({ purpose, groupId, period, personId }))
}

function buttonOf({ item, more }: DueLine): Pick<TodoLine, 'button' | 'deed'> {
  const { kind, activityId, followUpId, personId } = item.action
  const explain = { kind: 'periods', places: [item, ...more].map(placeOfDue) } as const
  // What can be explained away is done or explained in one dialog, where the button alone would hide the second.
  if (item.canExplain && (kind === 'view' || (kind === 'prepare' && item.state === 'overdue'))) {
    return { button: kind === 'view' ? '查看' : '准备', deed: explain }
  }
  if (more.length > 0) return { button: kind === 'record' ? '补记' : '填情况说明', deed: explain }
  switch (kind) {
    case 'record': {
      const link = recordLinkOf(item.action)
      const button = item.state === 'missing' ? '补记' : '记录'
      return link === null ? { button: '填情况说明', deed: explain } : go(button, link)
    }
    case 'prepare':
      return preparationOf(item)
    case 'explain':
      return { button: '填情况说明', deed: explain }
    case 'followUp':
      return followUpId === undefined ? go('查看', '/follow-ups') : { button: '落实', deed: { kind: 'followUp', followUpId } }
    case 'task':
      return go('办理', '/tasks')
    case 'problem':
      return go('办理', '/problems')
    case 'sign':
      return go('打印签字', `/activities/${activityId}/preview`)
    case 'development':
      return go('办理', `/development/${item.action.dossierId}`)
    case 'election':
      return go('办理', `/elections/${item.action.dossierId}`)
    case 'view':
      return go('查看', viewLinkOf(item.action, item.period) ?? memberLink(personId))
  }
}

/** What wants doing, drafts first, then as the engine orders it; missing periods of one duty are one line. */
export function todoLines(items: readonly DueItem[], drafts: readonly UnsavedDraft[], today: PlainDate): TodoLine[] {
  const due = foldDue(items, today).map((line): TodoLine => {
    const { item, title } = line
    return { key: item.id, kind: item.state, title, note: item.detail, source: item.source, ...buttonOf(line) }
  })
  return [...draftLines(drafts), ...due]
}

/** The labels of what is to be held in the running month, for the line under the date. */
export function dueThisMonth(summary: YearSummary): string[] {
  const open = summary.rules.filter((rule) => rule.period === 'month' && rule.periods.some(({ state }) => state === 'open'))
  return [...new Set(open.map((rule) => splitLabel(rule.label).name))]
}
