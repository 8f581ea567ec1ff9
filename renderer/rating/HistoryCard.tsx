import { useQuery } from '@tanstack/react-query'
import { orpc } from '#renderer/api/client.ts'
import { Card } from '#renderer/ui/Card.tsx'
import { ErrorBlock } from '#renderer/ui/ErrorBlock.tsx'
import { chineseDate } from '#shared/kernel/dates.ts'
import { starChangeNames, starNames } from '#shared/rating/stars.ts'
import { statusNames } from '#shared/rating/status.ts'

/** The branch's own years, one line each. */
export function HistoryCard() {
  const history = useQuery(orpc.rating.history.queryOptions({ input: {} }))
  if (history.isError) return <ErrorBlock inline error={history.error} />
  const years = history.data ?? []
  return (
    <Card title="历年结果">
      {years.length === 0 && <p className="soft">确认第一项得分以后，这里按年度列出。</p>}
      {years.length > 0 && (
        <table className="dossier-list">
          <thead>
            <tr>
              {['年度', '进度', '自评', '命名', '变化'].map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {years.toReversed().map(({ year, status, selfTotal, result, change }) => (
              <tr key={year}>
                <th scope="row">{year}年</th>
                <td>{statusNames[status]}</td>
                <td>{selfTotal === null ? '' : `${selfTotal}分`}</td>
                <td>
                  {result.stars === null ? '' : starNames[result.stars]}
                  {result.namedOn && <span className="small faint"> {chineseDate(result.namedOn)}</span>}
                </td>
                <td>
                  {change && starChangeNames[change]}
                  {result.removedReason && <span className="small faint"> {result.removedReason}</span>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Card>
  )
}
