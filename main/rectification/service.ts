import type { DocumentFormat } from '#shared/documents/contract.ts'
import { problemLedger } from '#shared/documents/papers/problem-ledger.ts'
import type { Content } from '#shared/dossier/field.ts'
import { type Dossier, saveDossierSchema } from '#shared/dossier/schema.ts'
import type { PlainDate } from '#shared/kernel/dates.ts'
import { AppError } from '#shared/kernel/errors.ts'
import { nfc } from '#shared/kernel/text.ts'
import { problemFromMeeting } from '#shared/rectification/from-meeting.ts'
import { isOwnFinding, problemKind, problemOf, stepsOf, untrackedOf } from '#shared/rectification/problems.ts'
import type { Problem, ProblemStage, StepTaken, TakeStep, Untracked } from '#shared/rectification/schema.ts'
import { stageAfter, stepProblem } from '#shared/rectification/steps.ts'
import { readActivities, readActivity } from '../activities/read.ts'
import { readBranch } from '../branch/read.ts'
import type { Core } from '../core.ts'
import { makeDocument } from '../documents/service.ts'
import { readDossier, readDossiers } from '../dossier/read.ts'
import { changeDossier, saveDossier } from '../dossier/service.ts'
import type { OpenLedger } from '../ledger/open-ledger.ts'
import { readRosterHistory } from '../members/read.ts'
import { today } from '../platform/clock.ts'
import { problemsOfYear, readProblems } from './read.ts'

/** Problems of a year and open ones of earlier years, and lines of 整改清单 that are not tracked. @throws AppError LEDGER_NOT_OPEN */
export function listProblems(core: Core, year: number): { problems: Problem[]; untracked: Untracked[] } {
  const ledger = core.session.require()
  return {
    problems: problemsOfYear(readProblems(ledger, today(core.clock)), year),
    untracked: untrackedOf(readActivities(ledger, { year }), readDossiers(ledger, { kinds: [problemKind] })),
  }
}

/** The record of a problem. @throws AppError NOT_FOUND */
function readRecord(ledger: OpenLedger, id: string): Dossier {
  const record = readDossier(ledger, id)
  if (record.kind !== problemKind) throw new AppError('NOT_FOUND', { what: '问题整改' })
  return record
}

const rowOf = ({ step, date, by, note }: StepTaken) => ({
  step,
  date,
  ...(by === '' ? {} : { by }),
  ...(note === '' ? {} : { note }),
})

/** A record that was begun in its form has no first step written down: the day it was found is that. */
const knownSteps = (steps: readonly StepTaken[], foundOn: PlainDate): StepTaken[] =>
  steps.length === 0 ? [{ step: 'found', date: foundOn, by: '', note: '' }] : [...steps]

/**
 * Takes the next step of a problem.
 *
 * @throws AppError NOT_FOUND, CHANGED_ELSEWHERE; INPUT_INVALID for a step that does not follow, or a day before the last step's
 */
export function takeStep(core: Core, input: TakeStep): { revision: number } {
  const record = readRecord(core.session.require(), input.recordId)
  const now = today(core.clock)
  const { stage } = problemOf(record, now)
  const steps = knownSteps(stepsOf(record.content), record.date)
  const isOwn = isOwnFinding(record.content)
  const problem = stepProblem({ stage, steps, foundOn: record.date, isOwnFinding: isOwn }, input, now)
  if (problem) throw new AppError('INPUT_INVALID', problem)
  const taken: StepTaken = { step: input.step, date: input.date, by: nfc(input.by), note: nfc(input.note) }
  const content: Content = {
    ...record.content,
    ...(input.measure === undefined || input.measure === '' ? {} : { measure: nfc(input.measure) }),
    ...(input.due ? { due: input.due } : {}),
    steps: [...steps, taken].map(rowOf),
  }
  return {
    revision: changeDossier(core, record, { revision: input.revision, content, status: stageAfter(stage, input.step) }).revision,
  }
}

/** Takes the last step back. @throws AppError NOT_FOUND, CHANGED_ELSEWHERE; INPUT_INVALID where only 发现 is left */
export function takeStepBack(core: Core, recordId: string, revision: number): { revision: number } {
  const record = readRecord(core.session.require(), recordId)
  const steps = stepsOf(record.content)
  if (steps.length < 2) throw new AppError('INPUT_INVALID', { field: '步骤', reason: '只剩“发现”，不能再撤回' })
  const left = steps.slice(0, -1)
  const status = left.reduce<ProblemStage>((stage, { step }) => stageAfter(stage, step), 'found')
  const content = { ...record.content, steps: left.map(rowOf) }
  return { revision: changeDossier(core, record, { revision, content, status }).revision }
}

/** Keeps a record of a line of a meeting's 整改清单. @throws AppError NOT_FOUND */
export function trackProblem(core: Core, place: { activityId: string; partId: string; index: number }) {
  const ledger = core.session.require()
  const activity = readActivity(ledger, place.activityId)
  const input = problemFromMeeting(activity, place, readRosterHistory(ledger).persons)
  if (!input) throw new AppError('NOT_FOUND', { what: '整改清单' })
  const { id, recordNumber } = saveDossier(core, saveDossierSchema.parse(input))
  return { id, recordNumber }
}

/** 问题整改台账 in the outbox. @throws AppError BROWSER_NOT_FOUND, PRINT_FAILED, CANCELLED */
export function makeProblemLedger(core: Core, year: number, format: DocumentFormat) {
  const ledger = core.session.require()
  const now = today(core.clock)
  const model = problemLedger(problemsOfYear(readProblems(ledger, now), year), year, readBranch(ledger), now)
  return makeDocument(core, model, { style: 'official', fonts: 'office', format })
}
