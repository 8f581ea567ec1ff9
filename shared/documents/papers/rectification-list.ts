import type { Rectification } from '../../activities/details.ts'
import { chineseDate } from '../../kernel/dates.ts'
import { type Problem, problemStepNames } from '../../rectification/schema.ts'
import { type DocumentModel, paper } from '../model.ts'
import type { PaperSource } from './kinds.ts'
import { sittingName } from './names.ts'

const EMPTY_ROWS = 6

/** What became of a line: its 销号 with the day, how far it is, or what the record of the meeting says. */
function doneWords({ done }: Rectification, kept: Problem | undefined): string {
  if (!kept) return done
  if (kept.stage === 'closed') return kept.closedOn === null ? '已销号' : `${chineseDate(kept.closedOn)}销号`
  const last = kept.steps.at(-1)
  if (kept.stage === 'found' || !last) return done
  return [done, `${chineseDate(last.date)}${problemStepNames[last.step]}`].filter((words) => words !== '').join('；')
}

/**
 * 整改清单 as a paper of its own: problems, measures, who, until when, what became of each. Of a line that is tracked the
 * measures and the owners are those of its record, which are newer. Rows to write on where the meeting has listed none yet.
 */
export function rectificationLists({ activity, branch, problems = [] }: PaperSource): DocumentModel[] {
  return activity.parts.flatMap((part): DocumentModel[] => {
    const lines = part.details?.rectifications ?? []
    if (lines.length === 0 && part.purpose !== 'organizationalLifeMeeting') return []
    const rows = lines.map((line, at) => {
      const kept = problems.find(({ problem }) => problem === line.problem.trim())
      const owners = kept?.owners.join('、') ?? ''
      return [
        String(at + 1),
        line.problem,
        kept && kept.measure !== '' ? kept.measure : line.measure,
        owners === '' ? line.owner : owners,
        line.due,
        doneWords(line, kept),
      ]
    })
    const empty = Array.from({ length: lines.length === 0 ? EMPTY_ROWS : 0 }, (_, at) => [String(at + 1), '', '', '', '', ''])
    return [
      paper('sheet', {
        title: [branch.shortName, `${sittingName(activity, part).replace(branch.shortName, '')}整改清单`],
        head: [[{ label: '会议日期', value: chineseDate(activity.date) }]],
        body: [
          {
            kind: 'table',
            head: ['序号', '问题', '整改措施', '责任人', '时限', '完成情况'],
            rows: [...rows, ...empty],
            widths: [1.6, 4.6, 4.6, 2.2, 4.1, 4.4],
            leftColumns: [1, 2],
            rowHeight: 11,
          },
        ],
        signatures: ['填表人（签字）', '党支部书记（签字）'],
        recordNumber: part.recordNumber,
      }),
    ]
  })
}
