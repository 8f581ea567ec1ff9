import type { Progress } from './assessment.ts'

/** The way of an assessment (DOMAIN 4.3). 复核 and 审定 are the superior's; the branch enters what it is told. */
export const assessmentStatuses = [
  'selfAssessment',
  'selfAssessed',
  'reported',
  'inReview',
  'reviewed',
  'approved',
  'inNotice',
  'named',
] as const
export type AssessmentStatus = (typeof assessmentStatuses)[number]

export const statusNames: Readonly<Record<AssessmentStatus, string>> = {
  selfAssessment: '自评中',
  selfAssessed: '已自评',
  reported: '已报送',
  inReview: '复核中',
  reviewed: '已复核',
  approved: '已审定',
  inNotice: '公示中',
  named: '已命名',
}

/** True from that step on. */
export const isFrom = (status: AssessmentStatus, step: AssessmentStatus) =>
  assessmentStatuses.indexOf(status) >= assessmentStatuses.indexOf(step)

/**
 * Why an assessment cannot stand at a step: what has to be known by then, and days in an order that cannot be. Empty: it can.
 *
 * @param unconfirmed how many indicators nobody has confirmed yet
 */
export function progressFaults(status: AssessmentStatus, { self, report, result }: Progress, unconfirmed: number): string[] {
  const needs: [AssessmentStatus, boolean, string][] = [
    ['selfAssessed', unconfirmed === 0, `还有${unconfirmed}项指标没有确认`],
    ['selfAssessed', self.to !== null, '请填写自评完成日期'],
    ['selfAssessed', self.persons.length > 0, '请填写自评人员'],
    ['reported', report.on !== null, '请填写报送日期'],
    ['approved', result.approvedOn !== null, '请填写审定日期'],
    ['inNotice', result.noticeFrom !== null && result.noticeTo !== null, '请填写公示的起止日期'],
    ['named', result.namedOn !== null, '请填写命名日期'],
    ['named', result.stars !== null, '请填写命名的星级'],
  ]
  const missing = needs.filter(([step, isMet]) => !isMet && isFrom(status, step)).map(([, , words]) => words)
  const days: [string, string | null][] = [
    ['自评开始日期', self.from],
    ['自评完成日期', self.to],
    ['报送日期', report.on],
    ['审定日期', result.approvedOn],
    ['公示开始日期', result.noticeFrom],
    ['公示结束日期', result.noticeTo],
    ['命名日期', result.namedOn],
    ['摘星日期', result.removedOn],
  ]
  const known = days.filter((each): each is [string, string] => each[1] !== null)
  const wrong = known.flatMap(([name, day], at) => {
    const before = known[at - 1]
    return before && day < before[1] ? [`${name}早于${before[0]}`] : []
  })
  const removal = result.removedOn !== null && result.removedReason === '' ? ['请填写摘星的原因'] : []
  const early = result.removedOn !== null && status !== 'named' ? ['命名以后才有摘星'] : []
  return [...missing, ...wrong, ...removal, ...early]
}
