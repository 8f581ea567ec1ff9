import { readFileSync } from 'node:fs'
import mammoth from 'mammoth'
import { AppError } from '#shared/kernel/errors.ts'
import type { StagedPath } from '../files/staging.ts'
import { xmlParts } from '../platform/spreadsheet/zip-entries.ts'

/** Longest text handed to the form: far more than any minutes. */
const maxCharacters = 400_000
const maxOctets = 30 * 1024 ** 2

/**
 * The plain paragraphs of an old Word record, for the form to take apart; pictures and styles are left where they are.
 *
 * @throws AppError FILE_TOO_LARGE, FILE_UNREADABLE (an old `.doc` is named as such)
 */
export async function readDocx(staged: StagedPath): Promise<{ text: string; isCut: boolean }> {
  if (staged.octets > maxOctets) throw new AppError('FILE_TOO_LARGE', { file: staged.name, limit: '30 MB' })
  const buffer = readFileSync(staged.path)
  const isOldWord = buffer.subarray(0, 4).toString('hex') === 'd0cf11e0'
  if (isOldWord) {
    throw new AppError('FILE_UNREADABLE', { file: staged.name, reason: '这是旧格式的 .doc，请在 WPS 或 Word 中另存为 .docx。' })
  }
  try {
    // Refuses an archive that unpacks into more than a Word file has, before the library sees it.
    await xmlParts(buffer)
    const { value } = await mammoth.extractRawText({ buffer })
    const text = value.replace(/\n{2,}/g, '\n').trim()
    return { text: text.slice(0, maxCharacters), isCut: text.length > maxCharacters }
  } catch (error) {
    if (error instanceof AppError) throw error
    throw new AppError('FILE_UNREADABLE', { file: staged.name, reason: '不是能读的 Word 文件（.docx）。' }, { cause: error })
  }
}
