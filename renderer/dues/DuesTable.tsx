import { Button, Checkbox, InputNumber } from 'antd'
import { useToday } from '#renderer/api/session.ts'
import '#renderer/dossier/dossier.css'
import { type DuesLine, months, quarters, tickAll, totalSum, yearSum } from '#shared/dues/dues.ts'
import { isMonthOver, type MonthDue, monthCount } from '#shared/dues/months.ts'
import './dues.css'
import type { DuesMember } from './dues-model.ts'

interface DuesTableProps {
  readonly year: number
  readonly lines: readonly DuesLine[]
  readonly members: readonly DuesMember[]
  /** The branch has agreed to pay by the quarter: three months are ticked by one press. */
  readonly isQuarterly: boolean
  readonly onChange: (lines: readonly DuesLine[]) => void
}

const quarterNames = ['第一季度', '第二季度', '第三季度', '第四季度'] as const

/** A line for each member, a tick for each month, and below how many have paid. */
export function DuesTable({ year, lines, members, isQuarterly, onChange }: DuesTableProps) {
  const today = useToday()
  const dueOf = new Map(members.map(({ personId, due }) => [personId, due]))
  const dueIn = (personId: string, month: number): MonthDue => dueOf.get(personId)?.[month - 1] ?? 'no'
  const pays = (personId: string, month: number) => dueIn(personId, month) === 'yes'
  const tick = (of: readonly number[]) => onChange(tickAll(lines, of, pays))
  const change = (personId: string, patch: Partial<DuesLine>) =>
    onChange(lines.map((line) => (line.personId === personId ? { ...line, ...patch } : line)))
  const toggle = ({ personId, paid }: DuesLine, month: number) =>
    change(personId, {
      paid: paid.includes(month) ? paid.filter((each) => each !== month) : [...paid, month].toSorted((a, b) => a - b),
    })
  return (
    <table className="dossier-list dues-table">
      <thead>
        {isQuarterly && (
          <tr>
            <td colSpan={2} />
            {quarters.map((quarter, at) => (
              <th key={quarter[0]} scope="colgroup" colSpan={3} className="dues-month">
                <Button type="link" size="small" title="三个月全部打勾或取消" onClick={() => tick(quarter)}>
                  {quarterNames[at]}
                </Button>
              </th>
            ))}
            <td />
          </tr>
        )}
        <tr>
          <th scope="col">姓名</th>
          <th scope="col">核定（元/月）</th>
          {months.map((month) => (
            <th key={month} scope="col" className="dues-month">
              <Button type="link" size="small" title="全部打勾或取消" onClick={() => tick([month])}>
                {month}月
              </Button>
            </th>
          ))}
          <th scope="col" className="dues-sum">
            合计（元）
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.personId}>
            <th scope="row">{line.name}</th>
            <td>
              <InputNumber
                aria-label={`${line.name}核定金额`}
                min={0}
                max={100_000}
                precision={2}
                controls={false}
                value={line.amount}
                onChange={(amount) => change(line.personId, { amount })}
              />
            </td>
            {months.map((month) => (
              <td key={month} className="dues-month">
                {line.paid.includes(month) || dueIn(line.personId, month) !== 'no' ? (
                  <Checkbox
                    aria-label={`${line.name}${month}月已交`}
                    checked={line.paid.includes(month)}
                    onChange={() => toggle(line, month)}
                  />
                ) : (
                  <span className="faint" title="当月不是本支部党员">
                    —
                  </span>
                )}
              </td>
            ))}
            <td className="dues-sum">{yearSum(line).toFixed(2)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colSpan={2}>
            已交人数
          </th>
          {months.map((month) => {
            const { paid, due } = monthCount(lines, members, month)
            const isShort = paid < due && isMonthOver(year, month, isQuarterly, today)
            return (
              <td key={month} className={`dues-month ${isShort ? 'bad' : 'soft'}`} title={isShort ? `还差${due - paid}人` : ''}>
                {due === 0 ? '—' : `${paid}/${due}`}
              </td>
            )
          })}
          <td className="dues-sum">
            <b>{totalSum(lines).toFixed(2)}</b>
          </td>
        </tr>
      </tfoot>
    </table>
  )
}
