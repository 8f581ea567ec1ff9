import { chineseDate, type PlainDate } from '../kernel/dates.ts'
import { type DevelopmentCase, stageOf, stepKeys } from './case.ts'
import * as rules from './rules.ts'
import { stepLabel } from './steps.ts'

/** What cannot be, or should not be; pointed out, never a reason to refuse the record (PRACTICE §2). */
export interface DevelopmentFinding {
  readonly text: string
  /** Regulation and article; empty: the dates contradict each other. */
  readonly source: string
}

const { sources } = rules
const early = (day: PlainDate | null, limit: PlainDate | null) => day !== null && limit !== null && day < limit
const late = (day: PlainDate | null, limit: PlainDate | null) => early(limit, day)

function orderFindings({ dates }: DevelopmentCase): DevelopmentFinding[] {
  const dated = stepKeys.flatMap((key) => {
    const date = dates[key]
    return date === null ? [] : [{ key, date }]
  })
  return dated.flatMap(({ key, date }, at) => {
    const earlier = dated.slice(0, at).findLast((before) => before.date > date)
    return earlier
      ? [
          {
            text: `“${stepLabel(key)}”（${chineseDate(date)}）早于“${stepLabel(earlier.key)}”（${chineseDate(earlier.date)}）`,
            source: '',
          },
        ]
      : []
  })
}

/** Everything about a case that does not fit, the order of dates first. */
export function developmentFindings(given: DevelopmentCase, today: PlainDate): DevelopmentFinding[] {
  const { dates, noticeFrom, extensionMonths, mentors, sponsors } = given
  const found: DevelopmentFinding[] = orderFindings(given)
  const point = (isSo: boolean, text: string, source = '') => {
    if (isSo) found.push({ text, source })
  }
  for (const key of stepKeys) {
    const date = dates[key]
    point(date !== null && date > today, `“${stepLabel(key)}”的日期在今天之后`)
  }
  point(late(dates.talkOn, rules.talkDue(given)), '收到申请一个月后才谈话', sources.talk)
  point(early(dates.targetOn, rules.targetNotBefore(given)), '确定为积极分子不满一年就列为发展对象', sources.target)
  point(noticeFrom !== null && early(dates.noticeTo, noticeFrom), '公示结束早于公示开始')
  point(late(dates.approvedOn, rules.approvalDue(given)), '上级审批接收超过三个月，请核对', sources.approval)
  point(
    late(dates.conversionApprovedOn, rules.conversionApprovalDue(given)),
    '上级审批转正超过三个月，请核对',
    sources.conversionApproval,
  )
  point(dates.extendedOn !== null && extensionMonths === null, '延长预备期没有写延长几个月', sources.probation)
  point(
    extensionMonths !== null && (extensionMonths < rules.extension.least || extensionMonths > rules.extension.most),
    `延长预备期${extensionMonths}个月；延长不少于半年、不超过一年，只延长一次`,
    sources.probation,
  )
  point(extensionMonths !== null && dates.extendedOn === null, '写了延长几个月，没有写支部大会决定延长的日期')
  point(early(dates.convertedOn, rules.probationEnd(given)), '预备期未满就讨论转正', sources.probation)
  point(dates.activistOn !== null && mentors.length > 2, '培养联系人多于两名', sources.mentors)
  point(dates.activistOn !== null && mentors.length === 0, '确定为积极分子后没有写培养联系人', sources.mentors)
  point(dates.targetOn !== null && sponsors.length !== 2, `入党介绍人写了${sponsors.length}名，应为两名`, sources.sponsors)
  const isSponsor = sponsors.includes(given.name) || mentors.includes(given.name)
  point(isSponsor, '本人不能是自己的培养联系人、入党介绍人')
  const stage = stageOf(given)
  point(given.status !== '' && given.status !== stage, '“进展”和已填的日期对不上，以日期为准')
  return found
}
