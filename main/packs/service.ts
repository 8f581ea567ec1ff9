import { z } from 'zod'
import type { Progress } from '#shared/kernel/contract.ts'
import { AppError } from '#shared/kernel/errors.ts'
import { type PackChoice, type PackPlan, type PackResult, packChoiceSchema } from '#shared/packs/schema.ts'
import type { Core } from '../core.ts'
import { type Clock, clockAt, today } from '../platform/clock.ts'
import { readYearEvidence } from '../rating/read.ts'
import { logAccess } from '../sealed/text.ts'
import type { BagEntry } from './bag/bag-plan.ts'
import { continuableMark } from './bag/leftovers.ts'
import { planFingerprint } from './bag/marker.ts'
import { type BagForm, workSuffix } from './bag/workplace.ts'
import { writeBag } from './bag/write.ts'
import { gatherYear } from './evidence/gather.ts'
import { type EvidencePlan, planEvidence } from './evidence/plan.ts'
import { planExchange } from './exchange/plan.ts'
import { sealedEntries } from './exchange/sealed.ts'
import { maxFileOctets } from './file-limit.ts'

/** What an export was asked for, as the marker of its unfinished folder keeps it. */
const jobSchema = packChoiceSchema.extend({
  /** The day whose state of things the pack shows. */
  madeOn: z.iso.date(),
})

/** @param clock of the day that stands in the pack */
function planOf(
  core: Core,
  { kind, year, layout, exclude }: PackChoice,
  clock: Clock = core.clock,
  sealed: readonly BagEntry[] | null = null,
): EvidencePlan {
  const ledger = core.session.require()
  const then = { ...core, clock }
  if (kind === 'exchange') return planExchange(then, sealed)
  const evidence = layout === 'indicator' ? readYearEvidence(then, year) : null
  return planEvidence(then, gatherYear(ledger, year, clock, new Set(exclude)), evidence)
}

/** What a pack would hold. @throws AppError LEDGER_NOT_OPEN, PACK_NOTHING */
export function previewPack(core: Core, { isSealed = false, ...choice }: PackChoice & { readonly isSealed?: boolean }): PackPlan {
  return planOf(core, choice, core.clock, isSealed ? [] : null).preview
}

interface TaskOptions {
  /** Folder in which the pack is made; it must exist. */
  readonly targetPath: string
  readonly signal?: AbortSignal
  /** Phases `write` and `readBack`, both in octets. */
  readonly onProgress?: (progress: Progress) => void
}

export interface ExportOptions extends PackChoice, TaskOptions {
  readonly form: BagForm
  /** Exchange packs: what is sealed goes along, encrypted under it. */
  readonly passphrase?: string | undefined
}

/**
 * Writes a pack: the evidence of a year, or everything for another computer. The ledger is read once, synchronously, before the
 * first octet is written.
 *
 * @throws AppError LEDGER_NOT_OPEN, PACK_NOTHING, PRINT_FAILED and those of `writeBag`
 */
export async function exportPack(
  core: Core,
  { year, kind, layout, exclude, form, passphrase, ...task }: ExportOptions,
): Promise<PackResult> {
  const ledger = core.session.require()
  const choice = { year, kind, layout, exclude }
  const isSealed = kind === 'exchange' && passphrase !== undefined
  const sealed = isSealed ? await sealedEntries(ledger, passphrase) : null
  if (isSealed) logAccess(ledger, { at: core.clock.now(), what: '导出移交包，含不公开的内容', ownerId: '' })
  const { bag } = planOf(core, choice, core.clock, sealed)
  // What is sealed cannot be gone on with: the passphrase stands nowhere.
  const job = isSealed ? null : { ...choice, madeOn: today(core.clock) }
  const limit = await maxFileOctets(task.targetPath, core.targets)
  const options = { ...task, form, job, owner: ledger.deviceId, ...(limit === null ? {} : { maxFileOctets: limit }) }
  return { ...(await writeBag(bag, options)), form }
}

/**
 * Completes an export that was interrupted: what had been copied is read again and kept, papers are made anew. The pack shows the
 * day on which it was begun.
 *
 * @param name of the unfinished folder, as `findLeftovers` gives it
 * @throws AppError NOT_FOUND, PACK_CHANGED when the records are no longer those it was begun with, and those of `exportPack`
 */
export async function continuePack(core: Core, { name, ...task }: TaskOptions & { readonly name: string }): Promise<PackResult> {
  const owner = core.session.require().deviceId
  const mark = await continuableMark(task.targetPath, name, owner)
  const job = jobSchema.safeParse(mark.job)
  if (!job.success) throw new AppError('PACK_CHANGED', { name: mark.name })
  const { madeOn, ...choice } = job.data
  const { bag } = planOf(core, choice, clockAt(new Date(`${madeOn}T12:00:00`)))
  if (planFingerprint(bag) !== mark.plan) throw new AppError('PACK_CHANGED', { name: mark.name })
  const continues = name.slice(0, -workSuffix.length)
  return { ...(await writeBag(bag, { ...task, owner, continues })), form: 'folder' }
}
