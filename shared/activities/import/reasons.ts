import { fullWidthSigns } from '../../kernel/width.ts'
import type { AbsenceReason } from '../schema.ts'

/**
 * Words for each reason. `same` say no more than the reason's own name and are dropped; `telling` say more and stay as
 * the note. Longer words before the shorter ones they contain.
 */
const words: readonly { readonly reason: AbsenceReason; readonly same: readonly string[]; readonly telling: readonly string[] }[] =
  [
    { reason: 'exempt', same: ['不作硬性要求', '不做硬性要求', '免作要求', '免做要求'], telling: ['年老体弱', '行动不便'] },
    { reason: 'unexcused', same: ['未请假', '没有请假'], telling: ['无故缺席', '无故未到', '无故', '未到会', '旷会'] },
    { reason: 'sickLeave', same: ['病假', '因病请假', '因病'], telling: ['住院', '生病', '身体不适', '就医', '看病'] },
    { reason: 'personalLeave', same: ['事假', '因事请假', '因事'], telling: ['家中有事', '家里有事', '私事'] },
    { reason: 'familyVisit', same: ['探亲假', '探亲'], telling: [] },
    { reason: 'businessTrip', same: ['因公出差', '公出', '出差', '因公外出', '公差'], telling: ['公务外出', '公务', '因公'] },
    { reason: 'secondment', same: ['借调挂职', '借调', '挂职'], telling: ['驻村', '抽调', '援派'] },
    { reason: 'training', same: ['学习培训', '培训', '学习'], telling: ['党校'] },
    {
      reason: 'vacation',
      same: ['年休假', '年假', '公休假', '公休', '休假'],
      telling: ['陪产假', '产假', '婚假', '丧假', '育儿假', '哺乳假', '补休', '调休', '轮休'],
    },
    { reason: 'onDuty', same: ['值班'], telling: ['值守', '值勤'] },
  ]

const allWords = words.flatMap(({ same, telling }) => [...same, ...telling])

/** 请假 without saying why; it is a leave, but of no kind. */
const leaveOnly = /^(请假|已请假|缺席|其他|其它|其他原因)$/

/** A reason as read; `note` is what the words say beyond it. */
export interface ReadReason {
  readonly reason: AbsenceReason
  readonly note: string
}

const cut = (text: string) => [...text].slice(0, 200).join('')
const trimmed = (text: string) => text.replace(/^[\s，,、；;。.:：]+|[\s，,、；;。.:：]+$/g, '')

/** 公出 → businessTrip; 年老体弱，不作硬性要求 → exempt with the note 年老体弱. Null when no reason is named. */
export function readReason(text: string): ReadReason | null {
  const plain = trimmed(text)
  if (plain === '') return null
  if (leaveOnly.test(plain)) return { reason: 'other', note: plain }
  for (const { reason, same, telling } of words) {
    const dropped = same.find((word) => plain.includes(word))
    if (dropped === undefined && !telling.some((word) => plain.includes(word))) continue
    const note = dropped === undefined ? plain : trimmed(plain.replace(dropped, ''))
    return { reason, note: cut(fullWidthSigns(note)) }
  }
  return null
}

/** A text that is nothing but a reason, as far as its length tells. */
export function isReasonOnly(text: string): boolean {
  const plain = trimmed(text)
  return leaveOnly.test(plain) || allWords.includes(plain)
}

/** Splits 陈丙公出, 陈丙因病请假 into name and reason; null when the text does not end in a reason. */
export function nameAndReason(text: string): { readonly name: string; readonly reason: string } | null {
  const plain = trimmed(text)
  const fitting = allWords
    .filter((word) => plain.includes(word))
    .toSorted((a, b) => plain.indexOf(a) - plain.indexOf(b) || b.length - a.length)
  for (const word of fitting) {
    const at = plain.indexOf(word)
    const name = plain.slice(0, at).replace(/(请|休|因)$/, '')
    if (/^[\p{Script=Han}·]{2,6}$/u.test(name)) return { name, reason: plain.slice(name.length) }
  }
  return null
}
