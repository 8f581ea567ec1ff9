import { isPlainDate } from '../../kernel/dates.ts'
import { parseLooseDate } from '../../kernel/loose-date.ts'
import { cut, normalName } from '../../kernel/text.ts'
import { readAbsentees } from '../import/absentees.ts'
import { readInvitees, readMention } from '../import/people.ts'
import { type HeadEntry, type HeadField, headEntries, numberIn } from './head-line.ts'
import { headingOf, splitInline } from './headings.ts'
import type { PastedBlock, PastedItem, PastedMinutes } from './pasted-minutes.ts'
import { blockOf } from './speech-line.ts'

/** Longest text that is taken apart; minutes are a hundredth of it. */
export const longestPaste = 400_000

const NOBODY = /^(无|没有|全体到会)?[。.]?$/u

interface Item {
  title: string
  readonly blocks: PastedBlock[]
}

/** Everything that is filled in while the lines go by. */
class Reading {
  readonly head = new Map<HeadField, string>()
  readonly announced: string[] = []
  readonly items: Item[] = []
  readonly resolutions: string[] = []
  readonly closing: string[] = []
  readonly rest: string[] = []
  title = ''
  due: number | null = null
  present: number | null = null
  /** Where the next line belongs. */
  at: HeadField = 'other'
}

function takeHead(reading: Reading, entry: HeadEntry, names: ReadonlySet<string>): void {
  const { field, label, value } = entry
  reading.at = field
  if (field === 'counts' && reading.due === null) reading.due = numberIn(value)
  else if (field === 'other' && label.startsWith('实到') && reading.present === null) reading.present = numberIn(value)
  else if (field === 'other' && !label.startsWith('实到')) reading.rest.push(`${label}：${value}`)
  else if (value === '') return
  else if (field === 'agenda' || field === 'body' || field === 'resolutions' || field === 'closing') {
    for (const piece of splitInline(value)) takeText(reading, piece, names)
  } else if (field !== 'counts' && !reading.head.has(field)) reading.head.set(field, value)
}

function takeText(reading: Reading, line: string, names: ReadonlySet<string>): void {
  const heading = headingOf(line)
  switch (reading.at) {
    case 'agenda':
      reading.announced.push(heading ? heading.text : line)
      return
    case 'resolutions':
      if (!NOBODY.test(line)) reading.resolutions.push(heading ? heading.text : line)
      return
    case 'closing':
      reading.closing.push(line)
      return
    case 'present':
    case 'absent':
    case 'invitees':
      // A long list of names goes on in the next line.
      if (heading === null) {
        reading.head.set(reading.at, `${reading.head.get(reading.at) ?? ''}${line}`)
        return
      }
      break
    default:
  }
  takeBody(reading, line, names)
}

function takeBody(reading: Reading, line: string, names: ReadonlySet<string>): void {
  const heading = headingOf(line)
  const last = reading.items.at(-1)
  if (heading && (heading.level === 1 || !last)) {
    reading.at = 'body'
    // 一、吴十领学……。 is a heading and its content in one: what ends with a full stop is no title.
    const isSentence = /[。！？]$/u.test(heading.text) || heading.text.length > 60
    reading.items.push({ title: isSentence ? '' : heading.text, blocks: isSentence ? [blockOf(heading.text, names)] : [] })
  } else if (last) last.blocks.push(blockOf(line, names))
  else if (reading.at === 'body') reading.items.push({ title: '', blocks: [blockOf(line, names)] })
  else reading.rest.push(line)
}

const OPENING = /^本次会议应到[^，。；]*\d+名，实到\d+名/u

/** Takes the opening sentence from before the first heading. */
function takeOpening(reading: Reading): PastedMinutes['opening'] {
  const [first] = reading.items
  const [block] = first?.blocks ?? []
  if (!first || !block || first.title !== '' || !OPENING.test(block.text)) return null
  first.blocks.shift()
  if (first.blocks.length === 0) reading.items.shift()
  return { speaker: block.speaker }
}

/** Items under 会议内容 take their titles from 会议议题 where they have none of their own. */
function agendaOf({ announced, items }: Reading): PastedItem[] {
  if (items.length === 0) return announced.map((title) => ({ title, heading: '', blocks: [] }))
  const opening = items[0]?.title === '' && items.length === announced.length + 1 ? 1 : 0
  const merged = items.map((item, index) => {
    const title = announced[index - opening] ?? item.title
    return { ...item, title, heading: title === item.title ? '' : item.title }
  })
  return [...merged, ...announced.slice(items.length - opening).map((title) => ({ title, heading: '', blocks: [] }))]
}

/**
 * Whole minutes as they are pasted from WPS or read from an old Word file, taken apart: the head by its labels (会议时间,
 * 地点, 主持人 …), the body at 一、二、三, speeches by 「王五：」. Every line ends in exactly one place; what belongs to no
 * field is in `rest`. `names`: the roster of the day, so that a speaker is known for sure.
 */
export function splitMinutes(text: string, names: readonly string[] = []): PastedMinutes {
  const known = new Set(names.map(normalName))
  const reading = new Reading()
  const lines = text
    .slice(0, longestPaste)
    .normalize('NFC')
    .split(/\r\n|[\n\r\v\f\u2028\u2029]/u)
    .map((line) => line.replace(/^[\s\u3000]+|[\s\u3000]+$/gu, ''))
    .filter((line) => line !== '')
  for (const [index, line] of lines.entries()) {
    const entries = headEntries(line)
    if (index === 0 && entries.length === 0 && headingOf(line) === null && line.length <= 80 && !/[。：:]/u.test(line)) {
      reading.title = line.replace(/记录$/u, '').replace(/^.*?党支部(?=.*\d{4}年)/u, '')
    } else if (entries.length > 0) for (const entry of entries) takeHead(reading, entry, known)
    else if (reading.at === 'end') reading.rest.push(line)
    else for (const piece of splitInline(line)) takeText(reading, piece, known)
  }
  return minutesOf(reading)
}

function minutesOf(reading: Reading): PastedMinutes {
  const { head } = reading
  const opening = takeOpening(reading)
  const when = parseLooseDate(head.get('time') ?? '')
  const mention = (field: HeadField) => {
    const value = head.get(field) ?? ''
    return NOBODY.test(value) ? null : readMention(value)
  }
  return {
    title: reading.title,
    date: when.ok && isPlainDate(when.date) ? when.date : null,
    startTime: when.ok ? when.startTime : null,
    endTime: when.ok ? when.endTime : null,
    place: cut(head.get('place') ?? '', 200),
    chair: mention('chair'),
    recorder: mention('recorder'),
    lecturer: mention('lecturer'),
    topic: cut(head.get('topic') ?? '', 300),
    counts: reading.due === null ? null : { due: reading.due, present: reading.present ?? reading.due },
    present: (head.get('present') ?? '')
      .split(/[、，,；;。\n]/u)
      .map(normalName)
      .filter((name) => name !== '' && !NOBODY.test(name)),
    absentees: readAbsentees(head.get('absent') ?? '').absentees,
    invitees: NOBODY.test(head.get('invitees') ?? '') ? [] : readInvitees(head.get('invitees') ?? ''),
    opening,
    agenda: agendaOf(reading),
    resolutions: reading.resolutions,
    closing: reading.closing.join('\n'),
    rest: reading.rest,
  }
}
