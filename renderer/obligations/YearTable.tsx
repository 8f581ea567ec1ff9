import { useState } from 'react'
import { stateWords } from '#renderer/ui/StatePill.tsx'
import {
  type PeriodOutcome,
  type PeriodState,
  periodStates,
  type RuleSummary,
  type YearSummary,
} from '#shared/obligations/schema.ts'
import { PeriodCell } from './PeriodCell.tsx'
import { periodName } from './periods.ts'
import { splitLabel } from './todo.ts'
import './year-table.css'

/** A row of the table, or one cell of it. */
export interface Pick {
  readonly rule: RuleSummary
  /** Null: all records of the row. */
  readonly period: PeriodOutcome | null
}

interface YearTableProps {
  readonly summary: YearSummary
  readonly onOpen: (pick: Pick) => void
  /** 合计 应开 完成率 in columns of their own, instead of one figure. */
  readonly full?: boolean
}

const months = Array.from({ length: 12 }, (_, index) => index + 1)
const authorityMarks = { central: '', local: '本单位细则', practice: '惯例' } as const

/** 党小组会（第一党小组） as two lines, so that the row keeps its height. */
function RowLabel({ rule }: { readonly rule: RuleSummary }) {
  const { name, detail } = splitLabel(rule.label)
  const small = [detail, authorityMarks[rule.authority]].filter((text) => text !== '').join(' ')
  return (
    <>
      {name}
      {small && <span className="row-detail">{small}</span>}
    </>
  )
}

/** The states to explain: those of the look, and others that the year has. */
function legendOf(summary: YearSummary): PeriodState[] {
  const found = new Set(summary.rules.flatMap((rule) => rule.periods.map(({ state }) => state)))
  const always: readonly PeriodState[] = ['done', 'open', 'missing']
  return periodStates.filter((state) => always.includes(state) || found.has(state))
}

/** What is explained while nothing is pointed at: the first duty without a record, those of the regulations first. */
function firstMissing(summary: YearSummary): Pick | null {
  const gaps = summary.rules.flatMap((rule) =>
    rule.periods.filter(({ state }) => state === 'missing').map((period) => ({ rule, period })),
  )
  return gaps.find(({ rule }) => rule.authority === 'central' && rule.period !== 'year') ?? gaps[0] ?? null
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '—' : `${Math.round((part / whole) * 100)}%`
}

/** 应开, 完成率 and 说明, the numbers leading to the records they come from. */
function FullFigures({ rule, onOpen }: { readonly rule: RuleSummary; readonly onOpen: () => void }) {
  const figures = [
    { name: '应开', text: String(rule.due) },
    { name: '完成率', text: percent(rule.done, rule.due) },
  ]
  const notes = rule.periods.flatMap(({ period, explanation }) =>
    explanation === undefined ? [] : [`${periodName(period)}：${explanation}`],
  )
  const text = [authorityMarks[rule.authority], ...notes].filter((part) => part !== '').join('；')
  return (
    <>
      {figures.map(({ name, text: figure }) => (
        <td key={name} className="year-table-sum">
          <button type="button" aria-label={`${rule.label}：${name} ${figure}，查看记录和情况说明`} onClick={onOpen}>
            {figure}
          </button>
        </td>
      ))}
      <td className="year-table-note" title={text}>
        {text}
      </td>
    </>
  )
}

function Explanation({ pick }: { readonly pick: Pick | null }) {
  if (!pick)
    return (
      <p className="small faint year-table-rule">鼠标停在一格上看规定，点开看记录；未记录的，点开可以补记，也可以填情况说明。</p>
    )
  const { rule, period } = pick
  return (
    <p className="small faint year-table-rule">
      {period ? `${periodName(period.period)}${rule.label}：` : `${rule.label}：`}
      {rule.text}（{rule.source}）{period?.state === 'missing' && '点开可以补记，或者填情况说明。'}
      {period?.explanation !== undefined && `情况说明：${period.explanation}`}
    </p>
  )
}

/** The year at a glance: a row for each duty, its periods over twelve months, the rule of the cell below in grey. */
export function YearTable({ summary, onOpen, full = false }: YearTableProps) {
  const [pick, setPick] = useState<Pick | null>(null)
  return (
    <>
      <div className="year-table-scroll">
        <table className={full ? 'year-table year-table-full' : 'year-table'} onMouseLeave={() => setPick(null)}>
          <caption className="screen-reader-only">{summary.year}年度组织生活情况一览表</caption>
          <thead>
            <tr>
              <th scope="col">
                <span className="screen-reader-only">类别</span>
              </th>
              {months.map((month) => (
                <th key={month} scope="col">
                  {month}月
                </th>
              ))}
              <th scope="col">合计</th>
              {full && <th scope="col">应开</th>}
              {full && <th scope="col">完成率</th>}
              {full && <th scope="col">说明</th>}
            </tr>
          </thead>
          <tbody>
            {summary.rules.map((rule) => (
              <tr key={`${rule.id} ${rule.scope.id}`}>
                <th scope="row" title={`${rule.label}${authorityMarks[rule.authority] && `（${authorityMarks[rule.authority]}）`}`}>
                  <RowLabel rule={rule} />
                </th>
                {rule.periods.map((period) => (
                  <PeriodCell
                    key={period.period}
                    rule={rule}
                    period={period}
                    onPick={() => setPick({ rule, period })}
                    onOpen={() => onOpen({ rule, period })}
                  />
                ))}
                <td className="year-table-sum">
                  <button
                    type="button"
                    disabled={rule.records.length === 0 && !full}
                    aria-label={`${rule.label}：应开 ${rule.due}，已开 ${rule.done}，共 ${rule.held} 次，查看记录`}
                    onFocus={() => setPick({ rule, period: null })}
                    onMouseEnter={() => setPick({ rule, period: null })}
                    onClick={() => onOpen({ rule, period: null })}
                  >
                    <strong>{rule.done}</strong>
                    {!full && rule.dueSoFar > 0 && `/${rule.dueSoFar}`}
                  </button>
                </td>
                {full && <FullFigures rule={rule} onOpen={() => onOpen({ rule, period: null })} />}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <ul className="year-legend small soft" aria-label="图例">
        {legendOf(summary).map((state) => (
          <li key={state}>
            <span className={`legend-sign ${stateWords[state].className}`} aria-hidden="true">
              {stateWords[state].sign}
            </span>
            {stateWords[state].text}
          </li>
        ))}
      </ul>
      <Explanation pick={pick ?? firstMissing(summary)} />
    </>
  )
}
