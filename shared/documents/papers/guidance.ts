import { chineseDate, chineseMonthDay, type PlainDate } from '../../kernel/dates.ts'
import { timePhrase } from '../minutes-head.ts'
import { type Block, type DocumentModel, paper } from '../model.ts'
import { unsignedDate } from '../room.ts'
import { type PaperSource, partOfSource } from './kinds.ts'
import { sittingName } from './names.ts'
import { itemsOf } from './notice.ts'

const ROOM = 2
const EMPTY_ROWS = 3

const written = (label: string, text: string): Block =>
  text.trim() === '' ? { kind: 'label', label, text: '', blankLines: ROOM } : { kind: 'label', label, text: text.trim() }

const day = (date: PlainDate | null | undefined) => (date ? chineseDate(date) : unsignedDate)

/** 会前把关 → 会议指导 → 会后跟踪 of one meeting on one page (DOMAIN 5.4); what is not known yet is left to be written. */
export function guidancePaper(source: PaperSource): DocumentModel {
  const { activity } = source
  const { preCheck, guidance } = activity
  const items = itemsOf(source)
  const resolutions = activity.parts.flatMap((part) => part.resolutions)
  const rows = resolutions.map(({ text, owner, dueOn, doneOn, doneNote }, i) => [
    String(i + 1),
    text,
    owner,
    dueOn ? chineseMonthDay(dueOn) : '',
    [doneOn ? `${chineseMonthDay(doneOn)}完成` : '', doneNote ?? ''].filter(Boolean).join('，'),
  ])
  const empty = Array.from({ length: rows.length > 0 ? 1 : EMPTY_ROWS }, () => ['', '', '', '', ''])
  const agreed = preCheck?.isAgreed ? '同意召开' : ''
  return paper('sheet', {
    title: [sittingName(activity, partOfSource(source)), '会前把关、会议指导和会后跟踪单'],
    head: [
      [{ label: '会议时间', value: timePhrase(activity) }],
      [{ label: '会议地点', value: activity.place }],
      [{ label: '会议议题', value: items.map((text, i) => (items.length > 1 ? `${i + 1}. ${text}` : text)).join('；') }],
    ],
    body: [
      { kind: 'heading', level: 1, text: '一、会前把关' },
      {
        kind: 'fields',
        lines: [
          [
            { label: '把关人', value: preCheck?.who ?? '　　　　　　' },
            { label: '日期', value: day(preCheck?.date) },
          ],
        ],
      },
      written('把关意见', [agreed, preCheck?.comments ?? ''].filter(Boolean).join('。')),
      { kind: 'heading', level: 1, text: '二、会议指导' },
      { kind: 'fields', lines: [[{ label: '指导人', value: guidance?.who ?? '　　　　　　' }]] },
      written('指导意见', guidance?.comments ?? ''),
      { kind: 'heading', level: 1, text: '三、会后跟踪' },
      {
        kind: 'table',
        head: ['序号', '议定事项', '责任人', '完成时限', '落实情况'],
        rows: [...rows, ...empty],
        widths: [1.4, 6, 2.6, 2.4, 4],
        leftColumns: [1, 4],
        rowHeight: 11,
      },
    ],
    signatures: ['把关人（签字）', '指导人（签字）', '党支部书记（签字）'],
  })
}
