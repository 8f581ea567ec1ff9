import { activitySource, count, dossierSource } from '../figure.ts'
import type { YearbookInput } from '../input.ts'
import type { Figure, Quote, Source } from '../schema.ts'

const bySource = (sources: readonly Source[], ids: readonly string[]) => sources.filter(({ id }) => ids.includes(id))

/** 任务清单: 完成, 进行中, 逾期. */
export function taskFigures({ tasks, dossiers }: YearbookInput): Figure[] {
  const sources = dossiers.map(dossierSource)
  const of = (state: 'done' | 'open' | 'overdue' | null) => tasks.filter((task) => state === null || task.state === state)
  const line = (key: string, label: string, state: Parameters<typeof of>[0]) => {
    const found = of(state)
    const ids = found.map(({ recordId }) => recordId)
    return count(key, label, tasks.length === 0 ? null : found.length, '项', { sources: bySource(sources, ids), link: '/tasks' })
  }
  return [
    line('tasks', '任务', null),
    line('tasksDone', '完成', 'done'),
    line('tasksOpen', '进行中', 'open'),
    line('tasksOverdue', '逾期', 'overdue'),
  ]
}

const problemSource = ({ recordId, recordNumber, foundOn, title }: YearbookInput['problems'][number]): Source => ({
  id: recordId,
  type: 'dossier',
  recordNumber,
  date: foundOn,
  title,
})

/** 督查问题: 数量, 已整改 (销号), 逾期. */
export function problemFigures({ problems }: YearbookInput): Figure[] {
  const line = (key: string, label: string, found: YearbookInput['problems']) =>
    count(key, label, problems.length === 0 ? null : found.length, '项', { sources: found.map(problemSource) })
  return [
    line('problems', '问题', problems),
    line(
      'problemsClosed',
      '已整改销号',
      problems.filter(({ stage }) => stage === 'closed'),
    ),
    line(
      'problemsOverdue',
      '逾期',
      problems.filter(({ isOverdue }) => isOverdue),
    ),
  ]
}

/** What the 组织生活会 of the year put on its 整改清单, and what of it is done (DOMAIN 8.5). */
export function lifeMeetingFigures({ year, activities, problems }: YearbookInput): Figure[] {
  const closed = new Set(problems.filter(({ stage }) => stage === 'closed').map(({ problem }) => problem))
  const meetings = activities.filter(({ parts }) =>
    parts.some(({ purpose, forYear }) => purpose === 'organizationalLifeMeeting' && forYear === year),
  )
  const lines = meetings.flatMap(({ parts }) =>
    parts
      .filter(({ purpose, forYear }) => purpose === 'organizationalLifeMeeting' && forYear === year)
      .flatMap(({ details }) => details?.rectifications ?? []),
  )
  const done = lines.filter((line) => line.done.trim() !== '' || closed.has(line.problem.trim()))
  const sources = meetings.map(activitySource)
  const none = lines.length === 0
  return [
    count('lifeProblems', '组织生活会查摆问题', none ? null : lines.length, '项', { sources }),
    count('lifeProblemsDone', '其中已整改', none ? null : done.length, '项', { sources }),
  ]
}

/**
 * 存在问题, word for word: lines of the 整改清单 of meetings, and problems that are tracked, the same problem once. What is done or
 * closed exists no more.
 */
export function quotedProblems({ year, activities, problems }: YearbookInput): Quote[] {
  const closed = new Set(problems.filter(({ stage }) => stage === 'closed').map(({ problem }) => problem))
  const quotes = [
    ...activities.flatMap((activity) =>
      activity.parts
        .filter(({ forYear }) => forYear === year)
        .flatMap(({ details, recordNumber }) =>
          (details?.rectifications ?? [])
            .filter(({ done }) => done.trim() === '')
            .map(({ problem }): Quote => ({ text: problem.trim(), source: { ...activitySource(activity), recordNumber } })),
        ),
    ),
    ...problems.map((problem): Quote => ({ text: problem.problem, source: problemSource(problem) })),
  ].filter(({ text }) => text !== '' && !closed.has(text))
  return [...new Map(quotes.toReversed().map((quote) => [quote.text, quote])).values()].toReversed()
}
