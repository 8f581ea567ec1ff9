import type { Activity } from '#shared/activities/schema.ts'
import type { PaperSource } from '#shared/documents/papers/kinds.ts'
import type { RosterEntry } from '#shared/members/schema.ts'
import { memberNames, sampleBranch } from './sample-branch.ts'
import { generalMeeting } from './sample-general-meeting.ts'
import { electionMeeting } from './samples-january.ts'

const firstGroup = ['张三', '王五', '孙八', '吴十', '冯乙', '褚丁', '卫戊']

/** The members of the sample branch as of a day. */
export const dueMembers: RosterEntry[] = memberNames.map((name) => {
  const part = generalMeeting.parts[0]
  const row = part?.attendance.find((each) => each.name === name)
  const isProbationary = name === '卫戊' || name === '蒋己'
  return {
    personId: row?.personId ?? '01890a5d-ac96-774b-bcce-b302099a8057',
    name,
    category: isProbationary ? 'probationaryMember' : 'formalMember',
    hasVote: !isProbationary,
    groupId: null,
    groupName: firstGroup.includes(name) ? '第一小组' : '第二小组',
    posts: [],
    isCommittee: false,
    exemptReason: null,
  }
})

export const sourceOf = (activity: Activity): PaperSource => ({
  activity,
  branch: sampleBranch,
  due: activity.parts.map(() => dueMembers),
})

/** A meeting still to come: nothing is known of who came. */
export const plannedOf = (activity: Activity): Activity => ({
  ...activity,
  state: 'planned',
  parts: activity.parts.map((part) => ({ ...part, resolutions: [] })),
})

export const planned = sourceOf(plannedOf(generalMeeting))
export const plannedElection = sourceOf(plannedOf(electionMeeting))
