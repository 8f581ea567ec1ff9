import type { Purpose } from '#shared/activities/schema.ts'
import type { RosterEntry } from '#shared/members/schema.ts'

/** Small grey word on a name: 书记, 组织, 宣传, 组长, 预备. */
export function shortPost(member: RosterEntry): string {
  const titles = member.posts.map(({ post, title }) =>
    post === 'groupLeader' ? '组长' : title.replace(/^党?支部/, '').replace(/(?<=.)委员$/, ''),
  )
  if (member.category === 'probationaryMember') titles.push('预备')
  return titles.join('、')
}

/** The post printed after chair or recorder when they are chosen from the roster; committee minutes print none. */
export function printedPost(member: RosterEntry, purpose: Purpose): string {
  if (purpose === 'committeeMeeting') return ''
  const held = member.posts[0]
  if (!held) return ''
  return held.post === 'branchSecretary' || held.post === 'deputySecretary'
    ? `党支部${held.title.replace(/^党?支部/, '')}`
    : held.title
}
