import type { SaveDossier } from '#shared/dossier/schema.ts'
import { yearOf } from '#shared/kernel/dates.ts'
import { AppError } from '#shared/kernel/errors.ts'
import type { SittingRecord } from '#shared/obligations/records.ts'
import type { MemberStudy, MissedSession } from '#shared/study/contract.ts'
import { type MissedStudy, missedStudy, studyParts } from '#shared/study/make-up.ts'
import { proposedMakeUp } from '#shared/study/make-up-proposal.ts'
import { roundHours } from '#shared/study/round-hours.ts'
import { heldIn, inOrder } from '#shared/study/tiers.ts'
import { readActivity } from '../activities/read.ts'
import type { Core } from '../core.ts'
import { engineInput } from '../obligations/input.ts'
import { today } from '../platform/clock.ts'
import { hourReport } from './service.ts'
import { targetsOf } from './targets.ts'

function readYear(core: Core, year: number) {
  const ledger = core.session.require()
  const read = engineInput(ledger, [year], today(core.clock))
  return { ledger, read: { ...read, dossiers: read.dossiers ?? [] } }
}

const withNames = (sessions: readonly MissedStudy[], nameOf: (personId: string) => string | undefined): MissedSession[] =>
  sessions.flatMap(({ people, ...session }) => {
    const named = people.flatMap((person) => {
      const name = nameOf(person.personId)
      return name === undefined ? [] : [{ ...person, name }]
    })
    return named.length === 0 ? [] : [{ ...session, people: named }]
  })

/** Study sessions of a year that somebody missed, as of today. @throws AppError LEDGER_NOT_OPEN, NOT_FOUND before the branch is made */
export function yearMissed(core: Core, year: number): MissedSession[] {
  const { read } = readYear(core, year)
  const names = new Map(read.history.persons.map(({ id, name }) => [id, name]))
  return withNames(missedStudy(year, read), (id) => names.get(id))
}

/** Study sittings that a member was at, also those without hours. */
function attendedBy(personId: string, records: readonly SittingRecord[]) {
  const isThere = (record: SittingRecord) =>
    studyParts(record).some(({ attendance }) => attendance?.some((row) => row.personId === personId && row.present))
  return inOrder(
    records.filter(isThere).map((record) => {
      const hours = roundHours(Math.max(0, ...studyParts(record).map((part) => part.hours ?? 0)))
      return { recordId: record.id, isSitting: true, date: record.date, title: record.title, hours: hours === 0 ? null : hours }
    }),
  )
}

/** Study of one member in a year, as of today. @throws AppError NOT_FOUND for who is not on the roster of its last known day */
export function memberStudy(core: Core, year: number, personId: string): MemberStudy {
  const { ledger, read } = readYear(core, year)
  const report = hourReport(year, read, targetsOf(ledger, year))
  const line = report.lines.find((each) => each.personId === personId)
  if (!line) throw new AppError('NOT_FOUND', { what: `${year}年名单里的这名党员` })
  const trained = read.dossiers.some(
    ({ countsAs, forYear, date, people }) =>
      countsAs.includes('centralTraining') &&
      forYear === year &&
      date <= read.today &&
      people.some((person) => person.personId === personId),
  )
  return {
    year,
    asOf: report.asOf,
    showsShortfall: report.showsShortfall,
    line,
    attended: attendedBy(personId, heldIn(year, read.records, read.today)),
    missed: missedStudy(year, read).flatMap(({ people, ...session }) =>
      people.filter((person) => person.personId === personId).map(({ reason, madeUpIn }) => ({ ...session, reason, madeUpIn })),
    ),
    lacksTraining: line.isCommittee && !trained,
  }
}

/**
 * A record of 补学 for a study session, not saved: for one member, or for everybody who has not made it up.
 *
 * @throws AppError NOT_FOUND for no sitting, and where nobody is left who missed it
 */
export function proposeMakeUp(core: Core, sittingId: string, personId?: string): SaveDossier {
  const { date } = readActivity(core.session.require(), sittingId)
  const session = yearMissed(core, yearOf(date)).find((each) => each.sittingId === sittingId)
  const people = session?.people.filter((each) => (personId ? each.personId === personId : each.madeUpIn === null)) ?? []
  if (!session || people.length === 0) throw new AppError('NOT_FOUND', { what: '这次学习要补学的党员' })
  return proposedMakeUp(session, people, today(core.clock))
}
