import { purposeNames } from '../activities/labels.ts'
import { type Activity, type Part, purposes } from '../activities/schema.ts'
import type { BranchProfile } from '../branch/schema.ts'
import type { PrintStyle } from '../documents/contract.ts'
import { dossierDocument } from '../documents/dossier-record.ts'
import { minutesDocument, minutesTitle } from '../documents/minutes.ts'
import { type DocumentModel, titleText } from '../documents/model.ts'
import { attendanceTableDocument } from '../documents/tables/attendance-table.ts'
import { hourTableDocument } from '../documents/tables/hour-table.ts'
import { committeeDocument, rosterDocument } from '../documents/tables/roster.ts'
import { yearTableDocument } from '../documents/tables/year-table.ts'
import { dossierKinds } from '../dossier/kinds/index.ts'
import type { Dossier } from '../dossier/schema.ts'
import { chineseMonthDay, type PlainDate } from '../kernel/dates.ts'
import type { RosterHistory } from '../members/schema.ts'
import type { YearSummary } from '../obligations/schema.ts'
import type { AttendanceReport } from '../reports/schema.ts'
import type { HourReport } from '../study/contract.ts'
import { registerDocument } from './register.ts'

/** Everything of one year that the handbook is made from, read from the ledger in one go. */
export interface HandbookSource {
  readonly year: number
  /** The last day of the year, or today while it runs: the day of roster and committee. */
  readonly day: PlainDate
  readonly branch: BranchProfile
  readonly history: RosterHistory
  /** Held and recorded sittings with a part of the year, oldest first. */
  readonly activities: readonly Activity[]
  /** Dated records of the year, oldest first. */
  readonly dossiers: readonly Dossier[]
  readonly summary: YearSummary
  readonly attendance: AttendanceReport
  readonly hours: HourReport
}

/** A line of the contents: a paper of its own, or one that stands on the paper of another kind. */
export interface HandbookEntry {
  readonly text: string
  /** Number of the paper among all papers of the book, from 0. */
  readonly paper: number
}

export interface HandbookSection {
  readonly title: string
  readonly entries: readonly HandbookEntry[]
}

export interface HandbookPlan {
  readonly sections: readonly HandbookSection[]
  readonly papers: readonly DocumentModel[]
  /** Papers that are a record each. */
  readonly records: number
}

/** Kinds that open the year and therefore stand before the meetings. */
const plans: readonly string[] = ['annualPlan', 'studyPlan']

interface Draft {
  readonly text: string
  readonly model: DocumentModel
  /** Parts on the same paper, to be found under their own kind as well. */
  readonly others: readonly { readonly part: Part; readonly text: string }[]
}

const dated = (date: PlainDate, title: string) => `${chineseMonthDay(date)}　${title}`

function sittingDraft(source: HandbookSource, activity: Activity, style: PrintStyle, part: Part, others: readonly Part[]): Draft {
  const { branch } = source
  const textOf = (each: Part) => dated(activity.date, minutesTitle(activity, each, branch).slice(1).join('').replace(/记录$/u, ''))
  return {
    text: textOf(part),
    model: minutesDocument(activity, branch, { style, partIds: [part, ...others].map(({ id }) => id) }),
    others: others.map((other) => ({ part: other, text: `${textOf(other)}（与${purposeNames[part.purpose]}一并记录）` })),
  }
}

/** The papers of a sitting by the part that heads them: one, or one for each part (分别记录). */
function sittingDrafts(source: HandbookSource, activity: Activity, style: PrintStyle): { part: Part; draft: Draft }[] {
  const parts = activity.parts.filter(({ forYear }) => forYear === source.year)
  if (activity.isPrintedApart) return parts.map((part) => ({ part, draft: sittingDraft(source, activity, style, part, []) }))
  const [first, ...others] = parts
  return first ? [{ part: first, draft: sittingDraft(source, activity, style, first, others) }] : []
}

/**
 * 党支部工作手册 of a year (DOMAIN 3.2, PRACTICE §4): the branch, its plan, all records by kind and date, the tables of the year.
 * Of kinds that are only listed (谈心谈话) a register, never the content.
 */
export function planHandbook(source: HandbookSource, style: PrintStyle): HandbookPlan {
  const { year, day, branch, history } = source
  const papers: DocumentModel[] = []
  const sections: HandbookSection[] = []
  let records = 0
  const add = (model: DocumentModel): number => papers.push(model) - 1
  const open = (title: string, drafts: readonly { text: string; model: DocumentModel }[], more: readonly HandbookEntry[] = []) => {
    if (drafts.length + more.length === 0) return []
    const entries = drafts.map(({ text, model }, i) => ({ text, paper: add(i === 0 ? { ...model, section: title } : model) }))
    sections.push({ title, entries: [...entries, ...more] })
    return entries
  }

  open('支部基本情况', [
    { text: '支部委员会和党小组', model: committeeDocument(history, day, branch) },
    { text: '党员花名册', model: rosterDocument(history, day, branch) },
  ])

  const addKinds = (chosen: (key: string) => boolean) => {
    for (const kind of dossierKinds.filter(({ key }) => chosen(key))) {
      const found = source.dossiers.filter((dossier) => dossier.kind === kind.key)
      if (found.length === 0) continue
      if (kind.isListedOnly) {
        open(kind.name, [{ text: `${kind.name}登记表（${found.length}次）`, model: registerDocument(kind, found, year, branch) }])
        continue
      }
      records += found.length
      open(
        kind.name,
        found.map((dossier) => {
          const model = dossierDocument(dossier, branch, history)
          // A letter is headed otherwise than its record is called: the contents name what stands on the page.
          const name = titleText(model).includes(dossier.title) ? dossier.title : (model.title.at(-1) ?? dossier.title)
          return { text: dated(dossier.date, name), model }
        }),
      )
    }
  }
  addKinds((key) => plans.includes(key))

  const drafts = source.activities.flatMap((activity) => sittingDrafts(source, activity, style))
  records += drafts.length
  const waiting: { part: Part; text: string; paper: number }[] = []
  const places = new Map<HandbookSection['title'], number>()
  for (const purpose of purposes) {
    const own = drafts.filter(({ part }) => part.purpose === purpose).map(({ draft }) => draft)
    const entries = open(purposeNames[purpose], own)
    places.set(purposeNames[purpose], sections.length)
    for (const [i, { others }] of own.entries())
      for (const { part, text } of others) waiting.push({ part, text, paper: entries[i]?.paper ?? 0 })
  }
  // Parts on another kind's paper are told under their own kind as well, with the page of that paper.
  for (const purpose of purposes.toReversed()) {
    const title = purposeNames[purpose]
    const more = waiting.filter(({ part }) => part.purpose === purpose).map(({ text, paper }) => ({ text, paper }))
    if (more.length === 0) continue
    const at = sections.findIndex((section) => section.title === title)
    const found = sections[at]
    if (found) sections[at] = { ...found, entries: [...found.entries, ...more].toSorted((a, b) => a.paper - b.paper) }
    else sections.splice(places.get(title) ?? sections.length, 0, { title, entries: more })
  }

  addKinds((key) => !plans.includes(key))
  open('统计表', [
    { text: '“三会一课”统计表', model: yearTableDocument(source.summary, branch) },
    { text: '党员出勤率统计表', model: attendanceTableDocument(source.attendance, branch) },
    { text: '党员学时统计表', model: hourTableDocument(source.hours, branch) },
  ])
  return { sections, papers, records }
}
