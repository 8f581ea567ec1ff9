/** Kinds of evidence that most sittings and many records yield: such a record is no proof of an indicator unless a person says so. */
export const everydayEvidence: ReadonlySet<string> = new Set([
  'minutes',
  'signInSheet',
  'notice',
  'resolution',
  'ballotTally',
  'studyRecord',
  'plan',
  'summary',
  'certificate',
  'approvalDoc',
  'photo',
])
