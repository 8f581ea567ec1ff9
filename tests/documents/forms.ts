import { collectionOf } from '#shared/appraisal/collection.ts'
import { minutesDocument } from '#shared/documents/minutes.ts'
import { type DocumentModel, paper } from '#shared/documents/model.ts'
import { appraisalOpinionPaper, personalOpinions } from '#shared/documents/papers/appraisal-opinion.ts'
import { collectionList, opinionSummaryPaper } from '#shared/documents/papers/before-life-meeting.ts'
import { duesTable } from '#shared/documents/papers/dues-table.ts'
import { followUpList } from '#shared/documents/papers/follow-up-list.ts'
import { papersFor } from '#shared/documents/papers/kinds.ts'
import { sittingPapers } from '#shared/documents/papers/papers.ts'
import { problemLedger } from '#shared/documents/papers/problem-ledger.ts'
import { notesDocument } from '#shared/handbook/front.ts'
import { newId } from '#shared/kernel/ids.ts'
import { listForms } from './forms-lists.ts'
import { reportForms } from './forms-reports.ts'
import { sampleBranch } from './sample-branch.ts'
import { committeeMeeting } from './sample-committee-meeting.ts'
import { generalMeeting } from './sample-general-meeting.ts'
import { collected, gathered, opinion, tallies, withProblems } from './samples-appraisal.ts'
import { democraticAppraisal, organizationalLife } from './samples-january.ts'
import { dueMembers, planned, plannedElection, plannedOf, sourceOf } from './samples-papers.ts'

interface Form {
  readonly name: string
  readonly models: readonly DocumentModel[]
  readonly style?: 'table' | 'official'
  /** Pages of a book, printed on both sides. */
  readonly isBook?: boolean
}

const followUps = (generalMeeting.parts[0]?.resolutions ?? []).map(({ text, owner, dueOn }, i) => ({
  id: newId(),
  activityId: generalMeeting.id,
  date: generalMeeting.date,
  title: '2025年第二季度支部党员大会',
  text,
  owner,
  dueOn: dueOn ?? null,
  doneOn: i === 0 ? '2025-07-10' : null,
  doneNote: '',
}))

const contents = paper('contents', {
  title: ['目录'],
  body: [
    {
      kind: 'contents',
      entries: [
        { text: '支部党员大会', level: 0, page: null, target: null },
        { text: '6月27日　2025年第二季度支部党员大会', level: 1, page: 17, target: null },
      ],
    },
  ],
})

const minutes = (activity: typeof generalMeeting, style: 'table' | 'official') => [
  minutesDocument(activity, sampleBranch, { style }),
]

/** Every sort of page that is printed, made from the samples alone. */
export const forms: readonly Form[] = [
  { name: 'minutes-table', models: minutes(generalMeeting, 'table'), style: 'table' },
  { name: 'minutes-official', models: minutes(generalMeeting, 'official') },
  { name: 'committee-table', models: minutes(committeeMeeting, 'table'), style: 'table' },
  { name: 'organizational-life-official', models: minutes(organizationalLife, 'official') },
  { name: 'appraisal-table', models: minutes(democraticAppraisal, 'table'), style: 'table' },
  ...papersFor(planned.activity).map((kind) => ({ name: `paper-${kind}`, models: sittingPapers(planned, [kind]).slice(0, 1) })),
  { name: 'election-ballots', models: sittingPapers(plannedElection, ['ballots']).slice(0, 1) },
  { name: 'election-tally', models: sittingPapers(plannedElection, ['tally']).slice(0, 1) },
  { name: 'appraisal-sheet', models: sittingPapers(sourceOf(plannedOf(democraticAppraisal)), ['appraisalSheets']).slice(0, 1) },
  { name: 'appraisal-summary', models: sittingPapers(sourceOf(democraticAppraisal), ['appraisalSummary']) },
  { name: 'appraisal-opinion', models: [appraisalOpinionPaper(opinion, sampleBranch)] },
  { name: 'appraisal-opinion-person', models: personalOpinions(opinion, sampleBranch, tallies).slice(0, 1) },
  { name: 'rectification-list', models: sittingPapers(withProblems, ['rectificationList']) },
  { name: 'problem-ledger', models: [problemLedger(withProblems.problems ?? [], 2025, sampleBranch, '2026-04-10')] },
  { name: 'opinions-gathered', models: [opinionSummaryPaper(gathered, sampleBranch)] },
  { name: 'collection', models: [collectionList(collected, collectionOf(collected, dueMembers), sampleBranch)] },
  { name: 'follow-ups', models: [followUpList(followUps, sampleBranch, '2025-08-01')] },
  {
    name: 'dues',
    models: [duesTable([{ personId: '', name: '张三', amount: 12.5, paid: [1, 2, 3] }], 2025, sampleBranch)],
  },
  { name: 'book', models: [contents, notesDocument('补记'), ...minutes(committeeMeeting, 'table')], style: 'table', isBook: true },
  ...listForms,
  ...reportForms,
]
