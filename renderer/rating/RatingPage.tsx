import { useQuery } from '@tanstack/react-query'
import { Segmented } from 'antd'
import { useState } from 'react'
import { Link } from 'wouter'
import { orpc } from '#renderer/api/client.ts'
import { useYear } from '#renderer/api/session.ts'
import { Card } from '#renderer/ui/Card.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { ErrorBlock } from '#renderer/ui/ErrorBlock.tsx'
import { PageHeader } from '#renderer/ui/PageHeader.tsx'
import type { IndicatorState, RatingLine } from '#shared/rating/contract.ts'
import { IndicatorDrawer } from './IndicatorDrawer.tsx'
import { IndicatorTable } from './IndicatorTable.tsx'
import { stateNames } from './words.ts'

type Shown = IndicatorState | 'all'

/** 达标创星 (PRACTICE §4): the gap list first, what proves each indicator and what is still missing; no ranking of anybody. */
export default function RatingPage() {
  const year = useYear()
  const [state, setState] = useState<Shown>('unproved')
  const [open, setOpen] = useState<string | null>(null)
  const branch = useQuery(orpc.branch.get.queryOptions({ input: {} }))
  const rating = useQuery(orpc.rating.get.queryOptions({ input: { year } }))
  if (branch.data && !branch.data.settings.usesRating)
    return <EmptyState title="达标创星已关闭" actions={<Link href="/settings/rules">到“规则与口径”打开</Link>} />
  if (rating.isError) return <ErrorBlock error={rating.error} onRetry={() => void rating.refetch()} />
  const { data } = rating
  const lines = data?.lines.filter(({ isVeto }) => !isVeto) ?? []
  const count = (each: IndicatorState) => lines.filter((line) => line.state === each).length
  const of = (line: RatingLine) => state === 'all' || line.state === state
  return (
    <>
      <PageHeader
        title="达标创星"
        note={
          data && (
            <span className="soft" role="status">
              {year}年，自评 {data.score.total} 分（含加分 {data.score.bonus} 分）
              {data.score.stars === null ? '，有一票否决项' : ''}
            </span>
          )
        }
        actions={
          <Segmented<Shown>
            aria-label="显示"
            value={state}
            onChange={setState}
            options={[
              { value: 'unproved', label: `${stateNames.unproved} ${count('unproved')}` },
              { value: 'proved', label: `${stateNames.proved} ${count('proved')}` },
              { value: 'notApplicable', label: `${stateNames.notApplicable} ${count('notApplicable')}` },
              { value: 'all', label: '全部' },
            ]}
          />
        }
      />
      {data && <p className="small faint rating-notice">{data.scheme.notice}</p>}
      <div className="dossier-stack">
        <Card>
          {rating.isPending && <p className="soft">正在核对全年记录…</p>}
          {data && lines.filter(of).length === 0 && <EmptyState title="这里没有指标" />}
          {data && <IndicatorTable lines={lines.filter(of)} onOpen={setOpen} />}
        </Card>
        {data && (
          <Card title="一票否决和限制项" note="发生了才填">
            <IndicatorTable lines={data.lines.filter(({ isVeto }) => isVeto)} onOpen={setOpen} />
          </Card>
        )}
      </div>
      {data && (
        <IndicatorDrawer
          key={open}
          rating={data}
          line={data.lines.find(({ code }) => code === open) ?? null}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  )
}
