import { readFileSync } from 'node:fs'
import { AppError } from '#shared/kernel/errors.ts'
import type { StagedPath } from './staging.ts'

/** Larger than any table of rules or days; a file beyond it is something else. */
const maxOctets = 4 * 1024 ** 2

/**
 * A staged JSON file, parsed and not yet checked.
 *
 * @param what what the file should be, for the message: 规则表
 * @throws AppError FILE_TOO_LARGE, FILE_UNREADABLE
 */
export function readJson(staged: StagedPath, what: string): unknown {
  if (staged.octets > maxOctets) throw new AppError('FILE_TOO_LARGE', { file: staged.name, limit: '4 MB' })
  let text: string
  try {
    text = readFileSync(staged.path, 'utf8')
  } catch (error) {
    throw new AppError('FILE_UNREADABLE', { file: staged.name }, { cause: error })
  }
  return parseJson(text, staged.name, what)
}

/** The same from a text that has been read. @throws AppError FILE_UNREADABLE */
export function parseJson(text: string, file: string, what: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, '')) as unknown
  } catch (error) {
    throw new AppError('FILE_UNREADABLE', { file, reason: `这不是${what}（JSON 格式）。` }, { cause: error })
  }
}
