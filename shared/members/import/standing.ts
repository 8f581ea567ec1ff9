import type { PartyGroup } from '../../branch/schema.ts'
import { newId } from '../../kernel/ids.ts'
import { postNames } from '../labels.ts'
import type { IntervalKind, MemberInterval, Post } from '../schema.ts'
import type { StandingRow } from './posts-rows.ts'

/** Posts that one person holds at a time. */
const singlePosts: readonly Post[] = [
  'branchSecretary',
  'organizationCommissioner',
  'publicityCommissioner',
  'disciplineCommissioner',
]

/** New groups for names that are not there yet, after the others, in the order of the sheet. */
export function newGroups(names: readonly string[], groups: readonly PartyGroup[]): PartyGroup[] {
  const last = Math.max(0, ...groups.map((group) => group.position))
  return [...new Set(names)]
    .filter((name) => name !== '' && !groups.some((group) => group.name === name))
    .map((name, index) => ({ id: newId(), name, position: last + 1 + index, validFrom: null, validTo: null }))
}

/** What a row adds to a person's intervals, and what is doubtful about it. */
export interface StandingPlan {
  readonly intervals: readonly MemberInterval[]
  readonly doubts: readonly string[]
}

const titleOf = (post: Post, title: string) => (title === '' ? postNames[post] : title)

/**
 * Compares a row with what the ledger has. Nothing is ended or removed: a change of group or a new holder of a post
 * needs a date that the sheet does not have, so it is only pointed out.
 *
 * @param known all intervals of all persons, those planned for earlier rows included
 */
export function planStanding(
  personId: string,
  row: Omit<StandingRow, 'row' | 'name'>,
  groups: readonly PartyGroup[],
  known: readonly MemberInterval[],
  nameOf: (personId: string) => string,
): StandingPlan {
  const intervals: MemberInterval[] = []
  const doubts: string[] = []
  const open = (kind: IntervalKind) =>
    known.filter((interval) => interval.personId === personId && interval.kind === kind && interval.validTo === null)
  const add = (kind: IntervalKind, value: string, more: Partial<MemberInterval> = {}) => {
    intervals.push({ id: newId(), personId, kind, value, title: '', validFrom: null, validTo: null, ...more })
  }

  const group = groups.find((candidate) => candidate.name === row.groupName)
  const current = open('group')[0]
  if (group && !current) add('group', group.id)
  if (group && current && current.value !== group.id) {
    const name = groups.find((candidate) => candidate.id === current.value)?.name ?? ''
    doubts.push(`名册中在“${name}”，表中是“${group.name}”；改组请在党员管理中写明日期`)
  }

  for (const { post, title } of row.posts) {
    const same = known.filter(
      (interval) =>
        interval.personId === personId && interval.kind === 'post' && interval.value === post && interval.title === title,
    )
    const held = same.find((interval) => interval.validTo === null) ?? same.find((interval) => interval.validFrom === row.from)
    if (!held) {
      add('post', post, { title, validFrom: row.from, validTo: row.to })
      const other = singlePosts.includes(post)
        ? known.find((each) => each.kind === 'post' && each.value === post && each.validTo === null && each.personId !== personId)
        : undefined
      if (other && row.to === null)
        doubts.push(`名册中“${nameOf(other.personId)}”仍任${titleOf(post, title)}，请在党员管理中写明其任职止日期`)
      continue
    }
    const isLater = held.validFrom !== null && row.from !== null && row.from > held.validFrom
    // A later start would take the committee away from meetings that were held before it.
    if (isLater) doubts.push(`${titleOf(post, title)}在名册中自${held.validFrom}起，表中是${row.from}，保留较早的日期`)
    const validFrom = isLater ? held.validFrom : (row.from ?? held.validFrom)
    intervals.push({ ...held, validFrom, validTo: row.to ?? held.validTo })
  }

  if (row.isLeadingCadre && open('leadingCadre').length === 0) add('leadingCadre', '')
  const exemption = open('exemption')[0]
  if (row.exemption !== '' && !exemption) add('exemption', row.exemption)
  if (row.exemption !== '' && exemption && exemption.value !== row.exemption) intervals.push({ ...exemption, value: row.exemption })
  return { intervals, doubts }
}
