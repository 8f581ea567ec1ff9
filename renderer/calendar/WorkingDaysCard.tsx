import { useMutation, useQuery } from '@tanstack/react-query'
import { client, orpc } from '#renderer/api/client.ts'
import { uploadFile } from '#renderer/api/files.ts'
import { useToday } from '#renderer/api/session.ts'
import { Card } from '#renderer/ui/Card.tsx'
import { ErrorBlock } from '#renderer/ui/ErrorBlock.tsx'
import { JsonImportButton } from '#renderer/ui/JsonImportButton.tsx'
import { yearOf } from '#shared/kernel/dates.ts'

/** 2019、2020、2021 → 2019—2021年 */
function yearsText(years: readonly number[]): string {
  const sorted = years.toSorted((a, b) => a - b)
  const [first] = sorted
  const last = sorted.at(-1)
  if (first === undefined || last === undefined) return '没有年份'
  return last - first + 1 === sorted.length && first !== last ? `${first}—${last}年` : `${sorted.join('、')}年`
}

/** 工作日表: which years of rest days are known, and the way to take in next year's. */
export function WorkingDaysCard() {
  const today = useToday()
  const table = useQuery(orpc.calendar.table.queryOptions({ input: {} }))
  const take = useMutation({
    mutationFn: async (file: File) => client.calendar.import({ file: (await uploadFile(file)).token }),
  })
  const isBehind = table.data && !table.data.years.includes(yearOf(today))
  return (
    <Card
      title="工作日表"
      extra={<JsonImportButton size="small" label="导入工作日表" loading={take.isPending} onFile={(file) => take.mutate(file)} />}
    >
      {table.isError && <ErrorBlock inline error={table.error} onRetry={() => void table.refetch()} />}
      {table.data && (
        <>
          <p>
            {yearsText(table.data.years)}
            {isBehind && <span className="pill state-explained rules-pill">没有{yearOf(today)}年</span>}
          </p>
          <p className="small faint">
            放假和调休据此提醒；没有的年份只按周末提醒。版本 {table.data.version}，来源：{table.data.source}
          </p>
        </>
      )}
      {take.isSuccess && (
        <p role="status" className="small soft">
          已导入，现有{yearsText(take.data.years)}。
        </p>
      )}
      {take.isError && <ErrorBlock inline error={take.error} />}
    </Card>
  )
}
