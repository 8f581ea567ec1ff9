import { partAttendance } from '#shared/activities/attendance.ts'
import { checkActivity } from '#shared/activities/check.ts'
import { activityStateNames } from '#shared/activities/labels.ts'
import type { ActivityState, Finding, SaveActivity } from '#shared/activities/schema.ts'
import { AppError } from '#shared/kernel/errors.ts'
import type { RosterHistory } from '#shared/members/schema.ts'
import { saveAttachmentList } from '../attachments/service.ts'
import { readBranch } from '../branch/read.ts'
import type { Core } from '../core.ts'
import type { OpenLedger } from '../ledger/open-ledger.ts'
import { readRosterHistory } from '../members/read.ts'
import { today } from '../platform/clock.ts'
import { dropDraft } from './drafts.ts'
import { writeActivity } from './save.ts'
import { putActivity, type StoredActivity, selectActivity } from './store.ts'

/** What the rules say about a record; shown, never a reason to refuse it. */
export function checkInput(core: Core, input: SaveActivity): Finding[] {
  const ledger = core.session.require()
  return findingsOf(core, ledger, readRosterHistory(ledger), input)
}

function findingsOf(core: Core, ledger: OpenLedger, history: RosterHistory, input: SaveActivity): Finding[] {
  return checkActivity(input, {
    today: today(core.clock),
    settings: readBranch(ledger).settings,
    parts: input.parts.map((part) => partAttendance(history, input.date, part)),
  })
}

function refuseForeignGroup(history: RosterHistory, input: SaveActivity): void {
  const groups = new Set(history.groups.map((group) => group.id))
  const missing = input.parts.find((part) => part.groupId && !groups.has(part.groupId))
  if (missing) throw new AppError('INPUT_INVALID', { field: '党小组', reason: '没有这个党小组' })
}

/**
 * Saves a sitting in one change and drops the draft it came from.
 *
 * @throws AppError NOT_FOUND for an id that is not there, CHANGED_ELSEWHERE when a newer revision is, REASON_REQUIRED for a
 *   change after 定稿 that gives none
 */
export function saveActivity(core: Core, input: SaveActivity): { id: string; revision: number; findings: Finding[] } {
  const ledger = core.session.require()
  const history = readRosterHistory(ledger)
  const findings = findingsOf(core, ledger, history, input)
  refuseForeignGroup(history, input)
  const before = input.id ? selectActivity(ledger.db, input.id) : undefined
  if (input.id && (!before || before.deletedAt !== null)) throw new AppError('NOT_FOUND', { what: '会议记录' })
  if (before && input.revision !== undefined && input.revision !== before.revision)
    throw new AppError('CHANGED_ELSEWHERE', { what: '会议记录' })
  const reason = input.changeReason?.trim() ?? ''
  if (before?.finalizedAt && reason === '') throw new AppError('REASON_REQUIRED', { title: input.parts[0]?.title })
  const what = before ? `修改会议记录${reason === '' ? '' : `：${reason}`}` : '保存会议记录'
  const saved = ledger.write(what, (rows) => {
    const written = writeActivity({ rows, ledger, history }, input, today(core.clock))
    if (input.attachmentIds) saveAttachmentList(ledger, rows, written.id, input.attachmentIds)
    if (input.draftId) dropDraft(ledger, input.draftId)
    return written
  })
  return { ...saved, findings }
}

/** The sitting as a caller has read it. @throws AppError NOT_FOUND, CHANGED_ELSEWHERE */
function selectUnchanged(ledger: OpenLedger, id: string, revision: number): StoredActivity {
  const stored = selectActivity(ledger.db, id)
  if (!stored || stored.deletedAt !== null) throw new AppError('NOT_FOUND', { what: '会议记录' })
  if (stored.revision !== revision) throw new AppError('CHANGED_ELSEWHERE', { what: '会议记录' })
  return stored
}

/**
 * 定稿: from now on a change needs a reason (PRACTICE §2). What the rules find is no obstacle; finalizing again changes nothing.
 *
 * @throws AppError NOT_FOUND, CHANGED_ELSEWHERE; INPUT_INVALID for a meeting that is not recorded yet
 */
export function finalizeActivity(core: Core, id: string, revision: number): { revision: number; finalizedAt: string } {
  const ledger = core.session.require()
  const stored = selectUnchanged(ledger, id, revision)
  if (stored.finalizedAt) return { revision, finalizedAt: stored.finalizedAt }
  if (stored.state !== 'toSign' && stored.state !== 'signed') {
    throw new AppError('INPUT_INVALID', { field: '定稿', reason: '会议还没有记录，不能定稿' })
  }
  const next = { ...stored, revision: revision + 1, finalizedAt: core.clock.now().toISOString() }
  ledger.write('定稿', (rows) => putActivity(rows, ledger.branchId, next))
  return { revision: next.revision, finalizedAt: next.finalizedAt }
}

/** Moves a sitting on: 计划 → 待记录 → 待签字 → 已签字, or back. @throws AppError NOT_FOUND, CHANGED_ELSEWHERE */
export function setActivityState(core: Core, id: string, revision: number, state: ActivityState): { revision: number } {
  const ledger = core.session.require()
  const stored = selectUnchanged(ledger, id, revision)
  if (stored.state === state) return { revision }
  ledger.write(`改为${activityStateNames[state]}`, (rows) =>
    putActivity(rows, ledger.branchId, { ...stored, state, revision: revision + 1 }),
  )
  return { revision: revision + 1 }
}

/** Puts a sitting into the bin, or takes it out again; nothing is erased. @throws AppError NOT_FOUND */
export function setInBin(core: Core, id: string, inBin: boolean): void {
  const ledger = core.session.require()
  const stored = selectActivity(ledger.db, id)
  if (!stored) throw new AppError('NOT_FOUND', { what: '会议记录' })
  const deletedAt = inBin ? core.clock.now().toISOString() : null
  ledger.write(inBin ? '放入回收站' : '从回收站取回', (rows) =>
    putActivity(rows, ledger.branchId, { ...stored, revision: stored.revision + 1, deletedAt }),
  )
}
