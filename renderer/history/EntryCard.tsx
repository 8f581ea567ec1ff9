import { Card } from '#renderer/ui/Card.tsx'
import type { HistoryEntry, RowChange } from '#shared/history/schema.ts'
import { moment } from './moment.ts'

const kindWords = { added: '新增', changed: '修改', removed: '去掉' }

function Fields({ change }: { readonly change: RowChange }) {
  if (change.isErased) return <p className="small soft">内容已按规定清除，只留下有过修改。</p>
  return (
    <dl className="history-fields">
      {change.fields.map(({ label, before, after }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            {before !== '' && <del>{before}</del>}
            {after !== '' && <ins>{after}</ins>}
          </dd>
        </div>
      ))}
    </dl>
  )
}

interface EntryCardProps {
  readonly entry: HistoryEntry
  /** The newest one is open at once. */
  readonly isOpen: boolean
}

/** One change with everything it did, before and after. */
export function EntryCard({ entry, isOpen }: EntryCardProps) {
  return (
    <Card title={entry.what} note={[moment(entry.at), entry.who].filter(Boolean).join('，')}>
      <details open={isOpen}>
        <summary>{entry.changes.length} 处</summary>
        {entry.changes.map((change, index) => (
          <div key={index} className="history-change">
            <p>
              <span className="small soft">{kindWords[change.kind]}</span> {change.subject}
            </p>
            <Fields change={change} />
          </div>
        ))}
      </details>
    </Card>
  )
}
