import { proposedYear } from '#shared/dossier/for-year.ts'
import { dossierKind } from '#shared/dossier/kinds/index.ts'
import { type Dossier, type SaveDossier, type SealedContent, saveDossierSchema } from '#shared/dossier/schema.ts'
import { dossierNumber, proposedTitle } from '#shared/dossier/text.ts'
import { yearOf } from '#shared/kernel/dates.ts'
import { AppError } from '#shared/kernel/errors.ts'
import { newId } from '#shared/kernel/ids.ts'
import { saveDossierAttachments } from '../attachments/service.ts'
import type { Core } from '../core.ts'
import type { OpenLedger } from '../ledger/open-ledger.ts'
import { today } from '../platform/clock.ts'
import { removeSealedText, sealText } from '../sealed/text.ts'
import { nextDossierNumber, putDossier, type StoredDossier, selectDossier } from './store.ts'

function writeSealed(ledger: OpenLedger, id: string, sealed: SealedContent): void {
  const filled = Object.fromEntries(Object.entries(sealed).filter(([, text]) => text.trim() !== ''))
  if (Object.keys(filled).length === 0) removeSealedText(ledger, id)
  else sealText(ledger, id, JSON.stringify(filled))
}

/**
 * Saves a dated record in one change. Its number is given once, by the year of its day, and never changes.
 *
 * @throws AppError NOT_FOUND for an id that is not there, CHANGED_ELSEWHERE when a newer revision is, INPUT_INVALID for a
 *   record that would change its kind
 */
export function saveDossier(core: Core, input: SaveDossier): { id: string; revision: number; recordNumber: string } {
  const ledger = core.session.require()
  const kind = dossierKind(input.kind)
  const before = input.id ? selectDossier(ledger.db, input.id) : undefined
  if (input.id && (!before || before.deletedAt !== null)) throw new AppError('NOT_FOUND', { what: kind.name })
  if (before && input.revision !== undefined && input.revision !== before.revision)
    throw new AppError('CHANGED_ELSEWHERE', { what: kind.name })
  if (before && before.kind !== input.kind) throw new AppError('INPUT_INVALID', { field: '类别', reason: '已保存的记录不能改类别' })
  const numberYear = before?.numberYear ?? yearOf(input.date)
  return ledger.write(before ? `修改${kind.name}` : `保存${kind.name}`, (rows) => {
    const stored: StoredDossier = {
      id: before?.id ?? newId(),
      revision: (before?.revision ?? 0) + 1,
      kind: input.kind,
      date: input.date,
      endDate: input.endDate ?? null,
      forYear: input.forYear ?? proposedYear(kind, input.date),
      numberYear,
      number: before?.number ?? nextDossierNumber(ledger.db, input.kind, numberYear),
      title: input.title === '' ? proposedTitle(kind, input) : input.title,
      status: input.status === '' ? (kind.statuses?.[0]?.key ?? '') : input.status,
      people: input.people,
      content: input.content,
      tags: input.tags,
      links: input.links,
      origin: before?.origin === 'imported' ? 'imported' : input.origin,
      enteredOn: before?.enteredOn ?? today(core.clock),
      deletedAt: null,
    }
    putDossier(rows, ledger.branchId, stored)
    if (input.sealed) writeSealed(ledger, stored.id, input.sealed)
    if (input.attachmentIds) saveDossierAttachments(ledger, rows, stored.id, input.attachmentIds)
    return { id: stored.id, revision: stored.revision, recordNumber: dossierNumber(kind, numberYear, stored.number) }
  })
}

/**
 * Changes content, people or step of a record and nothing else of it; attachments and sealed texts stay.
 *
 * @param change.revision the revision that was read
 * @throws AppError as `saveDossier`
 */
export function changeDossier(
  core: Core,
  dossier: Dossier,
  change: { readonly revision: number } & Partial<Pick<SaveDossier, 'content' | 'status' | 'people'>>,
): { id: string; revision: number; recordNumber: string } {
  const { id, kind, date, endDate, forYear, title, status, people, content, tags, links, origin } = dossier
  const kept = { id, kind, date, endDate, forYear, title, status, people, content, tags, links }
  return saveDossier(core, saveDossierSchema.parse({ ...kept, origin: origin === 'fromPaper' ? origin : 'typed', ...change }))
}

/** Puts a record into the bin, or takes it out again; nothing is erased. @throws AppError NOT_FOUND */
export function setDossierInBin(core: Core, id: string, inBin: boolean): void {
  const ledger = core.session.require()
  const stored = selectDossier(ledger.db, id)
  if (!stored) throw new AppError('NOT_FOUND', { what: '工作记录' })
  const deletedAt = inBin ? core.clock.now().toISOString() : null
  ledger.write(inBin ? '放入回收站' : '从回收站取回', (rows) =>
    putDossier(rows, ledger.branchId, { ...stored, revision: stored.revision + 1, deletedAt }),
  )
}
