import type { Progress } from '#shared/kernel/contract.ts'
import type { PackChoice, PackPlan, PackResult } from '#shared/packs/schema.ts'
import type { Core } from '../core.ts'
import { readYearEvidence } from '../rating/read.ts'
import { logAccess } from '../sealed/text.ts'
import type { BagEntry } from './bag/bag-plan.ts'
import type { BagForm } from './bag/workplace.ts'
import { writeBag } from './bag/write.ts'
import { gatherYear } from './evidence/gather.ts'
import { type EvidencePlan, planEvidence } from './evidence/plan.ts'
import { planExchange } from './exchange/plan.ts'
import { sealedEntries } from './exchange/sealed.ts'
import { maxFileOctets } from './file-limit.ts'

function planOf(core: Core, { kind, year, layout, exclude }: PackChoice, sealed: readonly BagEntry[] | null = null): EvidencePlan {
  const ledger = core.session.require()
  if (kind === 'exchange') return planExchange(core, sealed)
  const excluded = new Set(exclude)
  const evidence = layout === 'indicator' ? readYearEvidence(core, year) : null
  return planEvidence(core, gatherYear(ledger, year, core.clock, excluded), evidence, excluded)
}

/** What a pack would hold. @throws AppError LEDGER_NOT_OPEN, PACK_NOTHING */
export function previewPack(core: Core, choice: PackChoice): PackPlan {
  return planOf(core, choice).preview
}

export interface ExportOptions extends PackChoice {
  readonly form: BagForm
  /** Exchange packs: what is sealed goes along, encrypted under it. */
  readonly passphrase?: string | undefined
  /** Folder in which the pack is made; it must exist. */
  readonly targetPath: string
  readonly signal?: AbortSignal
  /** Phases `write` and `readBack`, both in octets. */
  readonly onProgress?: (progress: Progress) => void
}

/**
 * Writes a pack: the evidence of a year, or everything for another computer. The ledger is read once, synchronously, before the
 * first octet is written.
 *
 * @throws AppError LEDGER_NOT_OPEN, PACK_NOTHING, PRINT_FAILED and those of `writeBag`
 */
export async function exportPack(
  core: Core,
  { year, kind, layout, exclude, passphrase, ...options }: ExportOptions,
): Promise<PackResult> {
  const ledger = core.session.require()
  const isSealed = kind === 'exchange' && passphrase !== undefined
  const sealed = isSealed ? await sealedEntries(ledger, passphrase) : null
  if (isSealed) logAccess(ledger, { at: core.clock.now(), what: '导出移交包，含不公开的内容', ownerId: '' })
  const { bag } = planOf(core, { year, kind, layout, exclude }, sealed)
  const limit = await maxFileOctets(options.targetPath, core.targets)
  return {
    ...(await writeBag(bag, { ...options, ...(limit === null ? {} : { maxFileOctets: limit }), owner: ledger.deviceId })),
    form: options.form,
  }
}
