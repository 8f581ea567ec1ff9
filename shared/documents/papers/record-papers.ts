/** Papers made from a dated record beside its own sheet. */
export const recordPapers = ['admissionNotice', 'conversionNotice', 'electionRequest', 'electionMethod', 'electionReport'] as const
export type RecordPaper = (typeof recordPapers)[number]

/** The kind of record each is made from. */
export const paperSources: Record<RecordPaper, string> = {
  admissionNotice: 'developmentCase',
  conversionNotice: 'developmentCase',
  electionRequest: 'branchElection',
  electionMethod: 'branchElection',
  electionReport: 'branchElection',
}
