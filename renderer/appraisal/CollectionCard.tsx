import { useMutation } from '@tanstack/react-query'
import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { Link } from 'wouter'
import { client, orpc } from '#renderer/api/client.ts'
import { useToday } from '#renderer/api/session.ts'
import { Card } from '#renderer/ui/Card.tsx'
import { ErrorBlock } from '#renderer/ui/ErrorBlock.tsx'
import { PlainDatePicker } from '#renderer/ui/PlainDatePicker.tsx'
import { collectionCounts, collectionKind, missingOf } from '#shared/appraisal/collection.ts'
import type { AppraisalOverview } from '#shared/appraisal/contract.ts'
import { chineseDate, type PlainDate, plusDays } from '#shared/kernel/dates.ts'

type Collection = NonNullable<AppraisalOverview['collection']>

const title = '会前：对照检查材料'

/** 对照检查材料: who has handed in and who has not, a tick for each. Never the text itself. */
export function CollectionCard({ overview }: { readonly overview: AppraisalOverview }) {
  const { collection } = overview
  return collection ? <Collecting collection={collection} /> : <Begin overview={overview} />
}

/** Nobody collects yet: until when it is asked for. */
function Begin({ overview: { year, sittings } }: { readonly overview: AppraisalOverview }) {
  const today = useToday()
  const meeting = sittings.find(({ purpose }) => purpose === 'organizationalLifeMeeting')
  // A few days before the meeting, so that there is time to read and to remind.
  const proposed = meeting && meeting.date > plusDays(today, 3) ? plusDays(meeting.date, -3) : plusDays(today, 7)
  const [due, setDue] = useState<PlainDate | null>(proposed)
  const begin = useMutation({
    mutationFn: () =>
      client.dossier.save({
        kind: collectionKind,
        date: today,
        forYear: year,
        title: `${year}年度组织生活会对照检查材料`,
        content: due === null ? {} : { due },
      }),
  })
  return (
    <Card title={title}>
      <p className="soft">还没有开始收集。定一个截止日期，开始后按名单逐人打勾；到期没有交齐的，首页会提醒。</p>
      {begin.isError && <ErrorBlock inline error={begin.error} />}
      <p className="appraisal-tools">
        <label>
          截止日期 <PlainDatePicker label="截止日期" value={due} onChange={setDue} />
        </label>
        <Button type="primary" loading={begin.isPending} onClick={() => begin.mutate()}>
          开始收集
        </Button>
      </p>
    </Card>
  )
}

function Collecting({ collection }: { readonly collection: Collection }) {
  const { recordId, revision, dueOn, lines, others } = collection
  const today = useToday()
  const tick = useMutation(orpc.appraisal.handIn.mutationOptions())
  // A tick shows at once; the list that comes with the next revision takes its place.
  const ticked = !tick.isError && tick.variables?.revision === revision ? tick.variables : null
  const missing = missingOf(collection)
  const isOver = missing.length > 0 && dueOn !== null && dueOn < today
  const { asked, handedIn } = collectionCounts(collection)
  return (
    <Card
      title={title}
      extra={
        <span className="appraisal-tools">
          <Link href={`/records/${recordId}/papers/collectionList`}>打印名单</Link>
          <Link href={`/records/${recordId}`}>改截止日期</Link>
        </span>
      }
    >
      <p className="soft">
        {dueOn !== null && `截止${chineseDate(dueOn)}，`}应交{asked}人，已交{handedIn}人
      </p>
      {tick.isError && <ErrorBlock inline error={tick.error} />}
      <ul className="appraisal-ticks" aria-label="对照检查材料上交情况">
        {lines.map(({ personId, name, state }) => (
          <li key={personId}>
            <Checkbox
              checked={ticked?.personId === personId ? ticked.isHandedIn : state === 'handedIn'}
              disabled={ticked !== null}
              onChange={(event) => tick.mutate({ recordId, revision, personId, isHandedIn: event.target.checked })}
            >
              {name}
              {state === 'notRequired' && <span className="small faint">（不作硬性要求）</span>}
            </Checkbox>
          </li>
        ))}
      </ul>
      {others.length > 0 && <p className="small soft">不在名单上、已交的：{others.join('、')}</p>}
      <p className={isOver ? 'bad' : 'soft'} role="status">
        {missing.length === 0 ? '已交齐。' : `${isOver ? '已过截止日期，' : ''}未交${missing.length}人：${missing.join('、')}`}
      </p>
    </Card>
  )
}
