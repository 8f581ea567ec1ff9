import { type SaveDossier, saveDossierSchema } from '#shared/dossier/schema.ts'
import { replyProposal, selfCheckProposal } from '#shared/rectification/self-check.ts'
import { yearbookOf } from '#shared/yearbook/yearbook.ts'
import type { Core } from '../core.ts'
import { today } from '../platform/clock.ts'
import { yearbookInput } from '../yearbook/input.ts'
import { readNextSteps } from '../yearbook/read.ts'
import { problemsOfYear, readProblems } from './read.ts'

/** 《半年自查表》 filled in with what the first half's records say. @throws AppError LEDGER_NOT_OPEN */
export function proposeSelfCheck(core: Core, year: number): SaveDossier {
  const input = yearbookInput(core, year, 'half')
  const half = yearbookOf('half', input, yearbookInput(core, year - 1, 'half'), readNextSteps(core.session.require(), year, 'half'))
  const of = (kind: string) => input.dossiers.filter((dossier) => dossier.kind === kind)
  const plans = { annual: of('annualPlan'), study: of('studyPlan') }
  return saveDossierSchema.parse(selfCheckProposal(half, input.summary, plans, today(core.clock)))
}

/** 整改回复 with every problem of the year. @throws AppError LEDGER_NOT_OPEN */
export function proposeReply(core: Core, year: number): SaveDossier {
  const now = today(core.clock)
  const problems = problemsOfYear(readProblems(core.session.require(), now), year)
  return saveDossierSchema.parse(replyProposal(problems, year, now))
}
