import { type PlainDate, plusDays } from '../kernel/dates.ts'
import { normalName } from '../kernel/text.ts'
import { committeePosts, rosterOfDay } from '../members/roster.ts'
import type { Post, RosterHistory } from '../members/schema.ts'
import type { ElectionCase } from './case.ts'
import type { ElectionResult } from './results.ts'

export interface HeldPost {
  readonly personId: string
  readonly name: string
  readonly post: Post
  readonly title: string
}

/** What the roster's posts could take over from an election; made only when somebody says so. */
export interface PostsOffer {
  /** First day of the new posts; the old ones end the day before. */
  readonly from: PlainDate
  /** Posts that end; none in a by-election. */
  readonly ends: HeldPost[]
  /** Those elected, with a post proposed. */
  readonly begins: HeldPost[]
  /** Elected, but not on the roster of the day. */
  readonly unknown: string[]
}

const officePosts: readonly (readonly [RegExp, Post])[] = [
  [/副书记/u, 'deputySecretary'],
  [/书记/u, 'branchSecretary'],
]

const postOfOffice = (office: string) => officePosts.find(([pattern]) => pattern.test(office))?.[1] ?? null

/** Committee posts held on a day, secretary first. */
export function postsOn(history: RosterHistory, day: PlainDate): HeldPost[] {
  return rosterOfDay(history, day).members.flatMap(({ personId, name, posts }) =>
    posts.filter(({ post }) => committeePosts.includes(post)).map(({ post, title }) => ({ personId, name, post, title })),
  )
}

/**
 * The change of posts that follows from the results an election rests on. Secretary and deputy are those elected as such;
 * others keep the post they had, and whoever had none is a commissioner whose title the branch decides on.
 */
export function postsOffer(
  { isTerm }: Pick<ElectionCase, 'isTerm'>,
  results: readonly ElectionResult[],
  history: RosterHistory,
): PostsOffer | null {
  const valid = results.filter(({ isValid }) => isValid)
  const from = valid.map(({ date }) => date).toSorted()[0]
  if (from === undefined) return null
  const before = postsOn(history, plusDays(from, -1))
  const members = rosterOfDay(history, from).members
  const offices = new Map<string, Post | null>()
  for (const { office, candidates } of valid)
    for (const { name, isElected } of candidates) {
      const key = normalName(name)
      if (isElected) offices.set(key, postOfOffice(office) ?? offices.get(key) ?? null)
    }
  const unknown = [...offices.keys()].filter((name) => !members.some((member) => member.name === name))
  const begins = members.flatMap((member): HeldPost[] => {
    if (!offices.has(member.name)) return []
    const elected = offices.get(member.name) ?? null
    const held = before.find(({ personId, post }) => personId === member.personId && !isSecretary(post))
    const place = { personId: member.personId, name: member.name }
    if (elected) return [{ ...place, post: elected, title: '' }]
    return [
      held
        ? { ...place, post: held.post, title: held.post === 'otherCommissioner' ? held.title : '' }
        : { ...place, post: 'otherCommissioner', title: '委员' },
    ]
  })
  const now = postsOn(history, from)
  const isApplied = begins.every(({ personId }) =>
    history.intervals.some((each) => each.personId === personId && each.kind === 'post' && each.validFrom === from),
  )
  if (begins.length === 0 || (isApplied && now.length > 0)) return null
  return { from, ends: isTerm ? before : [], begins, unknown }
}

const isSecretary = (post: Post) => post === 'branchSecretary' || post === 'deputySecretary'
