import type { DocumentFormat } from '#shared/documents/contract.ts'
import { countDifferences } from '#shared/handover/differences.ts'
import { handoverDocument } from '#shared/handover/document.ts'
import {
  type HandoverPeople,
  type HandoverState,
  type HandoverStep,
  type HandoverView,
  handoverStateSchema,
  noHandover,
} from '#shared/handover/schema.ts'
import { AppError } from '#shared/kernel/errors.ts'
import type { BackupResult } from '#shared/ledger/backup-schema.ts'
import { readBranch } from '../branch/read.ts'
import type { Core } from '../core.ts'
import { makeDocument } from '../documents/service.ts'
import { makeBackup } from '../ledger/backup/make.ts'
import type { OpenLedger } from '../ledger/open-ledger.ts'
import { today } from '../platform/clock.ts'
import type { TaskControl } from '../platform/tasks/task-events.ts'
import { selectSlots } from '../sealed/slots.ts'
import { readFacts } from './facts.ts'
import { putState, selectHash, selectState } from './store.ts'

function readState(ledger: OpenLedger): HandoverState {
  const value = selectState(ledger.db)
  return value === null ? noHandover : handoverStateSchema.parse(JSON.parse(value))
}

const keep = (ledger: OpenLedger, state: HandoverState) => putState(ledger.db, JSON.stringify(state))
const lockedSince = (ledger: OpenLedger) => selectSlots(ledger.db)[0]?.setAt ?? null

/** How far it is, and whether this ledger is still what the list said. */
export function viewHandover(core: Core): HandoverView {
  const ledger = core.session.require()
  const state = readState(ledger)
  const facts = readFacts(ledger)
  const { copied } = state
  const differences = copied ? countDifferences(copied.facts, facts) : []
  if (copied && copied.facts.head.seq > 0) {
    const { deviceId, seq, hash } = copied.facts.head
    if (selectHash(ledger.db, deviceId, seq) !== hash) differences.push('修改记录与移交清单上的校验值对不上')
  }
  const since = lockedSince(ledger)
  return {
    state,
    facts,
    differences,
    hasPassphrase: since !== null,
    isPassphraseNew: since !== null && since !== copied?.lockedSince,
  }
}

export function beginHandover(core: Core, people: HandoverPeople): HandoverView {
  keep(core.session.require(), { ...noHandover, step: 'copy', people })
  return viewHandover(core)
}

/**
 * Copies everything to `outside`. The state is written first, so that the copy opens at the step of who takes over; it is
 * taken back when the copying fails.
 *
 * @throws AppError as `makeBackup`; INPUT_INVALID before it was begun
 */
export async function copyForHandover(core: Core, outside: string, control: TaskControl): Promise<BackupResult> {
  const ledger = core.session.require()
  const before = readState(ledger)
  if (before.step === 'prepare') throw new AppError('INPUT_INVALID', { field: '移交', reason: '请先填写移交人和接收人。' })
  const { clock, programVersion } = core
  const copied = { at: clock.now().toISOString(), path: outside, facts: readFacts(ledger), lockedSince: lockedSince(ledger) }
  keep(ledger, { ...before, step: 'open', copied, doneAt: null })
  try {
    const result = await makeBackup(ledger, { reason: 'manual', clock, programVersion, outside, control })
    keep(ledger, { ...before, step: 'open', copied: { ...copied, path: result.path }, doneAt: null })
    return result
  } catch (error) {
    keep(ledger, before)
    throw error
  }
}

const next: Record<'open' | 'sign' | 'passphrase', HandoverStep> = { open: 'sign', sign: 'passphrase', passphrase: 'done' }

/** Goes on from `from`; does nothing when it has gone on already. @throws AppError INPUT_INVALID while the old passphrase is good */
export function advanceHandover(core: Core, from: keyof typeof next): HandoverView {
  const ledger = core.session.require()
  const state = readState(ledger)
  if (state.step !== from) return viewHandover(core)
  if (from === 'passphrase' && state.copied?.lockedSince !== null && !viewHandover(core).isPassphraseNew)
    throw new AppError('INPUT_INVALID', { field: '口令', reason: '旧口令还能打开。请接收人先更换口令，再办结。' })
  const isDone = next[from] === 'done'
  keep(ledger, { ...state, step: next[from], doneAt: isDone ? core.clock.now().toISOString() : null })
  return viewHandover(core)
}

export function cancelHandover(core: Core): HandoverView {
  putState(core.session.require().db, null)
  return viewHandover(core)
}

/** 移交清单 in the outbox: as it was when the copy was made, before that as it is now. @throws AppError BROWSER_NOT_FOUND, PRINT_FAILED for PDF */
export function makeHandoverList(core: Core, format: DocumentFormat, signal?: AbortSignal) {
  const ledger = core.session.require()
  const { people, copied } = readState(ledger)
  const model = handoverDocument({
    branch: readBranch(ledger),
    date: today(core.clock),
    facts: copied?.facts ?? readFacts(ledger),
    people,
    path: copied?.path ?? '',
  })
  return makeDocument(core, model, { style: 'official', fonts: 'office', format, ...(signal ? { signal } : {}) })
}
