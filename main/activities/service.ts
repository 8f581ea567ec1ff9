import { partAttendance } from '#shared/activities/attendance.ts'
import { checkActivity } from '#shared/activities/check.ts'
import type { Finding, SaveActivity } from '#shared/activities/schema.ts'
import { AppError } from '#shared/kernel/errors.ts'
import { saveAttachmentList } from '../attachments/service.ts'
import { readBranch } from '../branch/read.ts'
import type { Core } from '../core.ts'
import type { OpenLedger } from '../ledger/open-ledger.ts'
import { readRosterHistory } from '../members/read.ts'
import { today } from '../platform/clock.ts'
import { dropDraft } from './drafts.ts'
import { writeActivity } from './save.ts'
import { putActivity, selectActivity } from './store.ts'

/** What the rules say about a record; shown, never a reason to refuse it. */
export function checkInput(core: Core, input: SaveActivity): Finding[] {
  const ledger = core.session.require()
  const history = readRosterHistory(ledger)
  return checkActivity(input, {
    today: today(core.clock),
    settings: readBranch(ledger).settings,
    parts: input.parts.map((part) => partAttendance(history, input.date, part)),
  })
}

function refuseForeignGroup(ledger: OpenLedger, input: SaveActivity): void {
  const groups = new Set(readRosterHistory(ledger).groups.map((group) => group.id))
  const missing = input.parts.find((part) => part.groupId && !groups.has(part.groupId))
  if (missing) throw new AppError('INPUT_INVALID', { field: '党小组', reason: '没有这个党小组' })
}

/**
 * Saves a sitting in one change and drops the draft it came from.
 *
 * @throws AppError NOT_FOUND for an id that is not there, CHANGED_ELSEWHERE when a newer revision is
 */
export function saveActivity(core: Core, input: SaveActivity): { id: string; revision: number; findings: Finding[] } {
  const ledger = core.session.require()
  const findings = checkInput(core, input)
  refuseForeignGroup(ledger, input)
  const before = input.id ? selectActivity(ledger.db, input.id) : undefined
  if (input.id && (!before || before.deletedAt !== null)) throw new AppError('NOT_FOUND', { what: '会议记录' })
  if (before && input.revision !== undefined && input.revision !== before.revision)
    throw new AppError('CHANGED_ELSEWHERE', { what: '会议记录' })
  const history = readRosterHistory(ledger)
  const saved = ledger.write(before ? '修改会议记录' : '保存会议记录', (rows) => {
    const written = writeActivity({ rows, ledger, history }, input, today(core.clock))
    if (input.attachmentIds) saveAttachmentList(ledger, rows, written.id, input.attachmentIds)
    if (input.draftId) dropDraft(ledger, input.draftId)
    return written
  })
  return { ...saved, findings }
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
