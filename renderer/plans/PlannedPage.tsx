import { useMutation, useQuery } from '@tanstack/react-query'
import { App, Button, Popconfirm } from 'antd'
import { useRef, useState } from 'react'
import { useLocation, useParams, useSearch } from 'wouter'
import { client, orpc } from '#renderer/api/client.ts'
import { useToday } from '#renderer/api/session.ts'
import { PreparationCard } from '#renderer/appraisal/PreparationCard.tsx'
import { Card } from '#renderer/ui/Card.tsx'
import { ErrorBlock } from '#renderer/ui/ErrorBlock.tsx'
import { PageHeader } from '#renderer/ui/PageHeader.tsx'
import { showUndo } from '#renderer/ui/undo-message.tsx'
import { activityStateNames } from '#shared/activities/labels.ts'
import type { Activity } from '#shared/activities/schema.ts'
import { type PaperKind, paperNames, papersFor } from '#shared/documents/papers/kinds.ts'
import { DayWarnings } from './DayWarnings.tsx'
import { PapersCard } from './PapersCard.tsx'
import { PlannedFacts } from './PlannedFacts.tsx'
import './plans.css'
import { fromPlanned } from './prepare-model.ts'

/** A planned meeting: its papers before, its record after. */
export function PlannedPage() {
  const { id } = useParams<{ id: string }>()
  const activity = useQuery(orpc.activities.get.queryOptions({ input: { id } }))
  if (activity.isError) return <ErrorBlock error={activity.error} onRetry={() => void activity.refetch()} />
  return activity.data ? <Planned key={id} activity={activity.data} /> : <p className="app-wait soft">正在打开…</p>
}

/** 会议通知、签到表、议程（主持词）, and 表决票 or 测评表 where there is something to vote on or to appraise. */
const usualPapers: readonly PaperKind[] = ['notice', 'signInSheet', 'agenda', 'ballots', 'appraisalSheets']

/** `?papers=`: those that the page before has asked for. */
function askedPapers(search: string, offered: readonly PaperKind[]): readonly PaperKind[] {
  const asked = new URLSearchParams(search).get('papers')?.split(',') ?? usualPapers
  return offered.filter((kind) => asked.includes(kind))
}

function Planned({ activity }: { readonly activity: Activity }) {
  const { id, date, state } = activity
  const [, navigate] = useLocation()
  const { message } = App.useApp()
  const today = useToday()
  const frame = useRef<HTMLIFrameElement>(null)
  const search = useSearch()
  const offered = papersFor(activity)
  const [chosen, setChosen] = useState<readonly PaperKind[]>(() => askedPapers(search, offered))
  const papers = offered.filter((kind) => chosen.includes(kind))
  const restore = useMutation({ mutationFn: () => client.activities.restore({ id }) })
  const remove = useMutation({
    mutationFn: () => client.activities.remove({ id }),
    onSuccess: () => {
      showUndo(message, `removed-${id}`, '已取消这次计划', () => restore.mutate())
      navigate('/plans', { replace: true })
    },
  })
  const isPlanned = state === 'planned' || state === 'toRecord'
  const lifeMeeting = activity.parts.find(({ purpose }) => purpose === 'organizationalLifeMeeting')
  const isAhead = isPlanned && date >= today
  const record = { label: isPlanned ? '记这次会' : '看记录', onClick: () => navigate(`/activities/${id}`) }
  const print = {
    label: `打印${papers.map((kind) => paperNames[kind]).join('、')}`,
    onClick: () => frame.current?.contentWindow?.print(),
    disabled: papers.length === 0,
  }
  return (
    <div className="planned-page">
      <PageHeader
        title={activity.parts[0]?.title ?? ''}
        note={<span className="pill state-open">{activityStateNames[state]}</span>}
        actions={
          <>
            {isPlanned && (
              <Popconfirm
                title="取消这次计划？"
                description="已填的时间、议题和请假会一起放进回收站。"
                okText="取消计划"
                cancelText="不取消"
                onConfirm={() => remove.mutate()}
              >
                <Button loading={remove.isPending}>取消计划</Button>
              </Popconfirm>
            )}
            {isPlanned && <Button onClick={() => navigate(`/plans/${id}/edit`)}>修改安排</Button>}
            {isAhead ? (
              <Button onClick={record.onClick}>{record.label}</Button>
            ) : (
              <Button onClick={print.onClick}>{isPlanned ? '打印会前材料' : '打印会议材料'}</Button>
            )}
          </>
        }
        primary={isAhead ? print : record}
      />
      {remove.isError && <ErrorBlock inline error={remove.error} />}
      {isAhead && <DayWarnings model={fromPlanned(activity)} ownId={id} />}
      <div className="planned-columns">
        <div className="planned-facts-column">
          <Card title="会前安排">
            <PlannedFacts activity={activity} />
          </Card>
          {lifeMeeting && isPlanned && <PreparationCard year={lifeMeeting.forYear} />}
        </div>
        <PapersCard
          activityId={id}
          papers={papers}
          offered={offered}
          title={isPlanned ? '会前材料' : '会议材料'}
          onChange={setChosen}
          frame={frame}
        />
      </div>
    </div>
  )
}
