import { randomBytes } from 'node:crypto'
import { AppError } from '#shared/kernel/errors.ts'

/** A finished document. */
export interface OutboxDocument {
  readonly fileName: string
  readonly mediaType: string
  readonly content: Uint8Array
}

/** Finished documents by token, in memory: minutes never lie in a temporary file. The oldest make room for new ones. */
export interface Outbox {
  put(document: OutboxDocument): { readonly token: string; readonly fileName: string; readonly octets: number }
  /** @throws AppError FILE_EXPIRED */
  find(token: string): OutboxDocument
  /** Forgets what is waiting. */
  clear(): void
  close(): void
}

const KEPT = 20
/** Most octets of all of them together; the newest stays, however large. */
const MAX_OCTETS = 24 * 1024 ** 2

export function openOutbox(): Outbox {
  const documents = new Map<string, OutboxDocument>()
  return {
    put(document) {
      const token = randomBytes(16).toString('hex')
      documents.set(token, document)
      let octets = 0
      for (const [index, [old, { content }]] of [...documents].reverse().entries()) {
        octets += content.length
        if (index >= KEPT || (index > 0 && octets > MAX_OCTETS)) documents.delete(old)
      }
      return { token, fileName: document.fileName, octets: document.content.length }
    },
    find(token) {
      const document = documents.get(token)
      if (!document) throw new AppError('FILE_EXPIRED', {})
      return document
    },
    clear: () => documents.clear(),
    close: () => documents.clear(),
  }
}
