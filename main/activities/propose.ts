import type { ActivityProposal } from '#shared/activities/contract.ts'
import type { Purpose } from '#shared/activities/schema.ts'
import { proposedTitle } from '#shared/activities/titles.ts'
import { type PlainDate, yearOf } from '#shared/kernel/dates.ts'
import { rosterOfDay } from '#shared/members/roster.ts'
import type { Post, RosterEntry } from '#shared/members/schema.ts'
import { selectGroups } from '../branch/read.ts'
import type { OpenLedger } from '../ledger/open-ledger.ts'
import { readRosterHistory } from '../members/read.ts'
import { readActivityLines } from './read.ts'
import { selectPlaces } from './store.ts'

/** Who usually chairs and who records, by post: the secretary and the organization commissioner; in a group its leader. */
const usual: Record<'chair' | 'recorder', (purpose: Purpose) => Post> = {
  chair: (purpose) =>
    purpose === 'groupMeeting' ? 'groupLeader' : purpose === 'themedPartyDay' ? 'publicityCommissioner' : 'branchSecretary',
  recorder: () => 'organizationCommissioner',
}

/** What a new form starts with. Never speech, votes or resolutions (PRACTICE §2). */
export function proposeActivity(ledger: OpenLedger, purpose: Purpose, date: PlainDate, groupId: string | null): ActivityProposal {
  const { members } = rosterOfDay(readRosterHistory(ledger), date)
  const group = selectGroups(ledger.db).find((candidate) => candidate.id === groupId)
  const held = readActivityLines(ledger, { year: yearOf(date) }).filter(
    (line) => line.purposes.includes(purpose) && line.date.startsWith(String(yearOf(date))),
  ).length
  const due = purpose === 'groupMeeting' ? members.filter((member) => member.groupId === groupId) : members
  const holder = (post: Post): RosterEntry | undefined => due.find((member) => member.posts.some((held) => held.post === post))
  const mention = (role: 'chair' | 'recorder') => {
    const post = usual[role](purpose)
    const member = holder(post)
    if (!member) return null
    // The general meeting prints the post after the name, the committee's own minutes do not (DOMAIN 3.5.1, 3.5.2).
    const title = member.posts.find((held) => held.post === post)?.title ?? ''
    const printed =
      purpose === 'generalMeeting' ? (post === 'branchSecretary' ? '党支部书记' : title) : purpose === 'groupMeeting' ? title : ''
    return { personId: member.personId, name: member.name, post: printed }
  }
  return {
    title: proposedTitle(purpose, date, held, group?.name ?? ''),
    chair: mention('chair'),
    recorder: mention('recorder'),
    places: selectPlaces(ledger.db),
    opening: purpose === 'generalMeeting',
  }
}
