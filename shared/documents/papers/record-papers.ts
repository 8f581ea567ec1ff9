/** Papers made from a dated record beside its own sheet. */
export const recordPapers = [
  'admissionNotice',
  'conversionNotice',
  'electionRequest',
  'electionMethod',
  'electionReport',
  'opinionSummary',
  'collectionList',
  'appraisalOpinion',
  'personalOpinions',
] as const
export type RecordPaper = (typeof recordPapers)[number]

/** The kind of record each is made from. */
export const paperSources: Record<RecordPaper, string> = {
  admissionNotice: 'developmentCase',
  conversionNotice: 'developmentCase',
  electionRequest: 'branchElection',
  electionMethod: 'branchElection',
  electionReport: 'branchElection',
  opinionSummary: 'opinionSummary',
  collectionList: 'selfExamination',
  appraisalOpinion: 'appraisalOpinion',
  personalOpinions: 'appraisalOpinion',
}

/** What each is called on the page that shows it. */
export const recordPaperNames: Record<RecordPaper, string> = {
  admissionNotice: '接收公示',
  conversionNotice: '转正公示',
  electionRequest: '换届请示',
  electionMethod: '选举办法',
  electionReport: '选举结果报告',
  opinionSummary: '征求意见汇总表',
  collectionList: '对照检查材料收集情况',
  appraisalOpinion: '评定意见',
  personalOpinions: '评定意见（每人一页）',
}
