import type { YearbookInput } from './input.ts'
import type { Figure, Yearbook, YearbookSpan } from './schema.ts'
import { appraisalFigures } from './sections/appraisal.ts'
import { developmentFigures } from './sections/development.ts'
import { meetingFigures } from './sections/meetings.ts'
import { memberFigures } from './sections/members.ts'
import { problemFigures, quotedProblems, taskFigures } from './sections/responsibility.ts'
import { serviceFigures } from './sections/service.ts'
import { studyFigures } from './sections/study.ts'
import { talkFigures } from './sections/talks.ts'

/** The first nine sections of DOMAIN 8.4, in its order; the tenth is words. */
const sections: readonly { key: string; title: string; figures: (input: YearbookInput) => Figure[] }[] = [
  { key: 'members', title: '基本情况', figures: memberFigures },
  { key: 'meetings', title: '组织生活', figures: meetingFigures },
  { key: 'study', title: '学习教育', figures: studyFigures },
  { key: 'development', title: '发展党员', figures: developmentFigures },
  { key: 'appraisal', title: '民主评议', figures: appraisalFigures },
  { key: 'talks', title: '谈心谈话', figures: talkFigures },
  { key: 'tasks', title: '任务清单', figures: taskFigures },
  { key: 'problems', title: '问题整改', figures: problemFigures },
  { key: 'service', title: '作用发挥', figures: serviceFigures },
]

/** Whether the ledger knows anything of the year; a year kept on paper is compared with nothing. */
const isKept = ({ activities, dossiers }: YearbookInput): boolean => activities.length > 0 || dossiers.length > 0

/**
 * 党建工作台账 of a year, or of its first half, beside the same span of the year before (DOMAIN 8.4). Numbers follow from records
 * alone; the words of the tenth section are quoted from records, or typed.
 */
export function yearbookOf(
  span: YearbookSpan,
  input: YearbookInput,
  before: YearbookInput,
  nextSteps: Yearbook['nextSteps'],
): Yearbook {
  const isCompared = isKept(before)
  return {
    year: input.year,
    span,
    asOf: input.asOf,
    sections: sections.map(({ key, title, figures }) => {
      const earlier = new Map(isCompared ? figures(before).map((figure) => [figure.key, figure.text]) : [])
      return {
        key,
        title,
        figures: figures(input).map((figure) => ({ ...figure, before: isCompared ? (earlier.get(figure.key) ?? '—') : null })),
      }
    }),
    problems: quotedProblems(input),
    nextSteps,
  }
}
