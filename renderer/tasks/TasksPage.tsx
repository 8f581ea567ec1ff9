import { useQuery } from '@tanstack/react-query'
import { Segmented } from 'antd'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { orpc } from '#renderer/api/client.ts'
import { useYear } from '#renderer/api/session.ts'
import '#renderer/dossier/dossier.css'
import { Card } from '#renderer/ui/Card.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { ErrorBlock } from '#renderer/ui/ErrorBlock.tsx'
import { PageHeader } from '#renderer/ui/PageHeader.tsx'
import { dossierKind } from '#shared/dossier/kinds/index.ts'
import { type Task, taskStates } from '#shared/tasks/schema.ts'
import { PlanCards } from './PlanCards.tsx'
import { TaskDialog } from './TaskDialog.tsx'
import { TaskTable } from './TaskTable.tsx'
import './tasks.css'
import { useTick } from './useTick.ts'
import { taskStateWords } from './words.ts'

/** 任务清单 (年初明责, DOMAIN 5.3): the plans and lists of a year, and every task of them with its tick. */
export default function TasksPage() {
  const year = useYear()
  const [, go] = useLocation()
  const [shown, setShown] = useState<Task['state'] | 'all'>('all')
  const [edited, setEdited] = useState<Task | null>(null)
  const { tick, isPending } = useTick()
  const listed = useQuery(orpc.tasks.list.queryOptions({ input: { year } }))
  if (listed.isError) return <ErrorBlock error={listed.error} onRetry={() => void listed.refetch()} />
  const tasks = listed.data?.tasks ?? []
  const lines = shown === 'all' ? tasks : tasks.filter(({ state }) => state === shown)
  return (
    <>
      <PageHeader
        title="任务清单"
        note={<span className="soft">{year}年</span>}
        primary={{ label: '新建任务清单', onClick: () => go('/records/new?kind=taskList') }}
      />
      {listed.data && <PlanCards year={year} plans={listed.data.plans} />}
      <Card
        title="任务"
        extra={
          <Segmented
            size="small"
            aria-label="进展"
            value={shown}
            onChange={setShown}
            options={[
              { value: 'all' as const, label: `全部 ${tasks.length}` },
              ...taskStates.map((state) => ({
                value: state,
                label: `${taskStateWords[state].text} ${tasks.filter((task) => task.state === state).length}`,
              })),
            ]}
          />
        }
      >
        {listed.isPending && <p className="soft">正在读取…</p>}
        {listed.data && tasks.length === 0 && (
          <EmptyState title={`${year}年还没有任务`}>
            {dossierKind('taskList').purpose}年度工作计划和学习计划里写了时限的安排也列在这里，并进入近期要办。
          </EmptyState>
        )}
        {tasks.length > 0 && lines.length === 0 && <p className="soft">没有这样的任务。</p>}
        {lines.length > 0 && <TaskTable tasks={lines} isBusy={isPending} onTick={tick} onEdit={setEdited} />}
      </Card>
      <TaskDialog task={edited} onClose={() => setEdited(null)} />
    </>
  )
}
