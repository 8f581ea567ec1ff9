import { developmentCase, stageOf } from '#shared/development/case.ts'
import type { CaseView } from '#shared/development/contract.ts'
import { developmentFindings } from '#shared/development/order.ts'
import { resolutionParagraph } from '#shared/development/paragraph.ts'
import { type RosterPerson, rosterOffer } from '#shared/development/roster-offer.ts'
import { examinationDue, probationEnd } from '#shared/development/rules.ts'
import { developmentSteps } from '#shared/development/steps.ts'
import { type FoundVote, mentionsOf, votesAbout } from '#shared/development/votes.ts'
import type { Dossier } from '#shared/dossier/schema.ts'
import { type PlainDate, yearOf } from '#shared/kernel/dates.ts'
import { AppError } from '#shared/kernel/errors.ts'
import { normalName } from '#shared/kernel/text.ts'
import { readActivities } from '../activities/read.ts'
import { readBranch } from '../branch/read.ts'
import type { Core } from '../core.ts'
import { readDossier, readDossiers } from '../dossier/read.ts'
import { saveDossier } from '../dossier/service.ts'
import type { OpenLedger } from '../ledger/open-ledger.ts'
import { findPerson, readRosterHistory } from '../members/read.ts'
import { today } from '../platform/clock.ts'

function viewOf(record: Dossier, now: PlainDate): CaseView {
  const given = developmentCase(record)
  return {
    record,
    name: given.name,
    stage: stageOf(given),
    steps: developmentSteps(given, now),
    findings: developmentFindings(given, now),
    examinationDue: examinationDue(given),
    probationEnd: probationEnd(given),
  }
}

const urgency = ({ steps, stage }: CaseView) =>
  stage === 'formalMember' || stage === 'ended' ? 2 : steps.some(({ state }) => state === 'overdue') ? 0 : 1

/** Everybody on the way into the Party as of today; those who need something first, then by the day of application. */
export function developmentCases(core: Core): CaseView[] {
  const now = today(core.clock)
  return readDossiers(core.session.require(), { kinds: ['developmentCase'] })
    .map((record) => viewOf(record, now))
    .toSorted((a, b) => urgency(a) - urgency(b))
}

/** @throws AppError NOT_FOUND, also for a record of another kind */
function caseRecord(ledger: OpenLedger, id: string): Dossier {
  const record = readDossier(ledger, id)
  if (record.kind !== 'developmentCase') throw new AppError('NOT_FOUND', { what: '发展党员记录' })
  return record
}

/** Who a case is about on the roster: by id, or the only one of the name. */
function memberOf(ledger: OpenLedger, personId: string | null, name: string): RosterPerson | null {
  if (personId !== null) return findPerson(ledger, personId) ?? null
  const [found, ...others] = readRosterHistory(ledger).persons.filter((person) => person.name === normalName(name))
  return found && others.length === 0 ? (findPerson(ledger, found.id) ?? null) : null
}

/** Sittings from the application on. */
function sittingsSince(ledger: OpenLedger, from: PlainDate, now: PlainDate) {
  const years = Array.from({ length: Math.max(1, yearOf(now) - yearOf(from) + 1) }, (_, i) => yearOf(from) + i)
  return [...new Map(years.flatMap((year) => readActivities(ledger, { year })).map((each) => [each.id, each])).values()]
}

/** One person with what the minutes and the roster know of them. @throws AppError NOT_FOUND */
export function developmentDetail(core: Core, id: string) {
  const ledger = core.session.require()
  const now = today(core.clock)
  const record = caseRecord(ledger, id)
  const branch = readBranch(ledger)
  const given = developmentCase(record)
  const sittings = sittingsSince(ledger, record.date, now)
  const votes = votesAbout(given.name, sittings, branch.settings)
  const linked = (subject: FoundVote['subject']) =>
    votes.findLast((vote) => vote.subject === subject && record.links.includes(vote.activityId)) ?? null
  return {
    ...viewOf(record, now),
    votes: votes.map((vote) => ({ ...vote, isLinked: record.links.includes(vote.activityId) })),
    mentions: mentionsOf(given.name, sittings),
    texts: {
      admission: resolutionParagraph('admission', given.name, linked('admission'), branch),
      conversion: resolutionParagraph('conversion', given.name, linked('conversion'), branch),
    },
    offer: rosterOffer(given, memberOf(ledger, given.personId, given.name)),
  }
}

interface TakeVote {
  readonly id: string
  readonly revision: number
  readonly activityId: string
  readonly subject: FoundVote['subject']
}

/**
 * Takes a vote found in the minutes as that of this person: its day and a link. A vote that did not pass leaves the date of
 * the step as it is.
 *
 * @throws AppError NOT_FOUND, CHANGED_ELSEWHERE
 */
export function takeVote(core: Core, { id, revision, activityId, subject }: TakeVote): void {
  const detail = developmentDetail(core, id)
  const vote = detail.votes.find((each) => each.activityId === activityId && each.subject === subject)
  if (!vote) throw new AppError('NOT_FOUND', { what: '表决' })
  const { record } = detail
  const key = subject === 'admission' ? 'admittedOn' : 'convertedOn'
  const content = vote.passed ? { ...record.content, [key]: vote.date } : record.content
  const status = stageOf(developmentCase({ ...record, content }))
  saveDossier(core, {
    kind: record.kind,
    id,
    revision,
    date: record.date,
    endDate: record.endDate,
    forYear: record.forYear,
    title: record.title,
    status,
    people: record.people,
    content,
    tags: record.tags,
    links: [...new Set([...record.links, activityId])],
    origin: record.origin === 'fromPaper' ? 'fromPaper' : 'typed',
  })
}
