import { audienceLines, homeStudyLines } from '#shared/study/audiences.ts'
import type { StudyGuidance } from '#shared/study/contract.ts'
import { type StudyEntry, studyTierLines } from '#shared/study/tiers.ts'
import type { Core } from '../core.ts'
import { readDossiers } from '../dossier/read.ts'
import { engineInput } from '../obligations/input.ts'
import { today } from '../platform/clock.ts'

const withEntries = <T extends { readonly entries: readonly StudyEntry[] }>(line: T) => ({ ...line, entries: [...line.entries] })

/** 四学情况 and 分类指导 of a year, as of today. @throws AppError LEDGER_NOT_OPEN, NOT_FOUND before the branch is made */
export function studyGuidance(core: Core, year: number): StudyGuidance {
  const ledger = core.session.require()
  const day = today(core.clock)
  const { records, history } = engineInput(ledger, [year], day)
  const references = readDossiers(ledger, { year, kinds: ['studyReference'] }).map(
    ({ id, date, forYear, title, content: { tier, hours } }) => ({
      id,
      date,
      forYear,
      title,
      tier: typeof tier === 'string' ? tier : '',
      hours: typeof hours === 'number' ? hours : null,
    }),
  )
  const visits = readDossiers(ledger, { year, kinds: ['careRecord'] }).filter(({ content }) => content['sort'] === 'study')
  return {
    tiers: studyTierLines(year, { records, references, today: day }).map(withEntries),
    audiences: audienceLines(year, records, day).map(withEntries),
    homeStudy: homeStudyLines(year, { history, visits, today: day }).map(withEntries),
  }
}
