import type { PartyGroup } from '#shared/branch/schema.ts'
import { byRow } from '#shared/files/row-remarks.ts'
import type { ImportPreview, ImportResult } from '#shared/files/schema.ts'
import type { PostsColumn } from '#shared/members/import/columns.ts'
import type { StandingRow } from '#shared/members/import/posts-rows.ts'
import { newGroups, planStanding } from '#shared/members/import/standing.ts'
import { postNames } from '#shared/members/labels.ts'
import type { MemberInterval, Person, RosterHistory } from '#shared/members/schema.ts'
import { selectGroups } from '../branch/read.ts'
import { putPartyGroup } from '../branch/store.ts'
import type { OpenLedger } from '../ledger/open-ledger.ts'
import type { ParsedSheet } from './import-sheets.ts'
import { readRosterHistory } from './read.ts'
import { putInterval } from './store.ts'

/** What taking in groups and posts changes. */
export interface PostsPlan {
  readonly groups: readonly PartyGroup[]
  readonly intervals: readonly MemberInterval[]
  readonly result: ImportResult
  readonly preview: ImportPreview
}

/** The one member of this name; those who have left only where nobody else has it. */
function personNamed(history: RosterHistory, name: string): Person | string {
  const namesakes = history.persons.filter((person) => person.name === name)
  const here = new Set(
    history.memberships.filter((membership) => membership.validTo === null).map((membership) => membership.personId),
  )
  const present = namesakes.filter((person) => here.has(person.id))
  const [person, ...others] = present.length > 0 ? present : namesakes
  if (!person) return `名册中没有“${name}”，请先导入党员名册`
  if (others.length > 0) return `名册中有${others.length + 1}名“${name}”，不能确定是哪一个，请在党员管理中登记`
  return person
}

const columns = ['姓名', '党小组', '支部职务', '任职起', '任职止', '领导干部', '不作硬性要求']

const cellsOf = (row: StandingRow) => [
  row.name,
  row.groupName,
  row.posts.map(({ post, title }) => (title === '' ? postNames[post] : title)).join('、'),
  row.from ?? '',
  row.to ?? '',
  row.isLeadingCadre ? '是' : '',
  row.exemption,
]

/** Compares a table of groups and posts with the ledger; writes nothing. */
export function planPosts(ledger: OpenLedger, parsed: ParsedSheet<StandingRow, PostsColumn>): PostsPlan {
  const history = readRosterHistory(ledger)
  const skipped = [...parsed.remarks.skipped]
  const warnings = [...parsed.remarks.warnings]
  const found = parsed.rows.map((row) => ({ row, person: personNamed(history, row.name) }))
  const knownGroups = selectGroups(ledger.db)
  const groups = newGroups(
    found.filter(({ person }) => typeof person !== 'string').map(({ row }) => row.groupName),
    knownGroups,
  )
  const planned = new Map<string, MemberInterval>()
  const known = () => [...history.intervals.filter((interval) => !planned.has(interval.id)), ...planned.values()]
  const nameOf = (id: string) => history.persons.find((person) => person.id === id)?.name ?? ''
  const touched = new Set(history.intervals.filter((interval) => interval.kind === 'group').map((interval) => interval.personId))
  const lines: ImportPreview['rows'] = []
  let imported = 0
  for (const { row, person } of found) {
    if (typeof person === 'string') {
      skipped.push({ row: row.row, reason: person })
      lines.push({ row: row.row, cells: cellsOf(row), status: 'skip' })
      continue
    }
    const plan = planStanding(person.id, row, [...knownGroups, ...groups], known(), nameOf)
    for (const reason of plan.doubts) warnings.push({ row: row.row, reason })
    for (const interval of plan.intervals) planned.set(interval.id, interval)
    lines.push({ row: row.row, cells: cellsOf(row), status: touched.has(person.id) ? 'update' : 'new' })
    imported += 1
  }
  const result = { imported, skipped: byRow(skipped), warnings: byRow(warnings) }
  return { groups, intervals: [...planned.values()], result, preview: { ...result, columns, rows: lines } }
}

/** Carries a plan out in one change. */
export function writePosts(ledger: OpenLedger, plan: PostsPlan): void {
  if (plan.groups.length === 0 && plan.intervals.length === 0) return
  ledger.write('导入支委会和党小组', (rows) => {
    for (const group of plan.groups) putPartyGroup(rows, ledger.branchId, group)
    for (const interval of plan.intervals) putInterval(rows, ledger.branchId, interval)
  })
}
