import { openAttachment, readEveryAttachment } from '../attachments/read.ts'
import { takeOverAttachment } from '../attachments/take-over.ts'
import type { OpenLedger } from '../ledger/open-ledger.ts'
import { putFields, unsealEveryone } from '../members/sealed.ts'
import type { StoredContent } from '../platform/files/content-store.ts'
import { putKeptDraft, readKeptDrafts } from '../sealed/drafts.ts'
import { fileChunks, openedStream, sealedStream } from '../sealed/files.ts'
import type { LedgerKeys } from '../sealed/keys.ts'
import { type KeySlot, replaceSlots } from '../sealed/slots.ts'
import { sealText, unsealEveryText } from '../sealed/text.ts'
import { putPlainMatchingKey } from '../sealed/vault.ts'
import { noteChange } from './sweep.ts'

/** Sealed attachments of which this ledger has the content. */
const sealedAttachments = (ledger: OpenLedger) =>
  readEveryAttachment(ledger).filter(({ isSealed, sha256 }) => isSealed && ledger.attachments.has(sha256))

/** Writes every sealed file anew that has not been yet; the old ones stay until the rows name the new ones. */
async function resealFiles(ledger: OpenLedger, next: LedgerKeys | null, done: Map<string, StoredContent>): Promise<void> {
  for (const { sha256, id } of sealedAttachments(ledger)) {
    if (done.has(sha256)) continue
    const content = openedStream(ledger.vault.keys(), fileChunks(openAttachment(ledger, id).path))
    done.set(sha256, await ledger.attachments.take(sealedStream(next, content)))
  }
}

/** Everything sealed in rows, read under the old keys and written under the new. Synchronous, in one transaction. */
function resealRows(
  ledger: OpenLedger,
  what: string,
  next: LedgerKeys | null,
  slots: readonly KeySlot[],
  contents: Map<string, StoredContent>,
): void {
  const people = unsealEveryone(ledger)
  const texts = unsealEveryText(ledger)
  const drafts = readKeptDrafts(ledger)
  const before = ledger.vault.keys()
  try {
    ledger.write(what, (rows) => {
      replaceSlots(rows.db, slots)
      ledger.vault.use(next)
      // Afterwards, because a vault without keys makes itself a key where it finds none.
      if (next !== null) putPlainMatchingKey(rows.db, null)
      for (const { personId, ...fields } of people) putFields(ledger, personId, fields)
      for (const { ownerId, text } of texts) sealText(ledger, ownerId, text)
      for (const draft of drafts) putKeptDraft(ledger, draft)
      for (const attachment of sealedAttachments(ledger)) {
        const content = contents.get(attachment.sha256)
        if (content) takeOverAttachment(rows, ledger.branchId, { ...attachment, ...content })
      }
    })
  } catch (error) {
    // The transaction is undone, the rows are those of the old keys.
    ledger.vault.use(before)
    throw error
  }
}

/**
 * Puts everything that is sealed under new keys; null: in the clear. After a crash at any moment the old or the new state
 * is there, whole: files are written anew first, then rows and key slots change in one transaction. The answer are the
 * contents that nobody names any more, for `endChange`.
 *
 * @param slots how the new keys are wrapped; none for null
 * @throws AppError LEDGER_LOCKED, LEDGER_NO_SPACE, SEALED_UNREADABLE
 */
export async function changeKeys(
  ledger: OpenLedger,
  what: string,
  next: LedgerKeys | null,
  slots: readonly KeySlot[],
): Promise<string[]> {
  ledger.vault.keys()
  ledger.db.transaction(() => noteChange(ledger.db))
  const contents = new Map<string, StoredContent>()
  // Reading files waits, and somebody may add one meanwhile.
  while (sealedAttachments(ledger).some(({ sha256 }) => !contents.has(sha256))) await resealFiles(ledger, next, contents)
  resealRows(ledger, what, next, slots, contents)
  return [...contents.keys()]
}
