import type { Dossier } from '../dossier/schema.ts'
import { rosterOfDay } from '../members/roster.ts'
import { dayOfYear } from '../obligations/standing.ts'
import { count, dossierSource } from '../yearbook/figure.ts'
import type { YearbookInput } from '../yearbook/input.ts'
import type { Figure } from '../yearbook/schema.ts'
import { developmentFigures } from '../yearbook/sections/development.ts'
import { heldFigures, meetingFigures } from '../yearbook/sections/meetings.ts'
import { lifeMeetingFigures, problemFigures, taskFigures } from '../yearbook/sections/responsibility.ts'
import { satisfactionFigure, serviceFigures } from '../yearbook/sections/service.ts'
import { secretaryHours, studyFigures } from '../yearbook/sections/study.ts'
import { talkFigures } from '../yearbook/sections/talks.ts'

/** The branch's secretary on the last known day of the year; null where none is registered. */
export function secretaryOf({ year, asOf, history }: Pick<YearbookInput, 'year' | 'asOf' | 'history'>) {
  const { members } = rosterOfDay(history, dayOfYear(year, asOf))
  return members.find(({ posts }) => posts.some(({ post }) => post === 'branchSecretary')) ?? null
}

/** 上年评议结果 in the words of last year's record. */
function lastResult(reports: readonly Dossier[]): Figure {
  const report = reports.findLast(({ content }) => typeof content['result'] === 'string' && content['result'] !== '')
  const words = report?.content['result']
  return {
    ...count('lastResult', '上年述职评议结果', null, '', { sources: report ? [dossierSource(report)] : [] }),
    text: typeof words === 'string' ? words : '—',
  }
}

/** What a duty report counts, in the order of DOMAIN 8.5; tasks and problems after it. */
export const dutyFigureKeys = [
  'held:generalMeeting',
  'held:committeeMeeting',
  'held:groupMeeting',
  'held:partyLecture',
  'held:themedPartyDay',
  'attendance',
  'hoursAverage',
  'hoursSecretary',
  'admitted',
  'converted',
  'talks',
  'talkCoverage',
  'lifeProblems',
  'lifeProblemsDone',
  'lastResult',
  'satisfaction',
  'volunteering',
  'wishes',
  'wishesDone',
  'honours',
  'selfStars',
  'superiorStars',
  'tasks',
  'tasksDone',
  'problems',
  'problemsClosed',
] as const
export type DutyFigureKey = (typeof dutyFigureKeys)[number]

/**
 * The numbers of a duty report (DOMAIN 8.5), each with the records it follows from.
 *
 * @param reportsBefore duty reports of the year before, oldest first
 */
export function dutyFigures(input: YearbookInput, reportsBefore: readonly Dossier[]): Figure[] {
  const all = [
    ...heldFigures(input),
    ...meetingFigures(input),
    ...studyFigures(input),
    secretaryHours(input, secretaryOf(input)?.personId ?? null),
    ...developmentFigures(input),
    ...talkFigures(input),
    ...lifeMeetingFigures(input),
    lastResult(reportsBefore),
    satisfactionFigure(input),
    ...serviceFigures(input),
    ...(input.stars
      ? [
          count('selfStars', '星级自评', input.stars.self, '星', { link: '/rating' }),
          count('superiorStars', '星级上级评定', input.stars.superior, '星', { link: '/rating' }),
        ]
      : []),
    ...taskFigures(input),
    ...problemFigures(input),
  ]
  const byKey = new Map(all.map((figure) => [figure.key, figure]))
  const labels: Partial<Record<DutyFigureKey, string>> = { lifeProblemsDone: '组织生活会问题已整改', tasksDone: '任务完成' }
  return dutyFigureKeys.flatMap((key) => {
    const figure = byKey.get(key)
    return figure ? [{ ...figure, label: labels[key] ?? figure.label }] : []
  })
}
