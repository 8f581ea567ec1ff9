import type { DocumentFormat, FontChoice } from '#shared/documents/contract.ts'
import { memberStudyPaper } from '#shared/documents/papers/member-study.ts'
import { readBranch } from '../branch/read.ts'
import type { Core } from '../core.ts'
import { memberStudy } from '../study/read.ts'
import { makeDocument } from './service.ts'

interface MakeOptions {
  readonly fonts: FontChoice
  readonly format: DocumentFormat
  readonly signal?: AbortSignal
}

/** 党员学习情况 of one member, in the outbox. @throws AppError NOT_FOUND, BROWSER_NOT_FOUND, PRINT_FAILED, CANCELLED */
export function makeMemberStudy(core: Core, who: { readonly year: number; readonly personId: string }, options: MakeOptions) {
  const model = memberStudyPaper(memberStudy(core, who.year, who.personId), readBranch(core.session.require()))
  // No minutes: the style is never asked for.
  return makeDocument(core, model, { style: 'official', ...options })
}
