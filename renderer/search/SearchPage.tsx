import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import { useSearch } from 'wouter'
import { orpc } from '#renderer/api/client.ts'
import { Card } from '#renderer/ui/Card.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { ErrorBlock } from '#renderer/ui/ErrorBlock.tsx'
import { PageHeader } from '#renderer/ui/PageHeader.tsx'
import { PlainDatePicker } from '#renderer/ui/PlainDatePicker.tsx'
import type { PlainDate } from '#shared/kernel/dates.ts'
import { type SearchKind, searchKinds } from '#shared/search/schema.ts'
import { HitList } from './HitList.tsx'
import { kindNames } from './kind-names.ts'
import './search.css'
import { useCurrentIndex } from './useCurrentIndex.ts'

const limit = 100
const kindOptions = searchKinds.map((value) => ({ value, label: kindNames[value] }))

/** What the top bar's box asks for, narrowed by kind and by date. */
export default function SearchPage() {
  const text = new URLSearchParams(useSearch()).get('q') ?? ''
  const [kinds, setKinds] = useState<SearchKind[]>([])
  const [from, setFrom] = useState<PlainDate | null>(null)
  const [to, setTo] = useState<PlainDate | null>(null)
  const index = useCurrentIndex()
  const hits = useQuery({
    ...orpc.search.find.queryOptions({ input: { text, kinds, from, to, limit } }),
    enabled: index.isReady,
    placeholderData: keepPreviousData,
  })
  const count = hits.data ? (hits.data.length === limit ? `前 ${limit} 条` : `${hits.data.length} 条`) : ''
  return (
    <>
      <PageHeader title="搜索" note={<span className="soft">{text.trim() === '' ? '' : `“${text.trim()}”${count}`}</span>} />
      <Card>
        <div className="search-filter">
          <Select
            mode="multiple"
            aria-label="类型"
            placeholder="全部类型"
            value={kinds}
            onChange={setKinds}
            options={kindOptions}
            maxTagCount="responsive"
          />
          <PlainDatePicker label="从哪一天" value={from} onChange={setFrom} />
          <span className="soft">至</span>
          <PlainDatePicker label="到哪一天" value={to} onChange={setTo} />
        </div>
        {index.error !== null && <ErrorBlock inline error={index.error} />}
        {!index.isReady && index.error === null && (
          <p role="status" className="soft">
            正在整理检索目录{index.progress ? `，${index.progress.done} / ${index.progress.total}` : ''}…
          </p>
        )}
        {hits.isError && <ErrorBlock inline error={hits.error} onRetry={() => void hits.refetch()} />}
        {text.trim() === '' ? (
          <EmptyState title="输入要找的内容">
            两个字以上的词，党员姓名也可以用拼音或首字母，如 zs；几个词用空格隔开，表示都要有。
          </EmptyState>
        ) : (
          hits.data &&
          (hits.data.length === 0 ? (
            <EmptyState title="没有找到">换个说法，或者放宽类型和日期再试。</EmptyState>
          ) : (
            <HitList hits={hits.data} />
          ))
        )}
      </Card>
    </>
  )
}
