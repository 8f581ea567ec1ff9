import { absenceReasonNames } from '../activities/labels.ts'
import type { Absentee, Invitee, PersonMention, Resolution } from '../activities/schema.ts'
import { chineseDate, chineseMonthDay, type PlainDate, yearOf } from '../kernel/dates.ts'

const bracketed = (text: string) => (text === '' ? '' : `（${text}）`)

/** `张三（党支部书记）`; empty for nobody. */
export function personPhrase(person: PersonMention | null | undefined): string {
  return person ? `${person.name}${bracketed(person.post)}` : ''
}

/** `孙八、周九（党小组组长）`: neighbours of the same role share one bracket. */
export function inviteesPhrase(invitees: readonly Invitee[]): string {
  const groups: { names: string[]; role: string }[] = []
  for (const { name, role } of invitees) {
    const last = groups.at(-1)
    if (last && last.role === role) last.names.push(name)
    else groups.push({ names: [name], role })
  }
  return groups
    .map(({ names, role }, i) => {
      const isLast = i === groups.length - 1
      // After names without a role a 、 would put them under the next bracket.
      return `${names.join('、')}${bracketed(role)}${isLast ? '' : role === '' ? '；' : '、'}`
    })
    .join('')
}

/**
 * `陈丙（公出，已请假）`. A note that already says the reason replaces it: 褚丁（年老体弱，不作硬性要求，6月12日送学上门). What makes
 * an exemption due is said before it.
 */
export function absenteePhrase({ name, reason, note, writtenOpinion }: Absentee): string {
  const reasonName = absenceReasonNames[reason]
  const saysReason = note.includes(reasonName) || (reason === 'other' && note !== '')
  const said = saysReason ? [note] : reason === 'exempt' ? [note, reasonName] : [reasonName, note]
  const opinion = writtenOpinion && !note.includes('书面意见') ? ['会前提出书面意见'] : []
  return `${name}${bracketed([...said, ...opinion].filter(Boolean).join('，'))}`
}

/** `……（责任人：钱七，7月15日前完成）。` The year is written where it is not the meeting's own. */
export function resolutionPhrase({ text, owner, dueOn }: Pick<Resolution, 'text' | 'owner' | 'dueOn'>, heldOn: PlainDate): string {
  const body = text.trim().replace(/[。；]+$/u, '')
  const deadline = dueOn ? `${yearOf(dueOn) === yearOf(heldOn) ? chineseMonthDay(dueOn) : chineseDate(dueOn)}前完成` : ''
  return `${body}${bracketed([owner === '' ? '' : `责任人：${owner}`, deadline].filter(Boolean).join('，'))}。`
}
