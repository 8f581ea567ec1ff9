import { generateX25519Identity } from 'age-encryption'
import { type SealedLine, sealedFile, sealedList } from '#shared/packs/sealed.ts'
import { readEveryAttachment } from '../../attachments/read.ts'
import type { OpenLedger } from '../../ledger/open-ledger.ts'
import { unsealEveryone } from '../../members/sealed.ts'
import { encryptedFor, encryptedUnder, fileChunks, openedStream } from '../../sealed/files.ts'
import { unsealEveryText } from '../../sealed/text.ts'
import type { BagEntry } from '../bag/bag-plan.ts'

const pathOf = (path: string) => path.slice('data/'.length)

async function whole(chunks: AsyncIterable<Uint8Array>, signal: AbortSignal | undefined): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  for await (const chunk of chunks) {
    signal?.throwIfAborted()
    pieces.push(chunk)
  }
  return Buffer.concat(pieces)
}

/** How many of each kind a ledger has to hand over. */
export function countSealed(ledger: OpenLedger): { readonly people: number; readonly texts: number; readonly attachments: number } {
  const isFilled = ({ personId: _id, ...fields }: ReturnType<typeof unsealEveryone>[number]) =>
    Object.values(fields).some((text) => text !== '')
  return {
    people: unsealEveryone(ledger).filter(isFilled).length,
    texts: unsealEveryText(ledger).length,
    attachments: readEveryAttachment(ledger).filter(({ isSealed }) => isSealed).length,
  }
}

/**
 * What is sealed, for an exchange pack: a list under the passphrase, which also holds the key of the files beside it, so
 * that the passphrase is stretched once. Read now, encrypted when the pack is written.
 *
 * @throws AppError LEDGER_LOCKED
 */
export async function sealedEntries(ledger: OpenLedger, passphrase: string): Promise<BagEntry[]> {
  const identity = await generateX25519Identity()
  const keys = ledger.vault.keys()
  const attachments = readEveryAttachment(ledger).filter(({ isSealed, sha256 }) => isSealed && ledger.attachments.has(sha256))
  const lines: SealedLine[] = [
    { kind: 'key', identity },
    ...unsealEveryone(ledger).map(({ personId, ...fields }) => ({ kind: 'person' as const, id: personId, ...fields })),
    ...unsealEveryText(ledger).map(({ ownerId, text }) => ({ kind: 'text' as const, id: ownerId, text })),
    ...attachments.map(({ id, activityId, dossierId, evidenceKind, position, name, originalName, mediaType }) => ({
      kind: 'attachment' as const,
      id,
      activityId,
      dossierId,
      evidenceKind,
      position,
      name,
      originalName,
      mediaType,
    })),
  ]
  const list = new TextEncoder().encode(lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
  return [
    {
      path: pathOf(sealedList),
      source: { kind: 'made', estimate: list.length + 500, make: () => encryptedUnder(passphrase, list) },
    },
    ...attachments.map(({ id, sha256, octets }): BagEntry => {
      const make = (signal?: AbortSignal) =>
        whole(encryptedFor(identity, openedStream(keys, fileChunks(ledger.attachments.pathOf(sha256)))), signal)
      return { path: pathOf(sealedFile(id)), source: { kind: 'made', estimate: octets + 1000, make } }
    }),
  ]
}
