import type { Progress } from '#shared/kernel/contract.ts'
import type { PackPlan, PackResult } from '#shared/packs/schema.ts'
import type { Core } from '../core.ts'
import { writeBag } from './bag/write.ts'
import { gatherYear } from './evidence/gather.ts'
import { planEvidence } from './evidence/plan.ts'

/** What the evidence pack of a year would hold. @throws AppError LEDGER_NOT_OPEN, PACK_NOTHING */
export function previewPack(core: Core, year: number): PackPlan {
  return planEvidence(core, gatherYear(core.session.require(), year, core.clock)).preview
}

export interface ExportOptions {
  readonly year: number
  /** Folder in which the pack is made; it must exist. */
  readonly targetPath: string
  readonly signal?: AbortSignal
  /** Phases `write` and `readBack`, both in octets. */
  readonly onProgress?: (progress: Progress) => void
}

/**
 * Writes the evidence pack of a year. The ledger is read once, synchronously, before the first octet is written.
 *
 * @throws AppError LEDGER_NOT_OPEN, PACK_NOTHING, PRINT_FAILED and those of `writeBag`
 */
export async function exportPack(core: Core, { year, ...options }: ExportOptions): Promise<PackResult> {
  const ledger = core.session.require()
  const { bag } = planEvidence(core, gatherYear(ledger, year, core.clock))
  const { path, files, octets, tagManifestSha256, isReadPastCache } = await writeBag(bag, { ...options, owner: ledger.deviceId })
  return { path, files, octets, tagManifestSha256, isReadPastCache }
}
