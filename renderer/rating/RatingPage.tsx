import { useMutation, useQuery } from '@tanstack/react-query'
import { App, Button, Popconfirm, Segmented } from 'antd'
import { useLocation, useSearchParams } from 'wouter'
import { client, orpc } from '#renderer/api/client.ts'
import { useYear } from '#renderer/api/session.ts'
import { Card } from '#renderer/ui/Card.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { ErrorBlock } from '#renderer/ui/ErrorBlock.tsx'
import { PageHeader } from '#renderer/ui/PageHeader.tsx'
import { indicatorStates, type Rating, type RatingLine } from '#shared/rating/contract.ts'
import { isFrom, statusNames } from '#shared/rating/status.ts'
import { IndicatorDrawer } from './IndicatorDrawer.tsx'
import { IndicatorTable } from './IndicatorTable.tsx'
import { gated } from './RatingGate.tsx'
import { stateNames } from './words.ts'

const shownNames = [...indicatorStates, 'unconfirmed', 'all'] as const
type Shown = (typeof shownNames)[number]

const shows = (shown: Shown, { state, confirmed }: RatingLine) =>
  shown === 'all' || (shown === 'unconfirmed' ? !confirmed : state === shown)

/** Confirms every proposal that nobody has touched, after asking. */
function ConfirmProposed({ rating: { year, revision, lines } }: { readonly rating: Rating }) {
  const { message } = App.useApp()
  const confirm = useMutation({
    mutationFn: () => client.rating.confirmProposed({ year, revision }),
    onSuccess: ({ confirmed }) => void message.success(`已确认 ${confirmed} 项`),
  })
  const open = lines.filter(({ confirmed, proposed, isVeto }) => !confirmed && !isVeto && proposed !== null).length
  if (open === 0) return null
  return (
    <Popconfirm
      title={`把 ${open} 项按记录算出的建议分记为自评得分？`}
      description="已经确认的和需人工评定的不变。"
      okText="确认"
      cancelText="取消"
      onConfirm={() => confirm.mutate()}
    >
      <Button loading={confirm.isPending}>按建议确认</Button>
    </Popconfirm>
  )
}

/** 达标创星 (PRACTICE §4): the gap list first (`?show=` which part of it, `?code=` one indicator opened), what proves each indicator and what is still missing; no ranking of anybody. */
function RatingPage() {
  const year = useYear()
  const [, navigate] = useLocation()
  // In the address, so that coming back from a form shows the same list.
  const [query, setQuery] = useSearchParams()
  const shown = shownNames.find((each) => each === query.get('show')) ?? 'unproved'
  const open = query.get('code')
  const put = (name: 'show' | 'code', value: string | null) =>
    setQuery(
      (before) => {
        const next = new URLSearchParams(before)
        if (value === null) next.delete(name)
        else next.set(name, value)
        return next
      },
      { replace: true },
    )
  const setOpen = (code: string | null) => put('code', code)
  const rating = useQuery(orpc.rating.get.queryOptions({ input: { year } }))
  if (rating.isError) return <ErrorBlock error={rating.error} onRetry={() => void rating.refetch()} />
  const { data } = rating
  const lines = data?.lines.filter(({ isVeto }) => !isVeto) ?? []
  const option = (value: Shown, name: string) => ({
    value,
    label: `${name} ${lines.filter((line) => shows(value, line)).length}`,
  })
  const listed = lines.filter((line) => shows(shown, line))
  return (
    <>
      <PageHeader
        title="达标创星"
        note={
          data && (
            <span className="soft" role="status">
              {year}年，{statusNames[data.status]}，自评 {data.score.total} 分（含加分 {data.score.bonus} 分）
              {data.score.isStandardMet === false && '，未达标'}
            </span>
          )
        }
        actions={
          <>
            <Button onClick={() => navigate('/rating/schemes')}>评定办法</Button>
            {data && !isFrom(data.status, 'selfAssessed') && <ConfirmProposed rating={data} />}
          </>
        }
        primary={{ label: '自评和结果', onClick: () => navigate('/rating/result') }}
      />
      {data && <p className="small faint rating-notice">{data.scheme.notice}</p>}
      <div className="dossier-stack">
        <Card
          title="指标"
          {...(data ? { note: `《${data.scheme.name}》${data.scheme.version}版` } : {})}
          extra={
            <Segmented<Shown>
              aria-label="显示"
              value={shown}
              onChange={(value) => put('show', value)}
              options={[
                option('unproved', stateNames.unproved),
                option('proved', stateNames.proved),
                option('notApplicable', stateNames.notApplicable),
                option('unconfirmed', '未确认'),
                option('all', '全部'),
              ]}
            />
          }
        >
          {rating.isPending && <p className="soft">正在核对全年记录…</p>}
          {data && listed.length === 0 && <EmptyState title="这里没有指标" />}
          {data && <IndicatorTable lines={listed} onOpen={setOpen} showsState={shown === 'all' || shown === 'unconfirmed'} />}
        </Card>
        {data && data.lines.some(({ isVeto }) => isVeto) && (
          <Card title="一票否决和限制项" note="逐项确认是否发生">
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

export default gated(RatingPage)
