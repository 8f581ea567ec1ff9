import type { z } from 'zod'
import { type BranchProfile, branchSettingsSchema, type branchUpdateSchema } from '#shared/branch/schema.ts'
import { newId } from '#shared/kernel/ids.ts'
import { nfc } from '#shared/kernel/text.ts'
import type { OpenLedger } from '../ledger/open-ledger.ts'
import { readBranch } from './read.ts'
import { putBranch } from './store.ts'

/** 中共…党支部委员会 for a short name: the proposal for outgoing papers, editable in the settings. */
function fullNameOf(shortName: string): string {
  const named = shortName.startsWith('中共') ? shortName : `中共${shortName}`
  return named.endsWith('委员会') ? named : `${named}委员会`
}

/** Makes the branch of a new ledger; its identity never changes (DESIGN §4). */
export function createBranch(ledger: OpenLedger, shortName: string, isSample: boolean): BranchProfile {
  const name = nfc(shortName).trim()
  const branch: BranchProfile = {
    id: newId(),
    fullName: fullNameOf(name),
    shortName: name,
    superiorName: '',
    isSample,
    settings: branchSettingsSchema.parse({}),
  }
  ledger.write('建立党支部', (rows) => putBranch(rows, branch))
  return branch
}

/** Changes names and settings. */
export function updateBranch(ledger: OpenLedger, update: z.infer<typeof branchUpdateSchema>): BranchProfile {
  const branch = { ...readBranch(ledger), ...update }
  ledger.write('修改支部信息', (rows) => putBranch(rows, branch))
  return branch
}
