import type { DocumentFormat } from '#shared/documents/contract.ts'
import { yearbookPaper, yearbookTitle } from '#shared/documents/papers/yearbook.ts'
import type { Content } from '#shared/dossier/field.ts'
import { saveDossierSchema } from '#shared/dossier/schema.ts'
import { AppError } from '#shared/kernel/errors.ts'
import { nfc } from '#shared/kernel/text.ts'
import { safeName } from '#shared/packs/names.ts'
import type { Yearbook, YearbookSpan } from '#shared/yearbook/schema.ts'
import { yearbookOf } from '#shared/yearbook/yearbook.ts'
import { readBranch } from '../branch/read.ts'
import type { Core } from '../core.ts'
import { makeDocument } from '../documents/service.ts'
import { changeDossier, saveDossier } from '../dossier/service.ts'
import { today } from '../platform/clock.ts'
import { yearbookInput } from './input.ts'
import { readNextSteps, sortOf, summingUp } from './read.ts'
import { yearbookXlsx } from './sheet.ts'

/** 党建工作台账 of a year or its first half. @throws AppError LEDGER_NOT_OPEN, NOT_FOUND before the branch is made */
export function readYearbook(core: Core, year: number, span: YearbookSpan): Yearbook {
  const nextSteps = readNextSteps(core.session.require(), year, span)
  return yearbookOf(span, yearbookInput(core, year, span), yearbookInput(core, year - 1, span), nextSteps)
}

interface NextSteps {
  readonly year: number
  readonly span: YearbookSpan
  readonly text: string
  readonly recordId: string | null
  readonly revision: number
}

/** Keeps 下一步打算 with the 半年分析 or 年终总结 of that year. @throws AppError CHANGED_ELSEWHERE, INPUT_INVALID */
export function saveNextSteps(core: Core, { year, span, text, recordId, revision }: NextSteps) {
  const kept = summingUp(core.session.require(), year, span)
  if ((kept?.id ?? null) !== recordId) throw new AppError('CHANGED_ELSEWHERE', { what: '工作总结' })
  const nextSteps: Content = text === '' ? {} : { nextSteps: nfc(text) }
  if (kept) {
    const { nextSteps: _before, ...content } = kept.content
    return changeDossier(core, kept, { revision, content: { ...content, ...nextSteps } })
  }
  const title = span === 'half' ? `${year}年上半年工作分析` : `${year}年工作总结`
  const content = { sort: sortOf[span], ...nextSteps }
  return saveDossier(
    core,
    saveDossierSchema.parse({ kind: 'halfYearReview', date: today(core.clock), forYear: year, title, content }),
  )
}

/** The yearbook as a file in the outbox. @throws AppError BROWSER_NOT_FOUND, PRINT_FAILED, CANCELLED */
export async function makeYearbook(core: Core, year: number, span: YearbookSpan, format: DocumentFormat | 'xlsx') {
  const yearbook = readYearbook(core, year, span)
  const branch = readBranch(core.session.require())
  if (format !== 'xlsx') return makeDocument(core, yearbookPaper(yearbook, branch), { style: 'official', fonts: 'office', format })
  return core.outbox.put({
    fileName: safeName(`${branch.shortName}${yearbookTitle(yearbook)}.xlsx`),
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    content: await yearbookXlsx(yearbook, branch),
  })
}
