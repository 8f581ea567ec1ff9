import { isOpenOn } from '../../activities/follow-ups.ts'
import { plusDays } from '../../kernel/dates.ts'
import { dayWords } from '../period-words.ts'
import { isHeld, type SittingRecord } from '../records.ts'
import type { DueItem } from '../schema.ts'
import { type DueInput, plannedDays, stateUntil } from './types.ts'

/** 待落实: decided, not done; overdue ones surface until they are. */
export function followUpItems({ followUps, branch, today }: DueInput): DueItem[] {
  return followUps
    .filter((followUp) => isOpenOn(followUp, today))
    .map((followUp) => ({
      id: `follow-up ${followUp.id}`,
      rule: 'follow-up',
      scopeId: branch.id,
      period: followUp.dueOn ?? followUp.date,
      state: stateUntil(followUp.dueOn, today),
      title: [...followUp.text].length > 60 ? `${[...followUp.text].slice(0, 59).join('')}…` : followUp.text,
      detail: [
        followUp.owner === '' ? '' : `责任人：${followUp.owner}`,
        followUp.dueOn === null ? '' : `${dayWords(followUp.dueOn, today)}前完成`,
      ]
        .filter((part) => part !== '')
        .join('；'),
      dueOn: followUp.dueOn,
      action: { kind: 'followUp', activityId: followUp.activityId, followUpId: followUp.id },
      canExplain: false,
      source: `${followUp.title}（${dayWords(followUp.date, today)}）`,
    }))
}

function sittingItem(
  record: SittingRecord,
  { branch }: DueInput,
  own: Pick<DueItem, 'rule' | 'state' | 'title' | 'detail' | 'dueOn'> & { readonly kind: DueItem['action']['kind'] },
): DueItem {
  const { kind, ...item } = own
  const [part] = record.parts
  return {
    id: `${own.rule} ${record.id}`,
    scopeId: part?.groupId ?? branch.id,
    period: record.date,
    action: { kind, activityId: record.id, ...(part ? { purpose: part.purpose } : {}) },
    canExplain: false,
    source: '',
    ...item,
  }
}

/**
 * Sittings that wait for the next step: planned for the coming two weeks, held and not written down, written and not signed.
 *
 * @param shown sittings that a duty's own line leads to already
 */
export function sittingItems(input: DueInput, shown: ReadonlySet<string>): DueItem[] {
  const { today } = input
  return input.records.flatMap((record): DueItem[] => {
    const day = dayWords(record.date, today)
    if (record.state === 'toSign' && record.date <= today) {
      const detail = `${day}；打印签字后，放入签字页`
      const title = `${record.title}待签字`
      return [sittingItem(record, input, { rule: 'awaiting-signature', state: 'open', title, detail, dueOn: null, kind: 'sign' })]
    }
    if (isHeld(record, today) || shown.has(record.id)) return []
    if (record.date > today) {
      if (record.state !== 'planned' || record.date > plusDays(today, plannedDays)) return []
      const title = `准备${record.title}`
      const detail = `${day}；印会议通知、签到表、议程`
      const state = stateUntil(record.date, today)
      return [sittingItem(record, input, { rule: 'planned-meeting', state, title, detail, dueOn: record.date, kind: 'prepare' })]
    }
    const title = `${record.title}待记录`
    const state = stateUntil(record.date, today)
    const detail = `${day}；开过的记录下来，没有开的改期或者取消计划`
    return [sittingItem(record, input, { rule: 'to-record', state, title, detail, dueOn: record.date, kind: 'record' })]
  })
}
