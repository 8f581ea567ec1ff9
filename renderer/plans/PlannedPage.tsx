import { useMutation, useQuery } from '@tanstack/react-query'
import { App, Button, Popconfirm } from 'antd'
import { useLocation, useParams } from 'wouter'
import { client, orpc } from '#renderer/api/client.ts'
import { useToday } from '#renderer/api/session.ts'
import { Card } from '#renderer/ui/Card.tsx'
import { ErrorBlock } from '#renderer/ui/ErrorBlock.tsx'
import { PageHeader } from '#renderer/ui/PageHeader.tsx'
import { absenceReasonNames, activityStateNames, purposeNames } from '#shared/activities/labels.ts'
import type { Activity } from '#shared/activities/schema.ts'
import { chineseDateWithWeekday } from '#shared/kernel/dates.ts'
import { DayWarnings } from './DayWarnings.tsx'
import './plans.css'
import { fromPlanned, plannedVoteNames } from './prepare-model.ts'

/** A planned meeting: its papers before, its record after. */
export function PlannedPage() {
  const { id } = useParams<{ id: string }>()
  const [, navigate] = useLocation()
  const { message } = App.useApp()
  const today = useToday()
  const activity = useQuery(orpc.activities.get.queryOptions({ input: { id } }))
  const remove = useMutation({
    mutationFn: () => client.activities.remove({ id }),
    onSuccess: () => {
      void message.success('已取消这次计划，可以在回收站里恢复')
      navigate('/plans', { replace: true })
    },
  })
  if (activity.isError) return <ErrorBlock error={activity.error} onRetry={() => void activity.refetch()} />
  if (!activity.data) return <p className="app-wait soft">正在打开…</p>
  const { data } = activity
  const isPlanned = data.state === 'planned' || data.state === 'toRecord'
  const record = () => navigate(`/activities/${id}`)
  return (
    <>
      <PageHeader
        title={data.parts[0]?.title ?? ''}
        note={<span className="pill state-open">{activityStateNames[data.state]}</span>}
        actions={
          isPlanned && (
            <>
              <Popconfirm
                title="取消这次计划？"
                description="已填的时间、议题和请假会一起放进回收站。"
                okText="取消计划"
                cancelText="不取消"
                onConfirm={() => remove.mutate()}
              >
                <Button loading={remove.isPending}>取消计划</Button>
              </Popconfirm>
              <Button onClick={() => navigate(`/plans/${id}/edit`)}>修改安排</Button>
            </>
          )
        }
        primary={{ label: isPlanned ? '记这次会' : '看记录', onClick: record }}
      />
      {remove.isError && <ErrorBlock inline error={remove.error} />}
      {isPlanned && data.date >= today && <DayWarnings model={fromPlanned(data)} ownId={id} />}
      <Card title="会前安排">
        <Facts activity={data} />
      </Card>
    </>
  )
}

function Facts({ activity }: { readonly activity: Activity }) {
  const { agenda, absentees, purpose } = fromPlanned(activity)
  const { startTime, endTime, place, chair, recorder } = activity
  const [part] = activity.parts
  return (
    <dl className="planned-facts">
      <dt>类型</dt>
      <dd>
        {purposeNames[purpose]}
        {part?.groupName && `（${part.groupName}）`}
      </dd>
      <dt>时间</dt>
      <dd>
        {chineseDateWithWeekday(activity.date)} {startTime ?? ''}
        {endTime ? `—${endTime}` : ''}
        {!startTime && <span className="soft">　时间未填</span>}
      </dd>
      <dt>地点</dt>
      <dd>{place === '' ? <span className="soft">未填</span> : place}</dd>
      <dt>主持、记录</dt>
      <dd>
        {chair?.name ?? '未定'}、{recorder?.name ?? '未定'}
      </dd>
      <dt>议题</dt>
      <dd>
        {agenda.length === 0 && <span className="soft">未定</span>}
        <ol>
          {agenda.map((line) => (
            <li key={line.key}>
              {line.title}
              {line.vote !== 'none' && <span className="pill state-quiet">{plannedVoteNames[line.vote]}</span>}
            </li>
          ))}
        </ol>
      </dd>
      <dt>应到</dt>
      <dd>
        {part?.counts.due ?? 0}人
        {absentees.length > 0 &&
          `，请假${absentees.length}人：${absentees.map(({ name, reason }) => `${name}（${absenceReasonNames[reason]}）`).join('、')}`}
      </dd>
    </dl>
  )
}
