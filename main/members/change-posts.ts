import { type PlainDate, plusDays } from '#shared/kernel/dates.ts'
import { AppError } from '#shared/kernel/errors.ts'
import { newId } from '#shared/kernel/ids.ts'
import { memberProblem } from '#shared/members/check.ts'
import { committeePosts, covers, rosterOfDay } from '#shared/members/roster.ts'
import type { MemberInterval, Post } from '#shared/members/schema.ts'
import type { OpenLedger } from '../ledger/open-ledger.ts'
import { readRosterHistory } from './read.ts'
import { putInterval } from './store.ts'

interface PostsChange {
  /** First day of the new posts. */
  readonly from: PlainDate
  readonly begins: readonly { readonly personId: string; readonly post: Post; readonly title: string }[]
  /** The committee of the day before steps down as a whole. */
  readonly endsOthers: boolean
}

/**
 * Ends and begins posts in one change of the roster's history. Posts of that very day stay: applying twice changes nothing.
 *
 * @throws AppError INPUT_INVALID for somebody who is not a member on the day, or a post that would be held twice
 */
export function changePosts(ledger: OpenLedger, what: string, { from, begins, endsOthers }: PostsChange): void {
  const history = readRosterHistory(ledger)
  const members = new Set(rosterOfDay(history, from).members.map(({ personId }) => personId))
  if (begins.some(({ personId }) => !members.has(personId)))
    throw new AppError('INPUT_INVALID', { field: '任职', reason: '有人当天不在党员名册上' })
  if (begins.filter(({ post }) => post === 'branchSecretary').length > 1)
    throw new AppError('INPUT_INVALID', { field: '任职', reason: '书记只有一名' })
  const dayBefore = plusDays(from, -1)
  const ended = endsOthers
    ? history.intervals
        .filter(
          (each) =>
            each.kind === 'post' &&
            committeePosts.includes(each.value as Post) &&
            each.validFrom !== from &&
            covers(each, dayBefore),
        )
        .map((each): MemberInterval => ({ ...each, validTo: dayBefore }))
    : []
  const isThere = (wanted: PostsChange['begins'][number]) =>
    history.intervals.some(
      (each) => each.kind === 'post' && each.personId === wanted.personId && each.value === wanted.post && each.validFrom === from,
    )
  const begun = begins
    .filter((wanted) => !isThere(wanted))
    .map(
      ({ personId, post, title }): MemberInterval => ({
        id: newId(),
        personId,
        kind: 'post',
        value: post,
        title,
        validFrom: from,
        validTo: null,
      }),
    )
  for (const person of history.persons) {
    const own = history.intervals.filter(({ personId }) => personId === person.id)
    const next = [
      ...own.map((each) => ended.find(({ id }) => id === each.id) ?? each),
      ...begun.filter(({ personId }) => personId === person.id),
    ]
    const membership = history.memberships.filter(({ personId }) => personId === person.id).at(-1)
    if (next.length === own.length || !membership) continue
    const problem = memberProblem(person, membership, next, history)
    if (problem) throw new AppError('INPUT_INVALID', { field: `${person.name}：${problem.field}`, reason: problem.reason })
  }
  ledger.write(what, (rows) => {
    for (const interval of [...ended, ...begun]) putInterval(rows, ledger.branchId, interval)
  })
}
