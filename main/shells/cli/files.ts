import { accessSync, constants, mkdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { AppError } from '#shared/kernel/errors.ts'
import type { Core } from '../../core.ts'
import { writeFileDurably } from '../../platform/files/durable.ts'

/** Writes a finished document where the user asked. @throws AppError TARGET_NOT_WRITABLE, FILE_EXPIRED */
export function writeDocument(core: Core, token: string, file: string): number {
  const { content } = core.outbox.find(token)
  try {
    mkdirSync(dirname(file), { recursive: true })
    writeFileDurably(file, content, 0o644)
  } catch (error) {
    throw new AppError('TARGET_NOT_WRITABLE', { path: file }, { cause: error })
  }
  return content.length
}

/** Makes sure that a folder is there and can be written. @throws AppError TARGET_NOT_WRITABLE */
export function ensureFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true })
    if (!statSync(folder).isDirectory()) throw new Error('not a folder')
    accessSync(folder, constants.W_OK)
  } catch (error) {
    throw new AppError('TARGET_NOT_WRITABLE', { path: folder }, { cause: error })
  }
}
