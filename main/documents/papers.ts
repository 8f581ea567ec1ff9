import { dueOf } from '#shared/activities/attendance.ts'
import { isOpenOn } from '#shared/activities/follow-ups.ts'
import type { DocumentFormat, FontChoice } from '#shared/documents/contract.ts'
import { type DocumentModel, titleText } from '#shared/documents/model.ts'
import { followUpList } from '#shared/documents/papers/follow-up-list.ts'
import { materialName, type PaperKind, paperNames } from '#shared/documents/papers/kinds.ts'
import { sittingName } from '#shared/documents/papers/names.ts'
import { sittingPapers } from '#shared/documents/papers/papers.ts'
import { AppError } from '#shared/kernel/errors.ts'
import { rosterOfDay } from '#shared/members/roster.ts'
import { readFollowUps } from '../activities/follow-ups.ts'
import { readActivity } from '../activities/read.ts'
import { readBranch } from '../branch/read.ts'
import type { Core } from '../core.ts'
import type { OpenLedger } from '../ledger/open-ledger.ts'
import { readRosterHistory } from '../members/read.ts'
import { today } from '../platform/clock.ts'
import { problemsOfActivity } from '../rectification/read.ts'
import { documentHtml } from './html.ts'
import { makeDocument } from './service.ts'

export interface PapersInput {
  readonly activityId: string
  readonly papers: readonly PaperKind[]
  readonly fonts: FontChoice
  readonly withSignInTime: boolean
}

export interface FollowUpsInput {
  readonly open?: boolean | undefined
  readonly fonts: FontChoice
}

interface MakeOptions {
  readonly format: DocumentFormat
  readonly signal?: AbortSignal
}

/** The papers as one document of several, and what they are called together. */
function papersOf(core: Core, input: PapersInput): { models: DocumentModel[]; title: string } {
  const ledger: OpenLedger = core.session.require()
  const activity = readActivity(ledger, input.activityId)
  const members = rosterOfDay(readRosterHistory(ledger), activity.date).members
  const source = {
    activity,
    branch: readBranch(ledger),
    due: activity.parts.map((part) => dueOf(members, part)),
    problems: problemsOfActivity(ledger, activity.id, today(core.clock)),
  }
  const models = sittingPapers(source, input.papers, { withSignInTime: input.withSignInTime })
  const [first] = models
  if (!first) throw new AppError('PAPER_NOTHING', { papers: input.papers.map((kind) => paperNames[kind]).join('、') })
  const [part] = activity.parts
  // Sheets that are all alike are one paper.
  const isOne = models.every((model) => titleText(model) === titleText(first))
  return { models, title: isOne || !part ? titleText(first) : `${sittingName(activity, part)}${materialName(input.papers)}` }
}

// None of these papers is minutes: the style is never asked for.
const style = 'official' as const

/** What is printed before and around a meeting, as the page that is printed. @throws AppError NOT_FOUND, PAPER_NOTHING, LEDGER_NOT_OPEN */
export function previewPapers(core: Core, input: PapersInput): { html: string; title: string } {
  const { models, title } = papersOf(core, input)
  return { html: documentHtml(models, { style, fonts: input.fonts }), title }
}

/** The same as a file in the outbox. @throws AppError as `previewPapers`; BROWSER_NOT_FOUND, PRINT_FAILED, CANCELLED */
export function makePapers(core: Core, input: PapersInput, options: MakeOptions) {
  const { models, title } = papersOf(core, input)
  return makeDocument(core, models, { style, fonts: input.fonts, ...options }, title)
}

function followUpsOf(core: Core, { open }: FollowUpsInput): DocumentModel {
  const ledger = core.session.require()
  const now = today(core.clock)
  const all = readFollowUps(ledger)
  const chosen = open === undefined ? all : all.filter((followUp) => isOpenOn(followUp, now) === open)
  return followUpList(chosen, readBranch(ledger), now)
}

/** 跟踪清单 as the page that is printed. @throws AppError LEDGER_NOT_OPEN */
export function previewFollowUps(core: Core, input: FollowUpsInput): { html: string; title: string } {
  const model = followUpsOf(core, input)
  return { html: documentHtml(model, { style, fonts: input.fonts }), title: titleText(model) }
}

/** The same as a file in the outbox. @throws AppError BROWSER_NOT_FOUND, PRINT_FAILED, CANCELLED, LEDGER_NOT_OPEN */
export const makeFollowUps = (core: Core, input: FollowUpsInput, options: MakeOptions) =>
  makeDocument(core, followUpsOf(core, input), { style, fonts: input.fonts, ...options })
