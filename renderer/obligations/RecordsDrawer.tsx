import { Button, Drawer } from 'antd'
import { Link } from 'wouter'
import { chineseDateWithWeekday } from '#shared/kernel/dates.ts'
import { byText } from '#shared/kernel/order.ts'
import { periodName } from './periods.ts'
import { recordLink } from './rule-links.ts'
import type { Pick } from './YearTable.tsx'

interface RecordsDrawerProps {
  readonly pick: Pick | null
  readonly onClose: () => void
  /** Changing the 情况说明 of one of the periods shown. */
  readonly onExplain: (pick: Pick) => void
}

/** The records behind a number, each a way to its page, and the reasons given for periods without any. */
export function RecordsDrawer({ pick, onClose, onExplain }: RecordsDrawerProps) {
  const periods = pick ? (pick.period ? [pick.period] : pick.rule.periods) : []
  const found = new Map(periods.flatMap((period) => period.records).map((record) => [record.id, record]))
  const records = [...found.values()].toSorted((a, b) => byText(a.date, b.date))
  const explained = periods.filter(({ explanation }) => explanation !== undefined)
  const where = pick?.period ? periodName(pick.period.period) : '全年'
  return (
    <Drawer
      open={pick !== null}
      onClose={onClose}
      size={460}
      title={pick ? `${pick.rule.label} ${where} 共${records.length}次` : ''}
    >
      <ol className="record-list">
        {records.map((record) => (
          <li key={record.id}>
            <Link href={recordLink(record.id)}>{record.title}</Link>
            <span className="small faint">{chineseDateWithWeekday(record.date)}</span>
          </li>
        ))}
      </ol>
      {pick && explained.length > 0 && (
        <section aria-label="情况说明" className="explained-list">
          <h2>情况说明</h2>
          <ul>
            {explained.map((period) => (
              <li key={period.period}>
                <span>
                  <span className="pill state-explained">{periodName(period.period)}</span> {period.explanation}
                </span>
                <Button
                  size="small"
                  aria-label={`修改${periodName(period.period)}的情况说明`}
                  onClick={() => onExplain({ rule: pick.rule, period })}
                >
                  修改
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
      {pick && (
        <p className="small faint">
          {pick.rule.text}（{pick.rule.source}）
        </p>
      )}
    </Drawer>
  )
}
