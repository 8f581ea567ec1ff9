import { Button } from 'antd'
import { Link } from 'wouter'
import '#renderer/dossier/dossier.css'
import type { RatingLine } from '#shared/rating/contract.ts'
import { stateNames } from './words.ts'

function pointsText({ isVeto, confirmed, proposed, points, state }: RatingLine): string {
  if (isVeto) return confirmed?.isTriggered ? '已发生' : ''
  if (state === 'notApplicable') return '—'
  if (confirmed) return `${confirmed.points} / ${points}`
  return proposed === null ? `待评 / ${points}` : `建议 ${proposed} / ${points}`
}

interface IndicatorTableProps {
  readonly lines: readonly RatingLine[]
  readonly onOpen: (code: string) => void
}

/** Indicators with the reason in words and what to do next. */
export function IndicatorTable({ lines, onOpen }: IndicatorTableProps) {
  if (lines.length === 0) return null
  return (
    <table className="dossier-list rating-table">
      <thead>
        <tr>
          <th scope="col">编号</th>
          <th scope="col">指标</th>
          <th scope="col">情况</th>
          <th scope="col">依据</th>
          <th scope="col">得分</th>
          <th scope="col">
            <span className="screen-reader-only">操作</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.code}>
            <td>{line.code}</td>
            <th scope="row">{line.name}</th>
            <td>
              {line.reason}
              {!line.isVeto && <span className="small faint"> {stateNames[line.state]}</span>}
            </td>
            <td>{line.records.length === 0 ? '' : `${line.records.length}份`}</td>
            <td>{pointsText(line)}</td>
            <td>
              <Button size="small" aria-label={`查看${line.name}`} onClick={() => onOpen(line.code)}>
                {line.confirmed ? '已确认' : '查看'}
              </Button>{' '}
              {line.action && <Link href={line.action.link}>{line.action.label}</Link>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
