import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { Decrypter, Encrypter, identityToRecipient } from 'age-encryption'
import { AppError } from '#shared/kernel/errors.ts'
import { passphraseIdentity, passphraseRecipient } from './age-passphrase.ts'
import type { LedgerKeys } from './keys.ts'

// Sealed files are age files (age-encryption.org/v1): chunks of 64 KiB with ChaCha20-Poly1305, in order and with an end,
// so that neither a changed nor a shortened file is given out. Nothing is decrypted into a file.

const streamOf = (chunks: AsyncIterable<Uint8Array>) => Readable.toWeb(Readable.from(chunks)) as ReadableStream<Uint8Array>

/** Octets of a file as they lie on the disk. */
export const fileChunks = (path: string): AsyncIterable<Uint8Array> => createReadStream(path, { highWaterMark: 256 * 1024 })

async function* chunksOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const chunk of Readable.fromWeb(stream as Parameters<typeof Readable.fromWeb>[0])) yield chunk as Uint8Array
}

/** Encrypts a stream for the holder of an age identity. */
export async function* encryptedFor(identity: string, source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const encrypter = new Encrypter()
  encrypter.addRecipient(await identityToRecipient(identity))
  yield* chunksOf(await encrypter.encrypt(streamOf(source)))
}

/** Decrypts a stream. @throws AppError SEALED_UNREADABLE while it is read: another key, or changed octets */
export async function* decryptedBy(identity: string, source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const decrypter = new Decrypter()
  decrypter.addIdentity(identity)
  try {
    yield* chunksOf(await decrypter.decrypt(streamOf(source)))
  } catch (error) {
    throw new AppError('SEALED_UNREADABLE', {}, { cause: error })
  }
}

/** The stream of a sealed file as it is to be stored; as it comes without a passphrase. */
export const sealedStream = (keys: LedgerKeys | null, source: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> =>
  keys === null ? source : encryptedFor(keys.fileIdentity, source)

/** The content of a stored sealed file. */
export const openedStream = (keys: LedgerKeys | null, source: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> =>
  keys === null ? source : decryptedBy(keys.fileIdentity, source)

/** Encrypts octets under a passphrase, as the command `age -p` does. */
export function encryptedUnder(passphrase: string, content: Uint8Array): Promise<Uint8Array> {
  const encrypter = new Encrypter()
  encrypter.addRecipient(passphraseRecipient(passphrase))
  return encrypter.encrypt(content)
}

/** What such a file holds, or null for a wrong passphrase or a file that is none. */
export async function decryptedUnder(passphrase: string, content: Uint8Array): Promise<Uint8Array | null> {
  const decrypter = new Decrypter()
  decrypter.addIdentity(passphraseIdentity(passphrase))
  try {
    return await decrypter.decrypt(content)
  } catch {
    return null
  }
}
