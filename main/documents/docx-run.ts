import { type IRunOptions, TextRun } from 'docx'
import { plainCharacters } from './plain-characters.ts'

/** Characters that are no XML are left out: Word refuses the whole file for one. */
export const run = (text: string, options: Omit<IRunOptions, 'text'> = {}) =>
  new TextRun({ ...options, text: plainCharacters(text) })
