import type { AttachmentRef } from '#shared/activities/schema.ts'
import { AppError } from '#shared/kernel/errors.ts'
import type { Core } from '../core.ts'
import { endChange, noteChange } from '../lock/sweep.ts'
import { fileChunks, openedStream, sealedStream } from '../sealed/files.ts'
import { openAttachment } from './read.ts'
import { putAttachment, refOf, selectAttachment } from './store.ts'

/**
 * Sets whether an attachment is sealed (单独存放): left out of packs, looking at it is logged, and encrypted when the ledger
 * has a passphrase. Its file is written anew before the row changes; the old one is removed after.
 *
 * @throws AppError NOT_FOUND, LEDGER_NO_SPACE
 */
export async function setAttachmentSealed(core: Core, id: string, isSealed: boolean): Promise<AttachmentRef> {
  const ledger = core.session.require()
  const before = openAttachment(ledger, id)
  if (before.isSealed === isSealed) return refOf(before)
  const keys = ledger.vault.keys()
  ledger.db.transaction(() => noteChange(ledger.db))
  const plain = openedStream(before.isSealed ? keys : null, fileChunks(before.path))
  const content = await ledger.attachments.take(sealedStream(isSealed ? keys : null, plain))
  const current = selectAttachment(ledger.db, id)
  // Somebody has set it, or changed the passphrase, while the file was being written.
  if (current?.sha256 !== before.sha256 || ledger.vault.keys() !== keys)
    throw new AppError('CHANGED_ELSEWHERE', { title: before.name })
  const sealed = { ...current, isSealed, sha256: content.sha256, octets: content.octets }
  ledger.write(isSealed ? '附件改为不公开' : '附件改为公开', (rows) => putAttachment(rows, ledger.branchId, sealed))
  endChange(ledger.db, ledger.directory, [before.sha256])
  return refOf(sealed)
}
