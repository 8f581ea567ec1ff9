import type { BranchProfile } from '../../branch/schema.ts'
import type { RowRemark } from '../../files/schema.ts'
import type { RosterRow } from './roster-rows.ts'

/** Without what offices put around a branch's own name: 中共…支部委员会, 党支部. */
const core = (name: string) =>
  name
    .replace(/[\s（）()]/g, '')
    .replace(/^中共/, '')
    .replace(/委员会$/, '')
    .replace(/党支部$/, '支部')

function isSameBranch(a: string, b: string): boolean {
  const [x, y] = [core(a), core(b)]
  return x !== '' && y !== '' && (x.endsWith(y) || y.endsWith(x))
}

/**
 * One remark when a sheet names a branch that is not the ledger's. On the first import a sheet that names one branch
 * throughout says nothing: then the name in the profile is as new as the sheet, and often shorter.
 */
export function branchNameRemark(
  rows: readonly Pick<RosterRow, 'row' | 'branchName'>[],
  branch: Pick<BranchProfile, 'fullName' | 'shortName'>,
  isFirstImport: boolean,
): RowRemark | null {
  const named = rows.filter((row) => row.branchName !== '')
  if (isFirstImport && new Set(named.map((row) => core(row.branchName))).size <= 1) return null
  const others = named.filter(
    (row) => !isSameBranch(row.branchName, branch.shortName) && !isSameBranch(row.branchName, branch.fullName),
  )
  const [first] = others
  if (!first) return null
  return {
    row: first.row,
    reason: `有${others.length}行的所在党支部是“${first.branchName}”等，与本支部“${branch.shortName}”不同，请核对`,
  }
}
