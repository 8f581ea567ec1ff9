import type { DocumentModel } from '../model.ts'
import { appraisalSheets, appraisalSummaries } from './appraisal-sheets.ts'
import { ballotPapers } from './ballots.ts'
import { guidancePaper } from './guidance.ts'
import type { PaperKind, PaperOptions, PaperSource } from './kinds.ts'
import { noticePaper } from './notice.ts'
import { rectificationLists } from './rectification-list.ts'
import { scriptPaper } from './script.ts'
import { signInSheet } from './sign-in.ts'
import { tallyPapers } from './tally.ts'

/** Those who sign are listed once for each circle that is due: the branch, the committee, a group. */
function signInSheets(source: PaperSource, options: PaperOptions): DocumentModel[] {
  const circle = (i: number) => (source.due[i] ?? []).map(({ personId }) => personId).join()
  const isRepeated = (i: number) => source.activity.parts.slice(0, i).some((_, before) => circle(before) === circle(i))
  return source.activity.parts.flatMap((_, i) => (isRepeated(i) ? [] : [signInSheet(source, i, options)]))
}

/**
 * The papers of a sitting, in the order asked for. Those that `papersFor` does not name are left out, so that there may be
 * none.
 */
export function sittingPapers(source: PaperSource, kinds: readonly PaperKind[], options: PaperOptions = {}): DocumentModel[] {
  return kinds.flatMap((kind): DocumentModel[] => {
    switch (kind) {
      case 'notice':
        return [noticePaper(source)]
      case 'signInSheet':
        return signInSheets(source, options)
      case 'agenda':
        return [scriptPaper(source)]
      case 'ballots':
        return ballotPapers(source)
      case 'tally':
        return tallyPapers(source)
      case 'appraisalSheets':
        return appraisalSheets(source)
      case 'appraisalSummary':
        return appraisalSummaries(source)
      case 'rectificationList':
        return rectificationLists(source)
      case 'guidance':
        return [guidancePaper(source)]
    }
  })
}
