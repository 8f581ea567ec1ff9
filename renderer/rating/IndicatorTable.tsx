import { Button } from 'antd'
import { Fragment } from 'react'
import { Link, useLocation } from 'wouter'
import type { RatingLine } from '#shared/rating/contract.ts'
import { stateNames } from './words.ts'

function pointsText({ isVeto, confirmed, proposed, points, state, isFound }: RatingLine): string {
  if (isVeto) return (confirmed?.isTriggered ?? isFound) ? '已发生' : confirmed ? '未发生' : ''
  if (state === 'notApplicable') return '—'
  if (confirmed) return `${confirmed.points} / ${points}`
  return proposed === null ? `待评 / ${points}` : `建议 ${proposed} / ${points}`
}

function Proof({ line: { records, documents, state } }: { readonly line: RatingLine }) {
  if (records.length > 0) return `${records.length}份`
  return documents[0] && state === 'proved' ? <Link href={documents[0].link}>{documents[0].name}</Link> : null
}

interface IndicatorTableProps {
  readonly lines: readonly RatingLine[]
  readonly onOpen: (code: string) => void
  /** False: the lines shown are all in one state. */
  readonly showsState?: boolean
}

function ActionButton({ label, link }: NonNullable<RatingLine['action']>) {
  const [, navigate] = useLocation()
  return (
    <Button size="small" onClick={() => navigate(link)}>
      {label}
    </Button>
  )
}

/** Indicators by category with the reason in words and what to do next. */
export function IndicatorTable({ lines, onOpen, showsState = true }: IndicatorTableProps) {
  if (lines.length === 0) return null
  const hasReview = lines.some(({ review }) => review !== null)
  const columns = hasReview ? 7 : 6
  return (
    <table className="dossier-list rating-table">
      <thead>
        <tr>
          <th scope="col">编号</th>
          <th scope="col">指标</th>
          <th scope="col">情况</th>
          <th scope="col">依据</th>
          <th scope="col">得分</th>
          {hasReview && <th scope="col">复核</th>}
          <th scope="col">
            <span className="screen-reader-only">操作</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {[...Map.groupBy(lines, ({ category }) => category.code)].map(([code, own]) => (
          <Fragment key={code}>
            <tr className="rating-band">
              <th scope="rowgroup" colSpan={columns}>
                {code} {own[0]?.category.name}
              </th>
            </tr>
            {own.map((line) => (
              <tr key={line.code}>
                <td>{line.code}</td>
                <th scope="row">{line.name}</th>
                <td>
                  {line.reason}
                  {!line.isVeto && showsState && <span className="small faint"> {stateNames[line.state]}</span>}
                  {line.state === 'proved' && line.missing.length > 0 && (
                    <div className="small soft">没有登记：{line.missing.join('、')}</div>
                  )}
                  {line.remark && <div className="small faint">{line.remark}</div>}
                </td>
                <td>
                  <Proof line={line} />
                </td>
                <td>{pointsText(line)}</td>
                {hasReview && <td className={line.review?.isDifferent ? 'rating-different' : ''}>{line.review?.points ?? ''}</td>}
                <td>
                  <Button size="small" aria-label={`查看${line.name}`} onClick={() => onOpen(line.code)}>
                    {line.confirmed ? '已确认' : '查看'}
                  </Button>{' '}
                  {line.action && <ActionButton {...line.action} />}
                </td>
              </tr>
            ))}
          </Fragment>
        ))}
      </tbody>
    </table>
  )
}
