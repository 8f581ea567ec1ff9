import { collectionKind, collectionOf, missingOf } from '../../appraisal/collection.ts'
import { notTold } from '../../appraisal/opinion.ts'
import { type PlainDate, plusDays, yearOf } from '../../kernel/dates.ts'
import { byText } from '../../kernel/order.ts'
import { rosterOfDay } from '../../members/roster.ts'
import { opinionsOf } from '../appraisal.ts'
import { dayWords } from '../period-words.ts'
import { isHeld } from '../records.ts'
import type { DueItem } from '../schema.ts'
import { type DueInput, stateUntil } from './types.ts'

/** Days before a planned 组织生活会 from which its material is asked for. */
const preparationDays = 30
/** So many names are said; the page has the others. */
const namesSaid = 6

const source = '《中国共产党支部工作条例（试行）》第十七、十八条'

const namesText = (names: readonly string[]) =>
  names.length > namesSaid ? `${names.slice(0, namesSaid).join('、')}等` : names.join('、')

function itemOf(
  { branch }: DueInput,
  year: number,
  own: Pick<DueItem, 'rule' | 'state' | 'title' | 'detail' | 'dueOn'> & { readonly dossierKind: string },
): DueItem {
  const { dossierKind, ...item } = own
  return {
    id: `${own.rule} ${year}`,
    scopeId: branch.id,
    period: String(year),
    action: { kind: 'view', dossierKind },
    canExplain: false,
    source,
    ...item,
  }
}

/** The day of the year's 组织生活会 that is still to come; undefined once one was held. */
function meetingAhead({ records, today }: DueInput, year: number): { isHeld: boolean; date: PlainDate | null } {
  const own = records.filter(({ parts }) =>
    parts.some(({ purpose, forYear }) => purpose === 'organizationalLifeMeeting' && forYear === year),
  )
  if (own.some((record) => isHeld(record, today))) return { isHeld: true, date: null }
  const days = own.map(({ date }) => date).filter((date) => date >= today)
  return { isHeld: false, date: days.toSorted(byText)[0] ?? null }
}

/** Who has not handed in 对照检查材料, until the meeting is held; before that, that it is to be asked for. */
function collectionItems(input: DueInput, year: number): DueItem[] {
  const { dossiers = [], history, today } = input
  const meeting = meetingAhead(input, year)
  if (meeting.isHeld) return []
  const record = dossiers
    .filter(({ kind, forYear, date }) => kind === collectionKind && forYear === year && date <= today)
    .toSorted((a, b) => byText(a.date, b.date))
    .at(-1)
  const rule = 'collection'
  const dossierKind = collectionKind
  if (!record) {
    const { date } = meeting
    if (date === null || date > plusDays(today, preparationDays)) return []
    const hasGathered = dossiers.some(({ kind, forYear }) => kind === 'opinionSummary' && forYear === year)
    const title = `收集对照检查材料${hasGathered ? '' : '，征求意见'}`
    return [
      itemOf(input, year, {
        rule,
        dossierKind,
        title,
        detail: `${dayWords(date, today)}开组织生活会`,
        dueOn: date,
        state: stateUntil(date, today),
      }),
    ]
  }
  const missing = missingOf(collectionOf(record, rosterOfDay(history, record.date).members))
  if (missing.length === 0) return []
  const dueOn = record.dueOn ?? meeting.date
  const detail = [dueOn === null ? '' : `${dayWords(dueOn, today)}前`, namesText(missing)].filter((part) => part !== '').join('；')
  return [
    itemOf(input, year, {
      rule,
      dossierKind,
      title: `对照检查材料还有${missing.length}人未交`,
      detail,
      dueOn,
      state: stateUntil(dueOn, today),
    }),
  ]
}

/** Whom the result of 民主评议 has not been told yet; until all have been. */
function feedbackItems(input: DueInput, year: number): DueItem[] {
  const opinion = opinionsOf(input, year).findLast(({ grades }) => (grades?.length ?? 0) > 0)
  const waiting = notTold(opinion?.grades ?? []).map(({ name }) => name)
  if (waiting.length === 0) return []
  return [
    itemOf(input, year, {
      rule: 'feedback',
      dossierKind: 'appraisalOpinion',
      title: `向本人反馈${year}年度评议结果，还有${waiting.length}人`,
      detail: namesText(waiting),
      dueOn: null,
      state: 'open',
    }),
  ]
}

/** Around 组织生活会 and 民主评议 of the year before and the running one. */
export function appraisalItems(input: DueInput): DueItem[] {
  const year = yearOf(input.today)
  return [year - 1, year].flatMap((each) => [...collectionItems(input, each), ...feedbackItems(input, each)])
}
