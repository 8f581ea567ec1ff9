import { useMutation, useQuery } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useEffect } from 'react'
import { useLocation, useSearchParams } from 'wouter'
import { client, orpc } from '#renderer/api/client.ts'
import { describeError } from '#renderer/api/errors.ts'
import { useYear } from '#renderer/api/session.ts'
import { Card } from '#renderer/ui/Card.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { ErrorBlock } from '#renderer/ui/ErrorBlock.tsx'
import { PageHeader } from '#renderer/ui/PageHeader.tsx'
import { useAppStore } from '#renderer/ui/useAppStore.ts'
import { type ActivityLine, activityStates } from '#shared/activities/schema.ts'
import { ActivityTable } from './list/ActivityTable.tsx'
import { DraftsBar } from './list/DraftsBar.tsx'
import { FilterBar } from './list/FilterBar.tsx'
import { filterLines, groupByMonth } from './list/group-lines.ts'
import './list/list.css'
import { SignedDrop } from './list/SignedDrop.tsx'
import { useFilter } from './list/useFilter.ts'

/** 组织生活: the records of the year. */
export default function ActivityListPage() {
  const [, navigate] = useLocation()
  const year = useYear()
  const list = useQuery(orpc.activities.list.queryOptions({ input: { year } }))
  const removal = useRemoval()
  useAskedState()
  const importLedger = <Button onClick={() => navigate('/activities/import')}>导入旧台账</Button>
  return (
    <>
      <PageHeader
        title="组织生活"
        note={
          <span className="soft">
            {year}年度{list.data ? `，${list.data.length} 条记录` : ''}
          </span>
        }
        actions={
          <>
            <Button onClick={() => navigate('/appraisal')}>组织生活会和民主评议</Button>
            <Button onClick={() => navigate('/bin')}>回收站</Button>
            {importLedger}
          </>
        }
        primary={{ label: '＋ 记一次会', onClick: () => navigate('/activities/new') }}
      />
      <DraftsBar />
      {list.data && list.data.length > 0 && <SignedDrop />}
      {list.isError && <ErrorBlock error={list.error} onRetry={() => void list.refetch()} />}
      {list.data && <Records year={year} lines={list.data} onRemove={removal} />}
    </>
  )
}

interface RecordsProps {
  readonly year: number
  readonly lines: readonly ActivityLine[]
  readonly onRemove: (line: ActivityLine) => void
}

function Records({ year, lines, onRemove }: RecordsProps) {
  const filter = useFilter((state) => state.filter)
  const clear = useFilter((state) => state.clear)
  if (lines.length === 0) {
    return (
      <Card>
        <EmptyState title={`${year}年还没有记录`} actions={<OtherYears />}>
          开过的会在“记一次会”里记录；以前记在表格里的，用“导入旧台账”一次取入。
        </EmptyState>
      </Card>
    )
  }
  const shown = filterLines(lines, filter)
  return (
    <Card>
      <FilterBar lines={lines} />
      {shown.length === 0 ? (
        <EmptyState title="没有符合条件的记录" actions={<Button onClick={clear}>看全部记录</Button>} />
      ) : (
        <ActivityTable groups={groupByMonth(shown, year)} onRemove={onRemove} />
      )}
    </Card>
  )
}

/** `?state=toSign` of the start page's number: the list opens narrowed to what the number counts. */
function useAskedState(): void {
  const [query] = useSearchParams()
  const change = useFilter((state) => state.change)
  const asked = activityStates.find((state) => state === query.get('state')) ?? null
  useEffect(() => {
    if (asked !== null) change({ state: asked, purpose: null, text: '' })
  }, [asked, change])
}

/** An empty year is often only the wrong year: the imported ones are a click away. */
function OtherYears() {
  const years = useQuery(orpc.activities.years.queryOptions({ input: {} }))
  const chooseYear = useAppStore((state) => state.chooseYear)
  return (years.data ?? [])
    .toSorted((a, b) => b - a)
    .slice(0, 4)
    .map((year) => (
      <Button key={year} onClick={() => chooseYear(year)}>
        看{year}年度
      </Button>
    ))
}

/** To the bin, with the way back in the message. */
function useRemoval(): (line: ActivityLine) => void {
  const { message } = App.useApp()
  const failed = (error: unknown) => {
    const { title, advice } = describeError(error)
    void message.error(`${title}。${advice}`)
  }
  const restore = useMutation({
    mutationFn: (line: ActivityLine) => client.activities.restore({ id: line.id }),
    onSuccess: (_, line) => void message.success(`已恢复“${line.title}”`),
    onError: failed,
  })
  const remove = useMutation({
    mutationFn: (line: ActivityLine) => client.activities.remove({ id: line.id }),
    onSuccess: (_, line) => {
      const key = `removed-${line.id}`
      void message.open({
        key,
        type: 'success',
        duration: 12,
        content: (
          <span>
            已删除“{line.title}”
            <Button
              type="link"
              size="small"
              onClick={() => {
                message.destroy(key)
                restore.mutate(line)
              }}
            >
              撤销
            </Button>
          </span>
        ),
      })
    },
    onError: failed,
  })
  return (line) => remove.mutate(line)
}
