import { Link } from 'wouter'
import { Card } from '#renderer/ui/Card.tsx'
import type { AppraisalOverview } from '#shared/appraisal/contract.ts'
import { chineseDate } from '#shared/kernel/dates.ts'

/** 会前：征求意见汇总. */
export function GatheredCard({ overview: { gathered, year } }: { readonly overview: AppraisalOverview }) {
  return (
    <Card title="会前：征求意见" extra={<Link href={`/records/new?kind=opinionSummary&forYear=${year}`}>登记汇总</Link>}>
      {gathered.length === 0 && (
        <p className="soft">还没有登记。发放征求意见表后，把收到的意见梳理成几条登记在这里，不记谁提的。</p>
      )}
      <ul className="appraisal-list">
        {gathered.map(({ recordId, title, date, count }) => (
          <li key={recordId}>
            <span>
              <Link href={`/records/${recordId}`}>{title}</Link>
              <span className="small faint appraisal-note">
                {chineseDate(date)}　梳理合并为{count}条
              </span>
            </span>
            <Link href={`/records/${recordId}/papers/opinionSummary`}>打印汇总表</Link>
          </li>
        ))}
      </ul>
    </Card>
  )
}
