import { useQuery } from '@tanstack/react-query'
import { useParams, useSearchParams } from 'wouter'
import { orpc } from '#renderer/api/client.ts'
import { useToday } from '#renderer/api/session.ts'
import { purposeOfRule } from '#renderer/obligations/rule-links.ts'
import { ErrorBlock } from '#renderer/ui/ErrorBlock.tsx'
import { type Purpose, purposes } from '#shared/activities/schema.ts'
import { type ElectionCase, electionCase } from '#shared/elections/case.ts'
import { isPlainDate, plusDays, yearOf } from '#shared/kernel/dates.ts'
import { periodOfId } from '#shared/obligations/period-words.ts'
import type { YearSummary } from '#shared/obligations/schema.ts'
import { proposedDay } from '#shared/plans/proposed-day.ts'
import { PrepareForm } from './PrepareForm.tsx'
import { newElection } from './planned-election.ts'
import { type AgendaLine, fromPlanned, newElectionLine, newLine, type PrepareModel, plannedVotes } from './prepare-model.ts'
import './plans.css'

/** 「准备一次会」: a new plan, or one that is changed before the day. */
export function PreparePage() {
  const { id } = useParams<{ id?: string }>()
  return id === undefined ? <NewPlan /> : <ChangedPlan key={id} id={id} />
}

function ChangedPlan({ id }: { readonly id: string }) {
  const activity = useQuery(orpc.activities.get.queryOptions({ input: { id }, staleTime: Number.POSITIVE_INFINITY }))
  if (activity.isError) return <ErrorBlock error={activity.error} onRetry={() => void activity.refetch()} />
  if (!activity.data) return <p className="app-wait soft">正在打开…</p>
  return <PrepareForm key={activity.data.revision} start={fromPlanned(activity.data)} before={activity.data} />
}

/** The first duty of the year that has no meeting yet decides what is prepared, and for which period. */
function firstOpen(summary: YearSummary, purpose: Purpose | null, groupId: string | null) {
  const open = summary.rules.flatMap((rule) => {
    const own = purposeOfRule(rule.id)
    if (own === null || (purpose !== null && own !== purpose)) return []
    if (groupId !== null && rule.scope.kind === 'group' && rule.scope.id !== groupId) return []
    return rule.periods
      .filter(({ state }) => state === 'open')
      .map(({ period }) => ({ purpose: own, groupId: rule.scope.kind === 'group' ? rule.scope.id : null, period }))
  })
  return open[0] ?? null
}

/** An item that the address names: a member whose probation ends, a topic and how it is decided, an election that is recorded. */
function askedLines(query: URLSearchParams, member: { readonly name: string } | undefined, election: ElectionCase | null) {
  const lines: AgendaLine[] = member ? [newLine(`讨论${member.name}同志预备党员转正`, 'conversion')] : []
  const topic = query.get('topic') ?? ''
  const vote = plannedVotes.find((known) => known === query.get('vote')) ?? 'none'
  if (election)
    lines.push(
      newElectionLine(
        election.isTerm ? '支部委员会换届选举' : '补选支部委员会委员',
        newElection(election.seats, election.candidates),
      ),
    )
  else if (topic !== '') lines.push(vote === 'election' ? newElectionLine(topic, newElection()) : newLine(topic, vote))
  return lines.length === 0 ? [newLine()] : lines
}

function NewPlan() {
  const [query] = useSearchParams()
  const today = useToday()
  const branch = useQuery(orpc.branch.get.queryOptions({ input: {} }))
  const summary = useQuery(orpc.obligations.summary.queryOptions({ input: { year: yearOf(today) } }))
  const days = useQuery(orpc.calendar.days.queryOptions({ input: { from: today, to: plusDays(today, 399) } }))
  const members = useQuery(orpc.members.roster.queryOptions({ input: { date: today } }))
  const electionId = query.get('electionId')
  const found = useQuery({ ...orpc.elections.case.queryOptions({ input: { id: electionId ?? '' } }), enabled: electionId !== null })
  const failed = [branch, summary, days, members, found].find((answer) => answer.isError)
  if (failed) return <ErrorBlock error={failed.error} onRetry={() => void failed.refetch()} />
  if (!branch.data || !summary.data || !days.data || !members.data || (electionId !== null && !found.data))
    return <p className="app-wait soft">正在打开…</p>

  const asked = purposes.find((known) => known === query.get('purpose')) ?? null
  const open = firstOpen(summary.data, asked, query.get('groupId'))
  const purpose = asked ?? open?.purpose ?? 'generalMeeting'
  const rest = new Set(days.data.filter(({ kind }) => kind === 'restDay' || kind === 'holiday').map(({ date }) => date))
  const period = periodOfId(query.get('period') ?? open?.period ?? '')
  const election = found.data ? electionCase(found.data.record) : null
  const given = election && election.date >= today ? election.date : query.get('date')
  const date =
    given !== null && isPlainDate(given)
      ? given
      : proposedDay({ purpose, fixedDay: branch.data.settings.fixedDay, today, period, isRestDay: (day) => rest.has(day) })
  const member = members.data.members.find(({ personId }) => personId === query.get('personId'))
  const start: PrepareModel = {
    purpose,
    groupId: query.get('groupId') ?? open?.groupId ?? null,
    date,
    startTime: '',
    endTime: '',
    place: '',
    title: null,
    agenda: askedLines(query, member, election),
    absentees: [],
  }
  return <PrepareForm key={query.toString()} start={start} before={null} />
}
