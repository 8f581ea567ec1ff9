import type { ContentRow } from '../dossier/field.ts'
import { dossierKind } from '../dossier/kinds/index.ts'
import type { Dossier, SaveDossierInput } from '../dossier/schema.ts'
import { isPlainDate, lastDayOf, type PlainDate, plusMonths, yearOf } from '../kernel/dates.ts'
import { rosterOfDay } from '../members/roster.ts'
import type { RosterEntry, RosterHistory } from '../members/schema.ts'
import { taskRows } from './tasks.ts'

/** Posts of a member as far as one of them can be handed on: a group leader is one of their group. */
const postsOf = (member: RosterEntry): string[] =>
  member.posts.map(({ post, title }) => `${post} ${title} ${post === 'groupLeader' ? (member.groupId ?? '') : ''}`)

/**
 * Who does now what somebody did then: the holder of the same post where the post has changed hands, the same person where not,
 * nobody where they have left without a post to be followed in. What is no name of a member (支委会、组织委员) stays.
 */
export function ownerNow(owner: string, then: readonly RosterEntry[], now: readonly RosterEntry[]): string {
  const names = owner.split(/[、，,；;]/u).flatMap((each) => {
    const name = each.trim()
    if (name === '') return []
    const before = then.find((member) => member.name === name)
    if (!before) return [name]
    const post = postsOf(before).find((held) => now.some((member) => postsOf(member).includes(held)))
    const holders = post === undefined ? [] : now.filter((member) => postsOf(member).includes(post))
    // A post that several hold is still theirs if they are among them.
    if (holders.some(({ personId }) => personId === before.personId)) return [name]
    const [holder] = holders
    if (holder) return [holder.name]
    return now.some(({ personId }) => personId === before.personId) ? [name] : []
  })
  return [...new Set(names)].join('、')
}

/** The same day of another year; the last day of a month stays the last day of that month. */
export function dayInYear(date: PlainDate, year: number): PlainDate {
  const shifted = plusMonths(date, (year - yearOf(date)) * 12)
  return date === lastDayOf(date.slice(0, 7)) ? lastDayOf(shifted.slice(0, 7)) : shifted
}

const inYear = (text: string, from: number, to: number) => text.replaceAll(`${from}年`, `${to}年`)

function rowFor(row: ContentRow, shift: { from: number; to: number }, ownerOf: (owner: string) => string): ContentRow {
  const { task, owner, due } = row
  const newOwner = typeof owner === 'string' ? ownerOf(owner) : ''
  return {
    task: typeof task === 'string' ? inYear(task, shift.from, shift.to) : '',
    ...(newOwner === '' ? {} : { owner: newOwner }),
    // A task of last year that was due in the year after stays so far ahead.
    ...(typeof due === 'string' && isPlainDate(due) ? { due: dayInYear(due, yearOf(due) + shift.to - shift.from) } : {}),
  }
}

/**
 * 年度工作计划, 学习计划 or 任务清单 of a year made from an earlier one, to be looked through and saved: the same tasks, owners by
 * the post they held, days moved to the new year. What came of them last year, and attachments, never come along.
 */
export function proposalFor(year: number, source: Dossier, history: RosterHistory, today: PlainDate): SaveDossierInput {
  const then = rosterOfDay(history, source.date).members
  const date = yearOf(today) === year ? today : dayInYear(source.date, year)
  const now = rosterOfDay(history, date).members
  const shift = { from: source.forYear, to: year }
  const { sort, text } = source.content
  const rows = taskRows(source.content).map((row) => rowFor(row, shift, (owner) => ownerNow(owner, then, now)))
  const name = dossierKind(source.kind).name
  return {
    kind: source.kind,
    date,
    forYear: year,
    title: source.title === name ? '' : inYear(source.title, shift.from, shift.to),
    content: {
      ...(sort === undefined ? {} : { sort }),
      ...(typeof text === 'string' ? { text: inYear(text, shift.from, shift.to) } : {}),
      ...(rows.length === 0 ? {} : { tasks: rows }),
    },
  }
}
