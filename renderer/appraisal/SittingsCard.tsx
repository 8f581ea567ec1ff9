import { Link } from 'wouter'
import { Card } from '#renderer/ui/Card.tsx'
import { activityStateNames, purposeNames } from '#shared/activities/labels.ts'
import type { AppraisalOverview } from '#shared/appraisal/contract.ts'
import { chineseDate } from '#shared/kernel/dates.ts'

type Sitting = AppraisalOverview['sittings'][number]

const wanted = ['organizationalLifeMeeting', 'democraticAppraisal'] as const

const papers: Partial<Record<Sitting['purpose'], readonly { readonly asked: string; readonly label: string }[]>> = {
  organizationalLifeMeeting: [{ asked: 'rectificationList', label: '打印整改清单' }],
  democraticAppraisal: [
    { asked: 'appraisalSheets', label: '打印测评表' },
    { asked: 'appraisalSummary', label: '打印汇总表' },
  ],
}

function SittingLine({ sitting: { activityId, date, title, purpose, state } }: { readonly sitting: Sitting }) {
  const isPlanned = state === 'planned'
  return (
    <li>
      <span>
        <Link href={isPlanned ? `/plans/${activityId}` : `/activities/${activityId}`}>{title}</Link>
        <span className="small faint appraisal-note">
          {chineseDate(date)}　{activityStateNames[state]}
        </span>
      </span>
      <span className="appraisal-tools">
        {papers[purpose]?.map(({ asked, label }) => (
          <Link key={asked} href={`/plans/${activityId}?papers=${asked}`}>
            {label}
          </Link>
        ))}
      </span>
    </li>
  )
}

/** The sittings with their papers, and how far the 整改清单 is. */
export function SittingsCard({ overview: { sittings, rectification } }: { readonly overview: AppraisalOverview }) {
  const missing = wanted.filter((purpose) => !sittings.some((sitting) => sitting.purpose === purpose))
  const { lines, tracked, closed } = rectification
  return (
    <Card title="会议和整改清单">
      <ul className="appraisal-list">
        {sittings.map((sitting) => (
          <SittingLine key={`${sitting.activityId} ${sitting.purpose}`} sitting={sitting} />
        ))}
        {missing.map((purpose) => (
          <li key={purpose}>
            <span className="soft">{purposeNames[purpose]}还没有安排</span>
            <Link href={`/plans/prepare?purpose=${purpose}`}>准备{purposeNames[purpose]}</Link>
          </li>
        ))}
        {lines > 0 && (
          <li>
            <span>
              整改清单{lines}项
              <span className="small faint appraisal-note">
                已登记跟踪{tracked}项，已销号{closed}项
              </span>
            </span>
            <Link href="/problems">{tracked < lines ? '登记并跟踪' : '看整改'}</Link>
          </li>
        )}
      </ul>
    </Card>
  )
}
