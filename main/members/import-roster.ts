import type { PartyGroup } from '#shared/branch/schema.ts'
import { byRow } from '#shared/files/row-remarks.ts'
import type { ImportPreview, ImportResult } from '#shared/files/schema.ts'
import { newId } from '#shared/kernel/ids.ts'
import { branchNameRemark } from '#shared/members/import/branch-name.ts'
import type { RosterColumn } from '#shared/members/import/columns.ts'
import { type IdNumbers, matchRosterRow, mergedPerson } from '#shared/members/import/match.ts'
import { groupOf, postsOf } from '#shared/members/import/posts-rows.ts'
import type { RosterRow } from '#shared/members/import/roster-rows.ts'
import { newGroups, planStanding } from '#shared/members/import/standing.ts'
import type { MemberInterval, Membership, Person } from '#shared/members/schema.ts'
import { readBranch, selectGroups } from '../branch/read.ts'
import { putPartyGroup } from '../branch/store.ts'
import type { OpenLedger } from '../ledger/open-ledger.ts'
import type { ParsedSheet } from './import-sheets.ts'
import { readRosterHistory } from './read.ts'
import { maskFields, personIdByIdNumber, type SealedFields, sealFields, unsealFields } from './sealed.ts'
import { nextPosition, putInterval, putMembership, putPerson } from './store.ts'

interface MemberWrite {
  readonly person: Person
  readonly membership: Membership | null
  readonly sealed: Partial<SealedFields>
  readonly intervals: readonly MemberInterval[]
}

/** What taking in a roster changes. */
export interface RosterPlan {
  readonly groups: readonly PartyGroup[]
  readonly members: readonly MemberWrite[]
  readonly result: ImportResult
  readonly preview: ImportPreview
}

/** An empty cell says nothing: what is sealed already stays. */
const sealedOf = (row: RosterRow): Partial<SealedFields> =>
  Object.fromEntries(
    (['idNumber', 'mobile', 'phone', 'address'] as const).filter((key) => row[key] !== '').map((key) => [key, row[key]]),
  )

function idNumbers(ledger: OpenLedger): IdNumbers {
  return {
    personWith: (idNumber) => personIdByIdNumber(ledger, idNumber),
    hasOne: (personId) => unsealFields(ledger, personId).idNumber !== '',
  }
}

const shown = { male: '男', female: '女', '': '' } as const

/** A cell of the preview: as it would be taken; sealed fields masked (DOMAIN 7.4). */
function previewCell(row: RosterRow, key: RosterColumn): string {
  const masked = maskFields(row)
  switch (key) {
    case 'number':
    case 'partyState':
    case 'lostContact':
      return ''
    case 'idNumber':
    case 'mobile':
    case 'phone':
    case 'address':
      return masked[key]
    case 'gender':
      return shown[row.gender]
    case 'category':
      return row.category === null ? '' : row.category === 'formalMember' ? '正式党员' : '预备党员'
    case 'isMobile':
      return row.isMobile === null ? '' : row.isMobile ? '是' : '否'
    default:
      return row[key] ?? ''
  }
}

const hiddenColumns: readonly RosterColumn[] = ['number', 'partyState', 'lostContact']

/** Compares a roster with the ledger; writes nothing. */
export function planRoster(ledger: OpenLedger, parsed: ParsedSheet<RosterRow, RosterColumn>): RosterPlan {
  const history = readRosterHistory(ledger)
  const skipped = [...parsed.remarks.skipped]
  const warnings = [...parsed.remarks.warnings]
  const ids = idNumbers(ledger)
  const branchRemark = branchNameRemark(parsed.rows, readBranch(ledger), history.persons.length === 0)
  if (branchRemark) warnings.push(branchRemark)
  const knownGroups = selectGroups(ledger.db)
  const taken = new Map<string, number>()
  const members: MemberWrite[] = []
  const lines: ImportPreview['rows'] = []
  const columns = (Object.keys(parsed.header.columns) as RosterColumn[])
    .filter((key) => !hiddenColumns.includes(key))
    .toSorted((a, b) => (parsed.header.columns[a] ?? 0) - (parsed.header.columns[b] ?? 0))
  const matches = parsed.rows.map((row) => {
    const match = matchRosterRow(row, history.persons, ids)
    const earlier = match.kind === 'update' ? taken.get(match.person.id) : undefined
    if (match.kind === 'update' && earlier === undefined) taken.set(match.person.id, row.row)
    return earlier === undefined
      ? { row, match }
      : { row, match: { kind: 'skip' as const, reason: `与第${earlier}行是名册中的同一人` } }
  })
  const groups = newGroups(
    matches.filter(({ match }) => match.kind !== 'skip').map(({ row }) => groupOf(row.groupName)),
    knownGroups,
  )
  let position = nextPosition(ledger.db)
  const intervals: MemberInterval[] = [...history.intervals]
  const names = new Map(history.persons.map((person) => [person.id, person.name]))
  for (const { row, match } of matches) {
    const cells = columns.map((key) => previewCell(row, key))
    lines.push({ row: row.row, cells, status: match.kind })
    if (match.kind === 'skip') {
      skipped.push({ row: row.row, reason: match.reason })
      continue
    }
    if (match.doubt) warnings.push({ row: row.row, reason: match.doubt })
    const before = match.kind === 'update' ? match.person : undefined
    if (!before && row.category === null && row.fullMemberOn === null && row.joinedOn !== null) {
      warnings.push({ row: row.row, reason: '没有写明人员类别和转正日期，按正式党员录入，请核对' })
    }
    const id = before?.id ?? newId()
    names.set(id, row.name)
    const memberships = history.memberships.filter((membership) => membership.personId === id)
    if (memberships.length > 0 && memberships.every((membership) => membership.validTo !== null)) {
      warnings.push({ row: row.row, reason: '名册中已登记离开本支部，只更新基本信息；转回请在党员管理中登记' })
    }
    const remarks = { skip: () => {}, warn: (at: number, reason: string) => warnings.push({ row: at, reason }), skipped, warnings }
    const standing = planStanding(
      id,
      {
        groupName: groupOf(row.groupName),
        posts: row.partyPost === '' ? [] : postsOf(row.row, row.partyPost, remarks),
        from: null,
        to: null,
        isLeadingCadre: false,
        exemption: '',
      },
      [...knownGroups, ...groups],
      intervals,
      (personId) => names.get(personId) ?? '',
    )
    for (const doubt of standing.doubts) warnings.push({ row: row.row, reason: doubt })
    intervals.push(...standing.intervals)
    members.push({
      person: mergedPerson(row, before, id, position++),
      membership: memberships.length > 0 ? null : { id: newId(), personId: id, validFrom: null, validTo: null, leaveReason: '' },
      sealed: sealedOf(row),
      intervals: standing.intervals,
    })
  }
  const result = { imported: members.length, skipped: byRow(skipped), warnings: byRow(warnings) }
  return {
    groups,
    members,
    result,
    preview: { ...result, columns: columns.map((key) => parsed.header.labels[key] ?? key), rows: lines },
  }
}

/** Carries a plan out in one change. */
export function writeRoster(ledger: OpenLedger, plan: RosterPlan): void {
  if (plan.members.length === 0) return
  ledger.write('导入党员名册', (rows) => {
    for (const group of plan.groups) putPartyGroup(rows, ledger.branchId, group)
    for (const { person, membership, sealed, intervals } of plan.members) {
      putPerson(rows, ledger.branchId, person)
      if (membership) putMembership(rows, ledger.branchId, membership)
      for (const interval of intervals) putInterval(rows, ledger.branchId, interval)
      if (Object.keys(sealed).length > 0) sealFields(ledger, person.id, sealed)
    }
  })
}
