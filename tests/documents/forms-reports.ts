import type { DocumentModel } from '#shared/documents/model.ts'
import { campaignSheet } from '#shared/documents/papers/campaign.ts'
import { dutyFiguresPaper, dutyReportPaper } from '#shared/documents/papers/duty-report.ts'
import { memberStudyPaper } from '#shared/documents/papers/member-study.ts'
import { packCatalogue, packCover } from '#shared/documents/papers/pack-front.ts'
import { rectificationReplyPaper } from '#shared/documents/papers/rectification-reply.ts'
import { attendanceTableDocument } from '#shared/documents/tables/attendance-table.ts'
import { hourTableDocument } from '#shared/documents/tables/hour-table.ts'
import { yearTableDocument } from '#shared/documents/tables/year-table.ts'
import { recoverySheet } from '#shared/lock/recovery-sheet.ts'
import { selfReport } from '#shared/rating/papers/report.ts'
import { scoreSheet } from '#shared/rating/papers/score-sheet.ts'
import { sampleBranch } from './sample-branch.ts'
import { dutyFigures, dutyReport, rectificationReply } from './samples-letters.ts'
import { rating } from './samples-rating.ts'
import { attendance, hours, memberStudy, yearSummary } from './samples-tables.ts'

interface Form {
  readonly name: string
  readonly models: readonly DocumentModel[]
}

const front = {
  branch: sampleBranch,
  year: 2025,
  name: '达标创星佐证材料',
  madeOn: '2026-01-10',
  notices: [rating.scheme.notice],
  lines: [
    {
      number: 'A1-01',
      title: '党员花名册（2025年12月31日）',
      date: '2025-12-31',
      folder: 'A组织设置/A1党支部设置规范',
      remark: '',
      pages: { start: 5, count: 1 },
    },
    {
      number: 'D1-01',
      title: '某局机关第三党支部2025年第二季度支部党员大会记录',
      date: '2025-06-27',
      folder: 'D组织生活/D1支部党员大会',
      remark: '另见D6-01',
      pages: { start: 6, count: 2 },
    },
  ],
}

/** Reports, replies, what a year is assessed by, tables of the year and what is kept in the safe. */
export const reportForms: readonly Form[] = [
  { name: 'duty-report', models: [dutyReportPaper(dutyReport, sampleBranch)] },
  { name: 'duty-figures', models: [dutyFiguresPaper(dutyFigures, 2025, '2025-12-31', sampleBranch)] },
  { name: 'rectification-reply', models: [rectificationReplyPaper(rectificationReply, sampleBranch)] },
  {
    name: 'campaign',
    models: [
      campaignSheet(
        '作风建设专项活动',
        [
          { date: '2025-04-10', kind: '集中学习', title: '学习作风建设有关规定', recordNumber: '2025-集中学习-04' },
          { date: '2025-05-16', kind: '主题党日', title: '到窗口听意见', recordNumber: '2025-主题党日-05' },
          { date: '2025-07-15', kind: '志愿服务', title: '社区便民服务', recordNumber: '2025-志愿服务-02' },
        ],
        sampleBranch,
      ),
    ],
  },
  { name: 'table-year', models: [yearTableDocument(yearSummary, sampleBranch)] },
  { name: 'table-attendance', models: [attendanceTableDocument(attendance, sampleBranch)] },
  { name: 'table-hours', models: [hourTableDocument(hours, sampleBranch)] },
  { name: 'member-study', models: [memberStudyPaper(memberStudy, sampleBranch)] },
  { name: 'rating-report', models: [selfReport({ branch: sampleBranch, rating })] },
  { name: 'rating-score-sheet', models: [scoreSheet({ branch: sampleBranch, rating })] },
  { name: 'pack-cover', models: [packCover(front, 62)] },
  { name: 'pack-catalogue', models: [packCatalogue(front)] },
  {
    name: 'recovery-sheet',
    models: [recoverySheet({ code: '7K3QD-M92XA-4TWZ8-H6RNP-0VJC5-E1FYS', branch: sampleBranch, date: '2026-01-10' })],
  },
]
