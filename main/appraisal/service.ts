import { collectionDueOn, collectionKind, collectionOf } from '#shared/appraisal/collection.ts'
import type { AppraisalOverview } from '#shared/appraisal/contract.ts'
import { type AppraisalSettings, checkGrades, gradeWords, isGraded } from '#shared/appraisal/grades.ts'
import { gradeLines, gradesByPerson, opinionSentence } from '#shared/appraisal/opinion.ts'
import { type ContentRow, rowsOf } from '#shared/dossier/field.ts'
import { dossierKind } from '#shared/dossier/kinds/index.ts'
import type { Dossier } from '#shared/dossier/schema.ts'
import { AppError } from '#shared/kernel/errors.ts'
import { byText } from '#shared/kernel/order.ts'
import { rosterOfDay } from '#shared/members/roster.ts'
import type { RosterEntry } from '#shared/members/schema.ts'
import { problemKind, untrackedOf } from '#shared/rectification/problems.ts'
import { readActivities } from '../activities/read.ts'
import { readBranch } from '../branch/read.ts'
import type { Core } from '../core.ts'
import { readDossier, readDossiers } from '../dossier/read.ts'
import { changeDossier } from '../dossier/service.ts'
import type { OpenLedger } from '../ledger/open-ledger.ts'
import { readRosterHistory } from '../members/read.ts'
import { today } from '../platform/clock.ts'

const numbered = ({ id, revision, recordNumber, date }: Dossier) => ({ recordId: id, revision, recordNumber, date })

type MembersOn = (day: string) => RosterEntry[]

/** The members of any day, from the roster as it is now. */
function rosterReader(ledger: OpenLedger): MembersOn {
  const history = readRosterHistory(ledger)
  return (day) => rosterOfDay(history, day).members
}

function collectionFound(record: Dossier | undefined, membersOn: MembersOn): AppraisalOverview['collection'] {
  if (!record) return null
  // Those who were members when it was begun, and the exemptions of that day.
  const { lines, others } = collectionOf(record, membersOn(record.date))
  return { ...numbered(record), dueOn: collectionDueOn(record), lines: [...lines], others: [...others] }
}

function opinionFound(
  record: Dossier | undefined,
  membersOn: MembersOn,
  settings: AppraisalSettings,
): AppraisalOverview['opinion'] {
  if (!record) return null
  const members = membersOn(record.date)
  const lines = gradeLines(record.content)
  return {
    ...numbered(record),
    sentence: opinionSentence(lines, settings.gradesProbationary),
    remarks: gradeWords(checkGrades(members, gradesByPerson(lines, members), settings), settings),
    lines: lines.map(({ row, name, grade, toldOn }) => ({ row, name, grade, toldOn })),
  }
}

/** 组织生活会 and 民主评议 of a year. @throws AppError LEDGER_NOT_OPEN */
export function appraisalOverview(core: Core, year: number): AppraisalOverview {
  const ledger = core.session.require()
  const records = readDossiers(ledger, { year })
  const latest = (kind: string) => records.findLast((record) => record.kind === kind)
  const isOurs = (part: { purpose: string; forYear: number }) =>
    part.forYear === year && (part.purpose === 'organizationalLifeMeeting' || part.purpose === 'democraticAppraisal')
  const activities = readActivities(ledger, { year }).filter(({ parts }) => parts.some(isOurs))
  const listed = activities.flatMap(({ parts }) => parts.filter(isOurs).flatMap(({ details }) => details?.rectifications ?? []))
  const problems = readDossiers(ledger, { kinds: [problemKind] })
  const ids = new Set(activities.map(({ id }) => id))
  const kept = problems.filter(({ links }) => links.some((id) => ids.has(id)))
  const open = untrackedOf(activities, problems).length
  const { settings } = readBranch(ledger)
  const membersOn = rosterReader(ledger)
  const appraised = activities.findLast(({ parts }) => parts.some(({ purpose }) => purpose === 'democraticAppraisal'))
  return {
    year,
    gathered: records
      .filter(({ kind }) => kind === 'opinionSummary')
      .map((record) => ({ ...numbered(record), title: record.title, count: rowsOf(record.content['opinions']).length })),
    collection: collectionFound(latest(collectionKind), membersOn),
    sittings: activities
      .flatMap(({ id, date, state, parts }) =>
        parts.filter(isOurs).map(({ title, purpose }) => ({ activityId: id, date, title, purpose, state })),
      )
      .toSorted((a, b) => byText(a.date, b.date)),
    rectification: {
      lines: listed.length,
      tracked: Math.max(0, listed.length - open),
      closed: kept.filter(({ status }) => status === 'closed').length,
    },
    opinion: opinionFound(latest('appraisalOpinion'), membersOn, settings),
    toGrade: membersOn(appraised?.date ?? today(core.clock))
      .filter((member) => isGraded(member, settings))
      .map(({ name }) => name),
  }
}

function recordOf(ledger: OpenLedger, id: string, kind: string): Dossier {
  const record = readDossier(ledger, id)
  if (record.kind !== kind) throw new AppError('NOT_FOUND', { what: dossierKind(kind).name })
  return record
}

/** Ticks a member's 对照检查材料 as handed in, or takes the tick away. @throws AppError NOT_FOUND, CHANGED_ELSEWHERE */
export function handIn(
  core: Core,
  { recordId, revision, personId, isHandedIn }: { recordId: string; revision: number; personId: string; isHandedIn: boolean },
): { revision: number } {
  const ledger = core.session.require()
  const record = recordOf(ledger, recordId, collectionKind)
  const member = rosterReader(ledger)(record.date).find((each) => each.personId === personId)
  if (!member) throw new AppError('NOT_FOUND', { what: '党员' })
  const others = record.people.filter((person) =>
    person.personId === null ? person.name !== member.name : person.personId !== personId,
  )
  const people = isHandedIn ? [...others, { personId, name: member.name, role: 'member' }] : others
  return { revision: changeDossier(core, record, { revision, people }).revision }
}

/**
 * Registers that members were told of their grade; those who were told before keep their day, unless it is taken back.
 *
 * @throws AppError NOT_FOUND (also of a line), CHANGED_ELSEWHERE; INPUT_INVALID for a day before the opinion was given or after today
 */
export function tell(
  core: Core,
  { recordId, revision, rows, date }: { recordId: string; revision: number; rows: readonly number[]; date: string | null },
): { revision: number } {
  const record = recordOf(core.session.require(), recordId, 'appraisalOpinion')
  if (date !== null && date > today(core.clock)) throw new AppError('INPUT_INVALID', { field: '反馈日期', reason: '日期晚于今天' })
  if (date !== null && date < record.date)
    throw new AppError('INPUT_INVALID', { field: '反馈日期', reason: `日期早于评定意见的日期（${record.date}）` })
  const known = new Set(gradeLines(record.content).map(({ row }) => row))
  if (!rows.every((row) => known.has(row))) throw new AppError('NOT_FOUND', { what: '评定意见中的这一行' })
  const grades = rowsOf(record.content['grades']).map((row, index): ContentRow => {
    if (!rows.includes(index)) return row
    if (date !== null) return { ...row, toldOn: row['toldOn'] ?? date }
    const { toldOn: _toldOn, ...left } = row
    return left
  })
  return { revision: changeDossier(core, record, { revision, content: { ...record.content, grades } }).revision }
}
