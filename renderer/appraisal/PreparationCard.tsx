import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import { orpc } from '#renderer/api/client.ts'
import { Card } from '#renderer/ui/Card.tsx'
import { missingOf } from '#shared/appraisal/collection.ts'
import { chineseDate } from '#shared/kernel/dates.ts'

/** On the page of a planned 组织生活会: what has been collected for it and who is still missing. */
export function PreparationCard({ year }: { readonly year: number }) {
  const found = useQuery(orpc.appraisal.overview.queryOptions({ input: { year } }))
  if (!found.data) return null
  const { gathered, collection } = found.data
  const missing = collection ? missingOf(collection) : []
  return (
    <Card title="会前征求意见和对照检查" extra={<Link href={`/appraisal?year=${year}`}>去办理</Link>}>
      <p>
        征求意见：
        {gathered.length === 0
          ? '还没有登记汇总'
          : gathered.map(({ date, count }) => `${chineseDate(date)}汇总，${count}条`).join('；')}
      </p>
      <p>
        对照检查材料：
        {!collection && '还没有开始收集'}
        {collection && missing.length === 0 && '已交齐'}
        {collection && missing.length > 0 && (
          <>
            {collection.dueOn !== null && `截止${chineseDate(collection.dueOn)}，`}未交{missing.length}人：{missing.join('、')}
          </>
        )}
      </p>
    </Card>
  )
}
