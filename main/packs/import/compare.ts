import { AppError } from '#shared/kernel/errors.ts'
import type { PackDifference } from '#shared/packs/import-schema.ts'
import { canonicalJson, type RecordLine } from '#shared/packs/records.ts'
import { readEveryAttachment } from '../../attachments/read.ts'
import type { OpenLedger } from '../../ledger/open-ledger.ts'
import { ledgerLines } from '../exchange/lines.ts'
import { checkReferences, idsOf } from './check-lines.ts'
import type { ReadPack } from './read-pack.ts'
import { isEmptyLedger, type OwnedTable, selectOwners, selectSitting } from './store.ts'
import { rowTitle } from './titles.ts'

/** Where the rows of a kind lie, for who owns an id. */
const tableOf: Partial<Record<RecordLine['kind'], OwnedTable>> = {
  group: 'party_group',
  person: 'person',
  membership: 'membership',
  interval: 'member_interval',
  activity: 'activity',
  dossier: 'dossier',
  attachment: 'attachment',
  explanation: 'explanation',
  override: 'rule_override',
  table: 'reference_table',
  ratingScheme: 'rating_scheme',
  assessment: 'assessment',
}

/** One row of a pack against the ledger. `rivalId`: the ledger says the same thing under another id. */
export interface Compared {
  readonly line: Exclude<RecordLine, { kind: 'history' }>
  readonly state: 'new' | 'changed' | 'older' | 'same'
  readonly rivalId: string | null
  readonly mine: number | null
}

export interface Comparison {
  readonly takesIdentity: boolean
  readonly rows: readonly Compared[]
}

const keyOf = ({ kind, id }: { kind: string; id: string }) => `${kind}:${id}`

/** Nothing and an empty field are the same; what is computed from other rows is left out. */
function stripped(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(stripped)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, item]) => item !== null && item !== undefined)
      .map(([key, item]) => [key, stripped(item)]),
  )
}

function comparable(line: RecordLine): string {
  if (line.kind === 'attachment') return canonicalJson(stripped({ ...line, path: null }))
  if (line.kind === 'dossier') return canonicalJson(stripped({ ...line, isLate: false, hasSealed: false, attachments: [] }))
  if (line.kind !== 'activity') return canonicalJson(stripped(line))
  const parts = line.parts.map((part) => ({ ...part, groupName: '', absentees: [] }))
  return canonicalJson(stripped({ ...line, isLate: false, attachments: [], parts }))
}

/** Rows that can lie in the bin, and that count their changes. */
const hasBin = (line: RecordLine) => line.kind === 'activity' || line.kind === 'dossier'
const revisionOf = (line: RecordLine): number | null => (hasBin(line) || line.kind === 'assessment' ? line.revision : null)

/** What makes two rows rivals for one place; null: only the id counts. */
function placeOf(line: RecordLine): string | null {
  if (line.kind === 'explanation') return `explanation ${line.ruleId} ${line.scopeId} ${line.period}`
  if (line.kind === 'assessment') return `assessment ${line.year}`
  return line.kind === 'override' ? `override ${line.year} ${line.ruleId}` : null
}

/** An id that another branch, another kind of row or another sitting owns refuses the pack. */
function checkOwners({ db }: OpenLedger, line: RecordLine, branchId: string): void {
  const refuse = (): never => {
    throw new AppError('PACK_REFUSED', { file: keyOf(line), reason: '标识已被数据文件夹里别的内容使用' })
  }
  const main = tableOf[line.kind]
  for (const id of idsOf(line)) {
    for (const owner of selectOwners(db, id)) {
      const isInner = owner.table === 'part' || owner.table === 'resolution'
      if (owner.branchId !== branchId) refuse()
      if (id === line.id ? owner.table !== main : !isInner || selectSitting(db, id) !== line.id) refuse()
    }
  }
}

/**
 * Compares a pack with the ledger it is to enter. @throws AppError PACK_OTHER_BRANCH, PACK_REFUSED
 */
export function comparePack(ledger: OpenLedger, pack: ReadPack): Comparison {
  const takesIdentity = ledger.branchId !== pack.branchId && isEmptyLedger(ledger.db)
  if (ledger.branchId !== pack.branchId && !takesIdentity) {
    const branch = pack.lines.find((line) => line.kind === 'branch')
    throw new AppError('PACK_OTHER_BRANCH', { name: branch?.kind === 'branch' ? branch.fullName : '' })
  }
  const own = takesIdentity ? [] : ledgerLines(ledger, false)
  const mine = new Map(own.map((line) => [keyOf(line), line]))
  const places = new Map(own.flatMap((line) => (placeOf(line) === null ? [] : [[placeOf(line), line.id] as const])))
  checkReferences(pack.lines, (table, id) => selectOwners(ledger.db, id).some((owner) => owner.table === table && !takesIdentity))
  const sealed = new Set(readEveryAttachment(ledger).flatMap(({ id, isSealed }) => (isSealed ? [id] : [])))
  const rows = pack.lines.flatMap((line): Compared[] => {
    if (line.kind === 'history') return []
    // Sealed here after the pack was made: a pack never opens it again.
    if (line.kind === 'attachment' && sealed.has(line.id)) return []
    if (line.kind !== 'branch') checkOwners(ledger, line, pack.branchId)
    const before = mine.get(keyOf(line))
    const rival = places.get(placeOf(line)) ?? null
    const rivalId = rival === line.id ? null : rival
    const revision = before ? revisionOf(before) : null
    if (!before) return [{ line, state: rivalId === null ? 'new' : 'changed', rivalId, mine: null }]
    // Evidence packs do not say whether a sitting lies in the bin; one that does here stays there.
    const theirs = pack.kind === 'evidence' && hasBin(line) && hasBin(before) ? { ...line, deletedAt: before.deletedAt } : line
    if (comparable(before) === comparable(theirs)) return [{ line: theirs, state: 'same', rivalId, mine: revision }]
    const isOlder = revision !== null && (revisionOf(theirs) ?? revision) < revision
    return [{ line: theirs, state: isOlder ? 'older' : 'changed', rivalId, mine: revision }]
  })
  return { takesIdentity, rows }
}

/** A differing row as the screen shows it. */
export function differenceOf({ line, state, mine }: Compared): PackDifference {
  return {
    key: keyOf(line),
    kind: line.kind,
    title: rowTitle(line),
    mine,
    theirs: revisionOf(line),
    isOlder: state === 'older',
  }
}

export const differenceKey = ({ line }: Compared) => keyOf(line)
