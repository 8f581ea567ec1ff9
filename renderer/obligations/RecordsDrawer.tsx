import { Drawer } from 'antd'
import { Link } from 'wouter'
import { chineseDateWithWeekday } from '#shared/kernel/dates.ts'
import { byText } from '#shared/kernel/order.ts'
import { periodName } from './periods.ts'
import { recordLink } from './rule-links.ts'
import type { Pick } from './YearTable.tsx'

/** The records behind a number: each a way to its page. */
export function RecordsDrawer({ pick, onClose }: { readonly pick: Pick | null; readonly onClose: () => void }) {
  const periods = pick ? (pick.period ? [pick.period] : pick.rule.periods) : []
  const found = new Map(periods.flatMap((period) => period.records).map((record) => [record.id, record]))
  const records = [...found.values()].toSorted((a, b) => byText(a.date, b.date))
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
      {pick && (
        <p className="small faint">
          {pick.rule.text}（{pick.rule.source}）
        </p>
      )}
    </Drawer>
  )
}
