import { absenceReasonNames } from '../../activities/labels.ts'
import type { BranchProfile } from '../../branch/schema.ts'
import { chineseDate } from '../../kernel/dates.ts'
import { memberCategoryNames } from '../../members/labels.ts'
import type { MemberStudy } from '../../study/contract.ts'
import { noTarget } from '../../study/hours.ts'
import { sourceNames } from '../../study/labels.ts'
import { type Block, type DocumentModel, paper } from '../model.ts'
import { hoursText } from '../tables/hour-table.ts'

const label = (text: string): Block => ({ kind: 'label', label: text, text: '' })

/** What is still missing, in the words of the page; empty: nothing. */
export function missingStudy({ line, missed, lacksTraining, showsShortfall, year }: MemberStudy): string[] {
  const open = missed.filter(({ madeUpIn }) => madeUpIn === null).length
  const { cadre } = line
  return [
    ...(showsShortfall && line.missing > 0 ? [`党员学时还差${hoursText(line.missing)}`] : []),
    ...(open > 0 ? [`缺席的学习有${open}次没有登记补学`] : []),
    ...(lacksTraining ? ['支委会成员的集中培训还没有登记'] : []),
    ...(showsShortfall && cadre && cadre.to === year && cadre.missing > 0 ? [`干部学时还差${hoursText(cadre.missing)}`] : []),
  ]
}

/** 党员个人学习情况 of a year: hours by source, what is missing, every record, sessions missed and how they were made up. */
export function memberStudyPaper(study: MemberStudy, branch: Pick<BranchProfile, 'shortName'>): DocumentModel {
  const { line, year, asOf } = study
  const missing = missingStudy(study)
  const body: Block[] = [
    {
      kind: 'fields',
      lines: [
        [
          { label: '姓名', value: line.name },
          { label: '类别', value: memberCategoryNames[line.category] },
        ],
        [
          { label: '学时目标', value: line.target === null ? noTarget : hoursText(line.target) },
          { label: '已有学时', value: hoursText(line.total) },
        ],
        [{ label: '还需要', value: missing.length === 0 ? '无' : missing.join('；'), wide: true }],
      ],
    },
    label('学时明细'),
    {
      kind: 'table',
      head: ['日期', '记录', '来源', '学时'],
      rows: line.entries.map(({ date, title, source, hours }) => [chineseDate(date), title, sourceNames[source], hoursText(hours)]),
      widths: [26, 64, 26, 14],
      leftColumns: [1],
    },
  ]
  if (study.missed.length > 0)
    body.push(label('缺席的学习'), {
      kind: 'table',
      head: ['日期', '学习', '原因', '补学'],
      rows: study.missed.map(({ date, title, reason, madeUpIn }) => [
        chineseDate(date),
        title,
        reason === null ? '' : absenceReasonNames[reason],
        madeUpIn === null ? '未登记' : '已补学',
      ]),
      widths: [26, 64, 26, 14],
      leftColumns: [1],
    })
  body.push({
    kind: 'paragraph',
    text: `统计截至${chineseDate(asOf)}。一次会议只计一次学时；补学与原场次只计一次。`,
    isFlush: true,
  })
  return paper('sheet', { title: [branch.shortName, `${year}年党员学习情况`], body })
}
