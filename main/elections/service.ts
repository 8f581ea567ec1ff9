import type { Dossier } from '#shared/dossier/schema.ts'
import { electionCase } from '#shared/elections/case.ts'
import { postsOffer } from '#shared/elections/posts-offer.ts'
import { type PlainDate, yearOf } from '#shared/kernel/dates.ts'
import { AppError } from '#shared/kernel/errors.ts'
import type { Post } from '#shared/members/schema.ts'
import type { Core } from '../core.ts'
import { readDossier, readDossiers } from '../dossier/read.ts'
import { saveDossier } from '../dossier/service.ts'
import type { OpenLedger } from '../ledger/open-ledger.ts'
import { changePosts } from '../members/change-posts.ts'
import { readRosterHistory } from '../members/read.ts'
import { today } from '../platform/clock.ts'
import { readElection, readResults, termOf } from './read.ts'

/** What the page of elections begins with. @throws AppError LEDGER_NOT_OPEN */
export function electionsOverview(core: Core) {
  const ledger = core.session.require()
  const now = today(core.clock)
  const records = readDossiers(ledger, { kinds: ['branchElection'] }).toReversed()
  const linked = new Set(records.flatMap(({ links }) => links))
  const recent = readResults(ledger, [yearOf(now) - 1, yearOf(now)])
  return {
    term: termOf(readRosterHistory(ledger), now),
    records,
    unregistered: recent.filter(({ activityId }) => !linked.has(activityId)),
  }
}

/** @throws AppError NOT_FOUND, also for a record of another kind */
function electionRecord(ledger: OpenLedger, id: string): Dossier {
  const record = readDossier(ledger, id)
  if (record.kind !== 'branchElection') throw new AppError('NOT_FOUND', { what: '换届记录' })
  return record
}

/** The results a record rests on; with those of its time that it could. */
export function electionDetail(core: Pick<Core, 'session'>, id: string) {
  const ledger = core.session.require()
  const record = electionRecord(ledger, id)
  const { results, linked, history, term } = readElection(ledger, record)
  const ids = new Set(linked.map(({ activityId }) => activityId))
  return {
    record,
    term,
    results: results.map((result) => ({ ...result, isLinked: ids.has(result.activityId) })),
    offer: postsOffer(electionCase(record), linked, history),
  }
}

/** Lets a record rest on a meeting. @throws AppError NOT_FOUND, CHANGED_ELSEWHERE */
export function takeResult(core: Core, { id, revision, activityId }: { id: string; revision: number; activityId: string }): void {
  const { record, results } = electionDetail(core, id)
  const result = results.find((each) => each.activityId === activityId)
  if (!result) throw new AppError('NOT_FOUND', { what: '选举' })
  const isFirst = !results.some(({ isLinked }) => isLinked)
  saveDossier(core, {
    kind: record.kind,
    id,
    revision,
    // The day of the general meeting is that of the election; a committee that elects its secretary later does not move it.
    date: isFirst ? result.date : record.date,
    endDate: record.endDate,
    forYear: isFirst ? yearOf(result.date) : record.forYear,
    title: record.title,
    status: record.status === 'reported' ? 'reported' : 'elected',
    people: record.people,
    content: record.content,
    tags: record.tags,
    links: [...new Set([...record.links, activityId])],
    origin: record.origin === 'fromPaper' ? 'fromPaper' : 'typed',
  })
}

interface ApplyPosts {
  readonly id: string
  readonly from: PlainDate
  readonly begins: readonly { readonly personId: string; readonly post: Post; readonly title: string }[]
}

/** Takes the elected into the roster's history of posts. @throws AppError NOT_FOUND, INPUT_INVALID */
export function applyPosts(core: Core, { id, from, begins }: ApplyPosts): void {
  const ledger = core.session.require()
  const { isTerm } = electionCase(electionRecord(ledger, id))
  changePosts(ledger, isTerm ? '换届任职' : '补选任职', { from, begins, endsOthers: isTerm })
}
