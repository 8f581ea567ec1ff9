import { useMutation, useQuery } from '@tanstack/react-query'
import { App, Button, Input, Select } from 'antd'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { client, orpc } from '#renderer/api/client.ts'
import { useToday, useYear } from '#renderer/api/session.ts'
import { FormLine } from '#renderer/dossier/FormLine.tsx'
import { NamesSelect } from '#renderer/members/NamesSelect.tsx'
import { Card } from '#renderer/ui/Card.tsx'
import { ErrorBlock } from '#renderer/ui/ErrorBlock.tsx'
import { PageHeader } from '#renderer/ui/PageHeader.tsx'
import { PlainDatePicker } from '#renderer/ui/PlainDatePicker.tsx'
import type { Progress } from '#shared/rating/assessment.ts'
import type { Rating } from '#shared/rating/contract.ts'
import { starNames } from '#shared/rating/stars.ts'
import { assessmentStatuses, isFrom, statusNames } from '#shared/rating/status.ts'
import { HistoryCard } from './HistoryCard.tsx'
import { PapersCard } from './PapersCard.tsx'
import { gated } from './RatingGate.tsx'
import { ReviewCard } from './ReviewCard.tsx'

interface DateLineProps {
  readonly label: string
  readonly value: string | null
  readonly onChange: (value: string | null) => void
}

const DateLine = ({ label, value, onChange }: DateLineProps) => (
  <FormLine label={label}>
    <PlainDatePicker label={label} value={value} onChange={onChange} />
  </FormLine>
)

interface TextLineProps {
  readonly label: string
  readonly value: string
  readonly hint?: string
  readonly onChange: (value: string) => void
}

const TextLine = ({ label, value, hint, onChange }: TextLineProps) => (
  <FormLine label={label} hint={hint}>
    <Input aria-label={label} value={value} maxLength={100} onChange={({ target }) => onChange(target.value)} />
  </FormLine>
)

function ProgressForm({ rating }: { readonly rating: Rating }) {
  const { message } = App.useApp()
  const today = useToday()
  const [status, setStatus] = useState(rating.status)
  const [form, setForm] = useState<Progress>({ self: rating.self, report: rating.report, result: rating.result })
  const { self, report, result } = form
  const save = useMutation({
    mutationFn: () => client.rating.saveProgress({ year: rating.year, revision: rating.revision, status, ...form }),
    onSuccess: () => void message.success('已保存'),
  })
  const setSelf = (patch: Partial<Progress['self']>) => setForm({ ...form, self: { ...self, ...patch } })
  const setReport = (patch: Partial<Progress['report']>) => setForm({ ...form, report: { ...report, ...patch } })
  const setResult = (patch: Partial<Progress['result']>) => setForm({ ...form, result: { ...result, ...patch } })
  return (
    <>
      <Card title="进度">
        <ol className="rating-way" aria-label="进度">
          {assessmentStatuses.map((each) => (
            <li key={each} aria-current={each === rating.status ? 'step' : undefined}>
              {statusNames[each]}
            </li>
          ))}
        </ol>
        <FormLine label="现在到了" hint="自评完成以后，得分不再随新的记录变动；要修改得分，改回“自评中”。">
          <Select
            aria-label="现在到了"
            value={status}
            onChange={setStatus}
            options={assessmentStatuses.map((each) => ({ value: each, label: statusNames[each] }))}
          />
        </FormLine>
      </Card>
      <Card title="自评和报送">
        <DateLine label="自评开始" value={self.from} onChange={(from) => setSelf({ from })} />
        <DateLine label="自评完成" value={self.to} onChange={(to) => setSelf({ to })} />
        <FormLine label="自评人员">
          <NamesSelect label="自评人员" date={today} names={self.persons} onChange={(persons) => setSelf({ persons })} />
        </FormLine>
        <TextLine label="审签人" value={self.approvedBy} onChange={(approvedBy) => setSelf({ approvedBy })} />
        <FormLine label="情况说明" hint="写进自评报告；不写则在报告里留出空行。">
          <Input.TextArea
            aria-label="情况说明"
            autoSize={{ minRows: 3 }}
            maxLength={20_000}
            value={self.summary}
            onChange={({ target }) => setSelf({ summary: target.value })}
          />
        </FormLine>
        <DateLine label="报送日期" value={report.on} onChange={(on) => setReport({ on })} />
        <TextLine label="报送单位" value={report.to} onChange={(to) => setReport({ to })} />
      </Card>
      <Card title="审定、公示和命名" note="按上级的文件填写">
        <FormLine label="星级">
          <Select
            aria-label="星级"
            allowClear
            placeholder="未定或不予评定"
            value={result.stars}
            onChange={(stars: number | undefined) => setResult({ stars: stars ?? null })}
            options={[5, 4, 3, 2, 1].map((stars) => ({ value: stars, label: starNames[stars] }))}
          />
        </FormLine>
        <DateLine label="审定日期" value={result.approvedOn} onChange={(approvedOn) => setResult({ approvedOn })} />
        <TextLine label="审定单位" value={result.approvedBy} onChange={(approvedBy) => setResult({ approvedBy })} />
        <TextLine label="文号" value={result.documentNo} onChange={(documentNo) => setResult({ documentNo })} />
        <DateLine label="公示开始" value={result.noticeFrom} onChange={(noticeFrom) => setResult({ noticeFrom })} />
        <DateLine label="公示结束" value={result.noticeTo} onChange={(noticeTo) => setResult({ noticeTo })} />
        <DateLine label="命名日期" value={result.namedOn} onChange={(namedOn) => setResult({ namedOn })} />
        {isFrom(status, 'named') && (
          <>
            <DateLine label="摘星日期" value={result.removedOn} onChange={(removedOn) => setResult({ removedOn })} />
            <TextLine label="摘星原因" value={result.removedReason} onChange={(removedReason) => setResult({ removedReason })} />
          </>
        )}
      </Card>
      <div className="rating-save">
        {save.isError && <ErrorBlock inline error={save.error} />}
        <Button type="primary" loading={save.isPending} onClick={() => save.mutate()}>
          保存
        </Button>
      </div>
    </>
  )
}

/** 自评和结果: the year's way from 自评中 to 已命名, its papers, the superior's review, and the branch's own stars over the years. */
function ResultPage() {
  const year = useYear()
  const [, navigate] = useLocation()
  const rating = useQuery(orpc.rating.get.queryOptions({ input: { year } }))
  if (rating.isError) return <ErrorBlock error={rating.error} onRetry={() => void rating.refetch()} />
  const { data } = rating
  return (
    <>
      <PageHeader
        title={`${year}年度自评和结果`}
        note={data && <span className="soft">{statusNames[data.status]}</span>}
        actions={<Button onClick={() => navigate('/rating')}>返回指标</Button>}
      />
      {!data && <p className="soft">正在核对全年记录…</p>}
      {data && (
        <>
          <p className="small faint rating-notice">{data.scheme.notice}</p>
          <div className="rating-columns">
            <div className="dossier-stack">
              <ProgressForm key={data.revision} rating={data} />
            </div>
            <div className="dossier-stack">
              <PapersCard rating={data} />
              <ReviewCard rating={data} />
              <HistoryCard />
            </div>
          </div>
        </>
      )}
    </>
  )
}

export default gated(ResultPage)
