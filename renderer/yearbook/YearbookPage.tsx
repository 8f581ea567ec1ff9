import { useMutation, useQuery } from '@tanstack/react-query'
import { Button, Segmented } from 'antd'
import { useState } from 'react'
import { client, orpc } from '#renderer/api/client.ts'
import { downloadDocument } from '#renderer/api/files.ts'
import { useYear } from '#renderer/api/session.ts'
import { MadeNotice } from '#renderer/documents/MadeNotice.tsx'
import { Card } from '#renderer/ui/Card.tsx'
import { ErrorBlock } from '#renderer/ui/ErrorBlock.tsx'
import { PageHeader } from '#renderer/ui/PageHeader.tsx'
import { chineseDate } from '#shared/kernel/dates.ts'
import type { Figure, YearbookSpan } from '#shared/yearbook/schema.ts'
import { FigureDrawer } from './FigureDrawer.tsx'
import { FigureTable } from './FigureTable.tsx'
import { NextStepsCard } from './NextStepsCard.tsx'
import './yearbook.css'

/** 党建工作台账 of the year or its first half (DOMAIN 8.4): every number opens its records. */
export default function YearbookPage() {
  const year = useYear()
  const [span, setSpan] = useState<YearbookSpan>('year')
  const [shown, setShown] = useState<Figure | null>(null)
  const yearbook = useQuery(orpc.yearbook.get.queryOptions({ input: { year, span } }))
  const abilities = useQuery(orpc.documents.abilities.queryOptions({ input: {} }))
  const make = useMutation({
    meta: { quiet: true },
    mutationFn: (format: 'xlsx' | 'pdf' | 'docx') => client.yearbook.make({ year, span, format }),
    onSuccess: downloadDocument,
  })
  if (yearbook.isError) return <ErrorBlock error={yearbook.error} onRetry={() => void yearbook.refetch()} />
  const { data } = yearbook
  const isCompared = data?.sections.some(({ figures }) => figures.some(({ before }) => before !== null)) ?? false
  return (
    <>
      <PageHeader
        title="党建工作台账"
        note={
          <>
            <Segmented
              aria-label="时段"
              value={span}
              onChange={setSpan}
              options={[
                { value: 'year' as const, label: `${year}年` },
                { value: 'half' as const, label: '上半年' },
              ]}
            />
            {data && <span className="soft small">截至{chineseDate(data.asOf)}</span>}
          </>
        }
        actions={
          <Button
            loading={make.isPending && make.variables !== 'xlsx'}
            disabled={!abilities.data}
            onClick={() => make.mutate(abilities.data?.pdf ? 'pdf' : 'docx')}
          >
            打印
          </Button>
        }
        primary={{
          label: '导出 Excel',
          onClick: () => make.mutate('xlsx'),
          loading: make.isPending && make.variables === 'xlsx',
        }}
      />
      <MadeNotice making={make} />
      {yearbook.isPending && <p className="soft">正在汇总…</p>}
      {data && (
        <>
          <div className="yearbook-sections">
            {data.sections.map(({ key, title, figures }) => (
              <Card key={key} title={title}>
                <FigureTable figures={figures} isCompared={isCompared} onShow={setShown} />
              </Card>
            ))}
          </div>
          <NextStepsCard key={`${year} ${span} ${data.nextSteps.recordId}`} yearbook={data} />
          <p className="small faint">
            数据都由已登记的记录算出，点数据看依据；没有记录的写“—”。谈心谈话只列次数和覆盖情况，不含内容。
            {!isCompared && `${year - 1}年没有记录，不作比较。`}
          </p>
        </>
      )}
      <FigureDrawer figure={shown} onClose={() => setShown(null)} />
    </>
  )
}
