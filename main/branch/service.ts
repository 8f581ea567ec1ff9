import type { z } from 'zod'
import { branchNames } from '#shared/branch/names.ts'
import {
  type BranchProfile,
  branchSettingsSchema,
  type branchUpdateSchema,
  type PartyGroup,
  type SavePartyGroup,
} from '#shared/branch/schema.ts'
import { AppError } from '#shared/kernel/errors.ts'
import { newId } from '#shared/kernel/ids.ts'
import { nfc } from '#shared/kernel/text.ts'
import type { OpenLedger } from '../ledger/open-ledger.ts'
import { readBranch, selectGroups } from './read.ts'
import { putBranch, putPartyGroup } from './store.ts'

/** Makes the branch of a new ledger; its identity never changes (DESIGN §4). @param name the short name or the whole one */
export function createBranch(ledger: OpenLedger, name: string, isSample: boolean): BranchProfile {
  const branch: BranchProfile = {
    id: newId(),
    ...branchNames(nfc(name).trim()),
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

/**
 * Makes a group or changes one.
 *
 * @throws AppError NOT_FOUND; INPUT_INVALID when another group of that time has the name, or the end lies before the beginning
 */
export function saveGroup(ledger: OpenLedger, input: SavePartyGroup): PartyGroup {
  const groups = selectGroups(ledger.db)
  const before = groups.find((group) => group.id === input.id)
  if (input.id && !before) throw new AppError('NOT_FOUND', { what: '党小组' })
  const name = nfc(input.name).trim()
  const others = groups.filter((group) => group.id !== before?.id)
  const sameName = others.some((group) => group.name === name && group.validTo === null && input.validTo === null)
  if (name === '' || sameName) {
    throw new AppError('INPUT_INVALID', { field: '党小组名称', reason: name === '' ? '请填写名称' : '已有同名的党小组' })
  }
  if (input.validFrom !== null && input.validTo !== null && input.validTo < input.validFrom.slice(0, input.validTo.length)) {
    throw new AppError('INPUT_INVALID', { field: '党小组', reason: '结束日期早于开始日期' })
  }
  const group: PartyGroup = {
    id: before?.id ?? newId(),
    name,
    position: before?.position ?? Math.max(0, ...groups.map(({ position }) => position)) + 1,
    validFrom: input.validFrom,
    validTo: input.validTo,
  }
  ledger.write(before ? '修改党小组' : '设立党小组', (rows) => putPartyGroup(rows, ledger.branchId, group))
  return group
}
