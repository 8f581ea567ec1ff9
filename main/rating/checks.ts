import type { Activity } from '#shared/activities/schema.ts'
import type { Dossier } from '#shared/dossier/schema.ts'
import { groupsOn } from '#shared/members/roster.ts'
import type { RosterEntry, RosterHistory } from '#shared/members/schema.ts'
import type { Check, RatingFacts } from '#shared/rating/facts.ts'

export interface CheckInput {
  readonly history: RosterHistory
  readonly roster: readonly RosterEntry[]
  readonly sittings: readonly Activity[]
  readonly dossiers: readonly Dossier[]
  /** The last day of the year that is known, and today. */
  readonly last: string
  readonly day: string
  /** Whether the committee's term of three years has run out; null: nobody knows. */
  readonly term: Check | null
}

const percent = (part: number, whole: number) => `${whole === 0 ? 100 : Math.floor((part * 1000) / whole) / 10}%`

function rosterFields({ history, roster }: CheckInput): Check {
  const persons = history.persons.filter(({ id }) => roster.some(({ personId }) => personId === id))
  const cells = persons.flatMap((person) => [
    person.name !== '',
    person.gender !== '',
    person.birthDate !== null,
    person.joinedOn !== null,
  ])
  const filled = cells.filter(Boolean).length
  return {
    isTrue: filled * 100 >= cells.length * 98,
    ...(filled * 100 >= cells.length * 98 ? {} : { missing: [`名册必填项${cells.length - filled}处`] }),
    reason: `名册的姓名、性别、出生日期、入党日期填写率${percent(filled, cells.length)}`,
  }
}

/** Signed, with the facts that every record has (DOMAIN 3.1). */
const isComplete = (activity: Activity) =>
  activity.state === 'signed' &&
  activity.startTime !== null &&
  activity.place !== '' &&
  Boolean(activity.chair) &&
  Boolean(activity.recorder)

function openFindings({ dossiers, day }: CheckInput): Check {
  const overdue = dossiers.filter(
    ({ kind, status, content }) =>
      kind === 'inspectionFinding' && status !== 'closed' && typeof content['due'] === 'string' && content['due'] < day,
  )
  const all = dossiers.filter(({ kind }) => kind === 'inspectionFinding' || kind === 'rectificationReply')
  return {
    isTrue: overdue.length === 0,
    records: all.map(({ id }) => id),
    missing: overdue.map(({ title }) => (title === '' ? '逾期问题的整改情况' : `“${title}”的整改情况`)),
    reason: overdue.length === 0 ? '没有逾期未整改的问题' : `逾期未整改${overdue.length}项`,
  }
}

/** The named checks of schemes: closed, looked up, never evaluated from a text. */
export function checksOf(input: CheckInput): RatingFacts['checks'] {
  const { history, roster, sittings, last, term } = input
  const formal = roster.filter(({ category }) => category === 'formalMember').length
  const committee = roster.filter(({ isCommittee }) => isCommittee).length
  const groups = groupsOn(history, last, last)
  const sizes = groups.map(({ id }) => roster.filter(({ groupId }) => groupId === id).length)
  const smallest = Math.min(...sizes)
  const votesOf = ({ parts }: Activity) =>
    parts.flatMap(({ agenda }) =>
      agenda.flatMap(({ content }) => content.flatMap((block) => (block.kind === 'vote' ? [block.vote] : []))),
    )
  const withVotes = sittings.filter((sitting) => votesOf(sitting).length > 0)
  const votes = withVotes.flatMap(votesOf)
  const isCounted = ({ votesFor, votesAgainst, votesAbstain }: (typeof votes)[number]) => votesFor + votesAgainst + votesAbstain > 0
  const counted = votes.filter(isCounted).length
  const uncounted = withVotes.find((sitting) => votesOf(sitting).some((vote) => !isCounted(vote)))
  const complete = sittings.filter(isComplete).length
  return {
    'branch.formalMembers>=3 && branch.members<=50': {
      isTrue: formal >= 3 && roster.length <= 50,
      reason: `正式党员${formal}人，党员${roster.length}人`,
    },
    'branch.formalMembers<7 || (committee.size>=3 && committee.size<=7)': {
      isTrue: formal < 7 || (committee >= 3 && committee <= 7),
      reason: `正式党员${formal}人，支部委员${committee}人`,
    },
    'groups.count==0 || groups.minSize>=3': {
      isTrue: groups.length === 0 || smallest >= 3,
      reason: groups.length === 0 ? '没有划分党小组' : `党小组${groups.length}个，最少的${smallest}人`,
    },
    'resolutions.all(hasVoteCounts)': {
      records: withVotes.map(({ id }) => id),
      isTrue: votes.length > 0 && counted === votes.length,
      ...(uncounted ? { missing: [`${votes.length - counted}项表决的票数`], missingIn: uncounted.id } : {}),
      reason: votes.length === 0 ? '没有登记表决' : `登记表决${votes.length}项，有票数的${counted}项`,
    },
    'roster.requiredFieldsComplete>=0.98': rosterFields(input),
    'minutes.completeRate>=0.95': {
      records: sittings.map(({ id }) => id),
      isTrue: sittings.length > 0 && complete * 100 >= sittings.length * 95,
      ...(complete * 100 >= sittings.length * 95 ? {} : { missing: [`${sittings.length - complete}份会议记录的要素或签字`] }),
      reason: `${sittings.length}份会议记录中要素齐全并已签字的${complete}份`,
    },
    'issues.overdue==0': openFindings(input),
    'election.overdueWithoutApproval': {
      isTrue: term !== null && !term.isTrue,
      reason: term === null ? '没有登记本届任期' : term.reason,
    },
  }
}
