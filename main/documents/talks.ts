import type { DocumentFormat, FontChoice } from '#shared/documents/contract.ts'
import { talkRecord, talkRegister } from '#shared/documents/papers/talk-record.ts'
import { AppError } from '#shared/kernel/errors.ts'
import { rosterOfDay } from '#shared/members/roster.ts'
import { readBranch } from '../branch/read.ts'
import type { Core } from '../core.ts'
import { readDossier, readDossiers, unsealDossier } from '../dossier/read.ts'
import { readRosterHistory } from '../members/read.ts'
import { makeDocument } from './service.ts'

interface MakeOptions {
  readonly fonts: FontChoice
  readonly format: DocumentFormat
  readonly signal?: AbortSignal
}

const talkKind = 'heartToHeartTalk'
// No minutes: the style is never asked for.
const style = 'official' as const

/**
 * 谈心谈话记录 with what was said, in the outbox; that it was looked at is logged as every unsealing.
 *
 * @throws AppError NOT_FOUND, LEDGER_LOCKED, BROWSER_NOT_FOUND, PRINT_FAILED, CANCELLED
 */
export function makeTalkRecord(core: Core, id: string, options: MakeOptions) {
  const ledger = core.session.require()
  const talk = readDossier(ledger, id)
  if (talk.kind !== talkKind) throw new AppError('NOT_FOUND', { what: '谈心谈话' })
  const { members } = rosterOfDay(readRosterHistory(ledger), talk.date)
  return makeDocument(core, talkRecord(talk, members, unsealDossier(core, id)), { style, ...options })
}

/** 谈心谈话登记表 of a year, in the outbox. @throws AppError PAPER_NOTHING, BROWSER_NOT_FOUND, PRINT_FAILED, CANCELLED */
export function makeTalkRegister(core: Core, year: number, options: MakeOptions) {
  const ledger = core.session.require()
  const talks = readDossiers(ledger, { year, kinds: [talkKind] })
  if (talks.length === 0) throw new AppError('PAPER_NOTHING', { papers: '谈心谈话登记表' })
  const history = readRosterHistory(ledger)
  const model = talkRegister(talks, year, readBranch(ledger), (date) => rosterOfDay(history, date).members)
  return makeDocument(core, model, { style, ...options })
}
