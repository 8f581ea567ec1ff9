import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { Link, useLocation } from 'wouter'
import { orpc } from '#renderer/api/client.ts'
import { useToday, useYear } from '#renderer/api/session.ts'
import { Card } from '#renderer/ui/Card.tsx'
import { ErrorBlock } from '#renderer/ui/ErrorBlock.tsx'
import { chineseDate, chineseMonthDay, type PlainDate, weekdayName, yearOf } from '#shared/kernel/dates.ts'
import type { YearSummary } from '#shared/obligations/schema.ts'
import { CountCards } from './CountCards.tsx'
import { FirstSteps } from './FirstSteps.tsx'
import { TodoCard } from './TodoCard.tsx'
import { dueThisMonth, todoLines } from './todo.ts'
import { useOpenPick } from './useOpenPick.tsx'
import { YearTable } from './YearTable.tsx'
import './start-page.css'

function StartTitle({ summary, today }: { readonly summary: YearSummary; readonly today: PlainDate }) {
  if (summary.year !== yearOf(today)) {
    return (
      <header className="start-title">
        <h1>{summary.year}年度</h1>
        <span className="soft">今天是{chineseDate(today)}，正在看往年的情况</span>
      </header>
    )
  }
  const due = dueThisMonth(summary)
  return (
    <header className="start-title">
      <h1>
        {chineseMonthDay(today)}
        {'\u3000'}
        {weekdayName(today)}
      </h1>
      <span className="soft">{due.length === 0 ? '本月要开的会都已记录' : `本月要开：${due.join('、')}`}</span>
    </header>
  )
}

/** What to do next, and how the year stands, on one screen. */
export function StartPage() {
  const [, navigate] = useLocation()
  const today = useToday()
  const year = useYear()
  const members = useQuery(orpc.members.all.queryOptions({ input: {} }))
  const summary = useQuery(orpc.obligations.summary.queryOptions({ input: { year } }))
  const due = useQuery(orpc.obligations.due.queryOptions({ input: {} }))
  const followUps = useQuery(orpc.activities.followUps.queryOptions({ input: { open: true } }))
  const drafts = useQuery(orpc.activities.drafts.queryOptions({ input: {} }))
  const recordDrafts = useQuery(orpc.dossier.drafts.queryOptions({ input: {} }))
  const { open, drawer } = useOpenPick()
  const failed = [members, summary, due, followUps, drafts, recordDrafts].find((query) => query.isError)
  if (failed) return <ErrorBlock error={failed.error} onRetry={() => void failed.refetch()} />
  if (!members.data || !summary.data || !drafts.data || !recordDrafts.data || !due.data || !followUps.data)
    return <p className="app-wait soft">正在汇总…</p>
  if (members.data.length === 0) return <FirstSteps />
  return (
    <div className="start-page">
      <StartTitle summary={summary.data} today={today} />
      <div className="start-columns">
        <TodoCard lines={todoLines(due.data.items, [...drafts.data, ...recordDrafts.data], today)} followUps={followUps.data} />
        <Card title="全年组织生活" note="点任一格看记录" className="year-card" extra={<Link href="/summary">全年情况一览表</Link>}>
          <YearTable summary={summary.data} onOpen={open} />
        </Card>
        <CountCards openFollowUps={followUps.data.length} />
      </div>
      <footer className="start-actions-bar">
        <Button type="primary" className="record-button" title="Ctrl+N" onClick={() => navigate('/activities/new')}>
          ＋ 记一次会
        </Button>
        <Button className="prepare-button" onClick={() => navigate('/plans/prepare')}>
          准备一次会
        </Button>
        <nav aria-label="常用" className="start-links">
          <Link href="/activities/import">导入以前的台账</Link>
          <Link href="/members">党员名单</Link>
          <Link href="/packs">打印与报送</Link>
        </nav>
      </footer>
      {drawer}
    </div>
  )
}
