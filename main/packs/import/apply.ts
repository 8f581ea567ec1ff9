import type { RecordLine } from '#shared/packs/records.ts'
import { takeOverActivity } from '../../activities/take-over.ts'
import { takeOverAttachment } from '../../attachments/take-over.ts'
import { takeOverBranch, takeOverGroup } from '../../branch/take-over.ts'
import { takeOverDossier } from '../../dossier/take-over.ts'
import { adoptChain } from '../../ledger/history-chains.ts'
import type { OpenLedger } from '../../ledger/open-ledger.ts'
import type { RowWriter } from '../../ledger/rows.ts'
import { takeOverInterval, takeOverMembership, takeOverPerson } from '../../members/take-over.ts'
import { takeOverExplanation, takeOverOverride } from '../../obligations/take-over.ts'
import { takeOverAssessment, takeOverScheme } from '../../rating/take-over.ts'
import { takeOverTable } from '../../reference/take-over.ts'
import type { Compared, Comparison } from './compare.ts'
import { removeRival, selectSettingsRows } from './store.ts'

type Row = Compared['line']

/** Rows before those that point at them. */
const order: readonly Row['kind'][] = [
  'branch',
  'group',
  'person',
  'membership',
  'interval',
  'activity',
  'dossier',
  'attachment',
  'explanation',
  'override',
  'table',
  'ratingScheme',
  'assessment',
]

/** An empty ledger gives up the branch it was made with and becomes the pack's. */
function takeIdentity(ledger: OpenLedger, rows: RowWriter, branch: Extract<Row, { kind: 'branch' }>): void {
  const old = ledger.branchId
  takeOverBranch(rows, branch)
  for (const { table, row } of selectSettingsRows(rows.db)) rows.put(table, { ...row, branch_id: branch.id })
  rows.remove('branch', old)
}

function putRow(rows: RowWriter, line: Row, rivalId: string | null): void {
  const { branchId } = line
  if (line.kind === 'branch') takeOverBranch(rows, line)
  else if (line.kind === 'group') takeOverGroup(rows, branchId, line)
  else if (line.kind === 'person') takeOverPerson(rows, branchId, line)
  else if (line.kind === 'membership') takeOverMembership(rows, branchId, line)
  else if (line.kind === 'interval') takeOverInterval(rows, branchId, { ...line, kind: line.intervalKind })
  else if (line.kind === 'activity') {
    const { kind: _kind, branchId: _branch, ...activity } = line
    takeOverActivity(rows, branchId, { ...activity, deletedAt: line.deletedAt ?? null })
  } else if (line.kind === 'dossier') {
    const { dossierKind: kind, branchId: _branch, ...dossier } = line
    takeOverDossier(rows, branchId, { ...dossier, kind, deletedAt: line.deletedAt ?? null })
  } else if (line.kind === 'attachment') takeOverAttachment(rows, branchId, line)
  else if (line.kind === 'explanation') {
    removeRival(rows, 'explanation', rivalId)
    takeOverExplanation(rows, branchId, line)
  } else if (line.kind === 'override') {
    removeRival(rows, 'rule_override', rivalId)
    takeOverOverride(rows, branchId, line)
  } else if (line.kind === 'ratingScheme') takeOverScheme(rows, branchId, line)
  else if (line.kind === 'assessment') {
    removeRival(rows, 'assessment', rivalId)
    takeOverAssessment(rows, branchId, line)
  } else takeOverTable(rows, branchId, { ...line, kind: line.table })
}

/**
 * Writes the chosen rows of a pack in one transaction, with the chains of history it brings. Answers the devices whose chain
 * differs from the one here and was left out.
 *
 * @param alsoWrite what enters in the same transaction, after the rows
 */
export async function applyPack(
  ledger: OpenLedger,
  lines: readonly RecordLine[],
  comparison: Comparison,
  chosen: readonly Compared[],
  alsoWrite: (rows: RowWriter) => void = () => {},
): Promise<string[]> {
  const chains = Map.groupBy(
    lines.filter((line) => line.kind === 'history'),
    ({ deviceId }) => deviceId,
  )
  return await ledger.writeLarge('导入材料包', (rows) => {
    // Before this import writes its own entries: a chain of this very device goes on where the pack's ends.
    const refused = [...chains]
      .filter(
        ([, links]) =>
          !adoptChain(
            rows.db,
            links.toSorted((a, b) => a.seq - b.seq),
          ),
      )
      .map(([device]) => device)
    const branch = chosen.find(({ line }) => line.kind === 'branch')?.line
    if (comparison.takesIdentity && branch?.kind === 'branch') takeIdentity(ledger, rows, branch)
    for (const kind of order) {
      for (const { line, rivalId } of chosen) {
        if (line.kind === kind && !(kind === 'branch' && comparison.takesIdentity)) putRow(rows, line, rivalId)
      }
    }
    alsoWrite(rows)
    return refused
  })
}
