import { AppError } from '#shared/kernel/errors.ts'
import type { RecordLine } from '#shared/packs/records.ts'
import type { OpenLedger } from '../../ledger/open-ledger.ts'
import { spaceOf } from '../bag/space.ts'
import type { BagTree } from '../verify/bag-tree.ts'
import type { ReadPackOptions } from './read-pack.ts'

type AttachmentLine = Extract<RecordLine, { kind: 'attachment' }>

/** Contents that come with a pack and are not in the ledger yet, each once. */
export function wantedContents(ledger: OpenLedger, lines: readonly RecordLine[]): (AttachmentLine & { path: string })[] {
  const wanted = new Map<string, AttachmentLine & { path: string }>()
  for (const line of lines) {
    if (line.kind !== 'attachment' || line.path === null || ledger.attachments.has(line.sha256)) continue
    wanted.set(line.sha256, { ...line, path: line.path })
  }
  return [...wanted.values()]
}

/**
 * Copies contents into the ledger, each checked against the hash its row names. What a failed import leaves there is named by
 * no row and harms nobody. Answers how many were copied.
 *
 * @throws AppError PACK_REFUSED, LEDGER_NO_SPACE, CANCELLED
 */
export async function takeContents(
  ledger: OpenLedger,
  tree: BagTree,
  lines: readonly RecordLine[],
  { signal, onProgress }: ReadPackOptions,
): Promise<number> {
  const wanted = wantedContents(ledger, lines)
  const total = wanted.reduce((sum, { octets }) => sum + octets, 0)
  const { free } = await spaceOf(ledger.directory)
  if (total > free) throw new AppError('LEDGER_NO_SPACE', { path: ledger.directory, needed: total, free })
  let done = 0
  for (const { path, sha256, octets, originalName } of wanted) {
    if (signal?.aborted) throw new AppError('CANCELLED')
    const counted = async function* () {
      for await (const chunk of tree.read(path)) {
        if (signal?.aborted) throw new AppError('CANCELLED')
        done += chunk.length
        onProgress?.({ phase: 'attachments', done, total, item: originalName })
        yield chunk
      }
    }
    const taken = await ledger.attachments.take(counted())
    if (taken.sha256 !== sha256 || taken.octets !== octets) {
      throw new AppError('PACK_REFUSED', { file: path, reason: '附件内容与登记的不一致' })
    }
  }
  return wanted.length
}
