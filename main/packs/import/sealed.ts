import { AppError } from '#shared/kernel/errors.ts'
import { type SealedLine, sealedFile, sealedLineSchema, sealedList } from '#shared/packs/sealed.ts'
import { readEveryAttachment } from '../../attachments/read.ts'
import { takeOverAttachment } from '../../attachments/take-over.ts'
import type { OpenLedger } from '../../ledger/open-ledger.ts'
import type { RowWriter } from '../../ledger/rows.ts'
import { sealFields, unsealFields } from '../../members/sealed.ts'
import type { StoredContent } from '../../platform/files/content-store.ts'
import { decryptedBy, decryptedUnder, sealedStream } from '../../sealed/files.ts'
import { sealText, unsealText } from '../../sealed/text.ts'
import type { BagTree } from '../verify/bag-tree.ts'
import { hasRow } from './store.ts'

const MAX_LIST = 64 * 1024 * 1024

type SealedRow = Exclude<SealedLine, { kind: 'key' }>

/** What is sealed in a pack, opened by its passphrase; nothing of it is in the ledger yet. */
export interface SealedPart {
  readonly identity: string
  readonly rows: readonly SealedRow[]
}

/** Rows of the sealed part that entered, and those that stayed as they are here. */
export interface SealedResult {
  readonly added: number
  readonly kept: number
}

const refuse = (reason: string) => new AppError('PACK_REFUSED', { file: sealedList, reason })

function parseLines(content: Uint8Array): SealedLine[] {
  const text = new TextDecoder('utf-8', { fatal: true }).decode(content)
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const parsed = sealedLineSchema.safeParse(JSON.parse(line))
      if (!parsed.success) throw refuse('内容不合格式')
      return parsed.data
    })
}

/** Opens the sealed part of a pack. @throws AppError PACK_PASSPHRASE_WRONG, PACK_REFUSED */
export async function openSealedPart(tree: BagTree, passphrase: string): Promise<SealedPart> {
  const chunks: Uint8Array[] = []
  let octets = 0
  for await (const chunk of tree.read(sealedList)) {
    octets += chunk.length
    if (octets > MAX_LIST) throw refuse('过大')
    chunks.push(Buffer.from(chunk))
  }
  const content = await decryptedUnder(passphrase, Buffer.concat(chunks))
  if (content === null) throw new AppError('PACK_PASSPHRASE_WRONG')
  let lines: SealedLine[]
  try {
    lines = parseLines(content)
  } catch (error) {
    throw error instanceof AppError ? error : refuse('内容不合格式')
  }
  const [key, ...rows] = lines
  if (key?.kind !== 'key' || rows.some(({ kind }) => kind === 'key')) throw refuse('缺少密钥')
  return { identity: key.identity, rows: rows as SealedRow[] }
}

/** A tree reads into one buffer again and again; a stream that waits needs its own. */
async function* copies(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) yield Uint8Array.from(chunk)
}

/** Takes in the sealed files that the ledger has no row of, each encrypted as this ledger does. @throws AppError PACK_REFUSED, CANCELLED */
export async function takeSealedFiles(
  ledger: OpenLedger,
  tree: BagTree,
  part: SealedPart,
  signal: AbortSignal | undefined,
): Promise<Map<string, StoredContent>> {
  const known = new Set(readEveryAttachment(ledger).map(({ id }) => id))
  const taken = new Map<string, StoredContent>()
  for (const row of part.rows) {
    if (row.kind !== 'attachment' || known.has(row.id)) continue
    if (signal?.aborted) throw new AppError('CANCELLED')
    try {
      const content = decryptedBy(part.identity, copies(tree.read(sealedFile(row.id))))
      taken.set(row.id, await ledger.attachments.take(sealedStream(ledger.vault.keys(), content), signal))
    } catch (error) {
      if (signal?.aborted) throw new AppError('CANCELLED', {}, { cause: error })
      if (error instanceof AppError && error.code === 'SEALED_UNREADABLE') throw refuse('附件打不开')
      throw error
    }
  }
  return taken
}

/** Writes what the ledger does not have; what it has stays as it is here. Inside the transaction of the import. */
export function applySealed(
  ledger: OpenLedger,
  rows: RowWriter,
  branchId: string,
  part: SealedPart,
  files: ReadonlyMap<string, StoredContent>,
): SealedResult {
  let added = 0
  let kept = 0
  for (const row of part.rows) {
    if (row.kind === 'person') {
      if (!hasRow(rows.db, 'person', row.id)) continue
      const mine = unsealFields(ledger, row.id)
      const { idNumber, mobile, phone, address } = row
      const theirs = Object.entries({ idNumber, mobile, phone, address }).filter(([, text]) => text !== '')
      const isEmpty = (key: string) => mine[key as keyof typeof mine] === ''
      const fresh = theirs.filter(([key]) => isEmpty(key))
      if (fresh.length > 0) sealFields(ledger, row.id, Object.fromEntries(fresh))
      if (fresh.length > 0) added += 1
      if (theirs.some(([key, text]) => !isEmpty(key) && mine[key as keyof typeof mine] !== text)) kept += 1
    } else if (row.kind === 'text') {
      if (!hasRow(rows.db, 'dossier', row.id)) continue
      const mine = unsealText(ledger, row.id)
      if (mine === null) {
        sealText(ledger, row.id, row.text, branchId)
        added += 1
      } else if (mine !== row.text) kept += 1
    } else {
      const content = files.get(row.id)
      const owner = row.activityId ?? row.dossierId
      const isOwned = owner === null || hasRow(rows.db, row.activityId === null ? 'dossier' : 'activity', owner)
      if (!content || !isOwned) continue
      const { kind: _kind, ...attachment } = row
      takeOverAttachment(rows, branchId, { ...attachment, isSealed: true, ...content })
      added += 1
    }
  }
  return { added, kept }
}
