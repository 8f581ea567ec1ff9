import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { Link, useLocation } from 'wouter'
import { orpc } from '#renderer/api/client.ts'
import { useToday } from '#renderer/api/session.ts'
import { Card } from '#renderer/ui/Card.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { ErrorBlock } from '#renderer/ui/ErrorBlock.tsx'
import { PageHeader } from '#renderer/ui/PageHeader.tsx'
import { useAppStore } from '#renderer/ui/useAppStore.ts'
import { yearOf } from '#shared/kernel/dates.ts'
import { FixedDayCard } from './FixedDayCard.tsx'
import { MonthsTable } from './MonthsTable.tsx'
import { OpenFollowUpsCard } from './OpenFollowUpsCard.tsx'
import { missingBefore, planMonths } from './plan-months.ts'
import './plans.css'

/** 计划与任务: the months ahead, what is planned in them and what is still to be planned. */
export function PlansPage() {
  const [, navigate] = useLocation()
  const chosen = useAppStore((state) => state.year)
  const today = useToday()
  // Plans are about what is to come: the running year, unless another one is chosen.
  const year = chosen ?? yearOf(today)
  const summary = useQuery(orpc.obligations.summary.queryOptions({ input: { year } }))
  const list = useQuery(orpc.activities.list.queryOptions({ input: { year } }))
  const tasks = useQuery(orpc.tasks.list.queryOptions({ input: { year } }))
  const failed = [summary, list, tasks].find((answer) => answer.isError)
  if (failed) return <ErrorBlock error={failed.error} onRetry={() => void failed.refetch()} />
  const months = summary.data && list.data && tasks.data ? planMonths(summary.data, list.data, tasks.data.tasks, today) : null
  const missing = summary.data ? missingBefore(summary.data, today) : 0
  return (
    <>
      <PageHeader
        title="计划与任务"
        note={<span className="soft">{year}年度</span>}
        actions={
          <>
            <Button onClick={() => navigate('/tasks')}>任务清单</Button>
            <Button onClick={() => navigate('/problems')}>问题整改</Button>
            <Button onClick={() => navigate('/duty-report')}>述职</Button>
            <Button onClick={() => navigate('/yearbook')}>工作台账</Button>
            <Button onClick={() => navigate('/follow-ups')}>会后落实</Button>
          </>
        }
        primary={{ label: '准备一次会', onClick: () => navigate('/plans/prepare') }}
      />
      <div className="plans-columns">
        <Card
          title="各月安排"
          note={year === yearOf(today) ? '本月起；点名称准备' : ''}
          extra={missing > 0 && <Link href="/summary">以前有{missing}次未记录</Link>}
        >
          {!months && <p className="soft">正在汇总…</p>}
          {months?.length === 0 && (
            <EmptyState title={`${year}年已经过去`} actions={<Link href="/summary">看全年情况一览表</Link>}>
              计划只列本月和以后的会议，以及还没有记录的计划。
            </EmptyState>
          )}
          {months && months.length > 0 && <MonthsTable months={months} today={today} />}
        </Card>
        <div className="plans-side">
          <FixedDayCard />
          <OpenFollowUpsCard />
        </div>
      </div>
    </>
  )
}
