import { existsSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '#shared/kernel/errors.ts'
import { newId } from '#shared/kernel/ids.ts'
import type { CheckFinding, RepairResult } from '#shared/ledger/check-schema.ts'
import type { Core } from '../../core.ts'
import type { TaskControl } from '../../platform/tasks/task-events.ts'
import { rebuildIndex } from '../../search/rebuild.ts'
import { contentPath, copyContent } from '../backup/contents.ts'
import { makeBackup } from '../backup/make.ts'
import { ringAttachments } from '../backup/places.ts'
import { checkLedger } from './check.ts'

/** Brings an attachment back from the backups; what lies in its place is kept beside it until the right one is there. */
async function bringBack(directory: string, sha256: string, signal: AbortSignal): Promise<void> {
  const root = join(directory, 'attachments')
  const file = contentPath(root, sha256)
  const aside = `${file}.changed-${newId()}`
  const wasThere = existsSync(file)
  if (wasThere) renameSync(file, aside)
  const isBack = await copyContent(ringAttachments(directory), root, sha256, signal)
  if (!isBack && wasThere) renameSync(aside, file)
  else if (isBack) rmSync(aside, { force: true })
}

async function repairOne(core: Core, finding: CheckFinding, control: TaskControl): Promise<void> {
  const ledger = core.session.require()
  if (finding.part === 'attachments') await bringBack(ledger.directory, finding.id, control.signal)
  else if (finding.part === 'search') await rebuildIndex(ledger, control)
}

/**
 * Repairs what can be repaired without guessing (attachments from the backups, the search index), after a backup, and
 * checks again.
 *
 * @throws AppError those of `makeBackup`, CANCELLED
 */
export async function repairLedger(core: Core, control: TaskControl): Promise<RepairResult> {
  const before = await checkLedger(core, control)
  const repairable = before.findings.filter(({ isRepairable }) => isRepairable)
  if (repairable.length === 0) return { repaired: [], result: before }
  const { clock, programVersion } = core
  await makeBackup(core.session.require(), { reason: 'repair', clock, programVersion, control })
  for (const finding of repairable) {
    if (control.signal.aborted) throw new AppError('CANCELLED')
    await repairOne(core, finding, control)
  }
  const result = await checkLedger(core, control)
  const left = new Set(result.findings.map(({ text }) => text))
  return { repaired: repairable.map(({ text }) => text).filter((text) => !left.has(text)), result }
}
