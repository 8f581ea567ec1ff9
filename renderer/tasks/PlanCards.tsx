import { Button } from 'antd'
import { Link, useLocation } from 'wouter'
import { Card } from '#renderer/ui/Card.tsx'
import { dossierKind } from '#shared/dossier/kinds/index.ts'
import type { taskKinds } from '#shared/tasks/schema.ts'

interface Plan {
  readonly id: string
  readonly title: string
}

interface PlanCardsProps {
  readonly year: number
  readonly plans: readonly {
    readonly kind: (typeof taskKinds)[number]
    readonly records: readonly Plan[]
    readonly earlier: readonly Plan[]
  }[]
}

/** 年度工作计划, 学习计划, 任务清单 of the year: what there is, and the way to a new one, from last year's where there was one. */
export function PlanCards({ year, plans }: PlanCardsProps) {
  const [, go] = useLocation()
  return (
    <div className="plan-cards">
      {plans.map(({ kind, records, earlier }) => (
        <Card
          key={kind}
          title={dossierKind(kind).name}
          extra={<Link href={`/records/new?kind=${kind}`}>{kind === 'taskList' ? '新建' : '登记'}</Link>}
        >
          <ul>
            {records.map(({ id, title }) => (
              <li key={id}>
                <Link href={`/records/${id}`}>{title}</Link>
              </li>
            ))}
          </ul>
          {records.length === 0 && <p className="soft">{year}年还没有。</p>}
          {earlier.map(({ id, title }) => (
            <Button key={id} size="small" onClick={() => go(`/records/new?kind=${kind}&from=${id}&year=${year}`)}>
              照{title}做{year}年的
            </Button>
          ))}
        </Card>
      ))}
    </div>
  )
}
