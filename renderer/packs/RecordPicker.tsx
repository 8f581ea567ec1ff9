import { Checkbox } from 'antd'
import { octetsText } from '#shared/kernel/octets.ts'
import { withoutTurns } from '#shared/kernel/text.ts'
import type { PackPlan } from '#shared/packs/schema.ts'

interface RecordPickerProps {
  readonly records: PackPlan['records']
  /** Ids of what was unticked. The plan says the same a moment later, and two ticks may lie within that moment. */
  readonly exclude: readonly string[]
  readonly onChange: (exclude: readonly string[]) => void
}

/** Every record of the year with its attachments; what is unticked is left out of the pack, and the catalogue says so. */
export function RecordPicker({ records, exclude, onChange }: RecordPickerProps) {
  const excluded = new Set(exclude)
  const isKept = ({ id }: { readonly id: string }) => !excluded.has(id)
  const toggle = (id: string, isTicked: boolean) =>
    onChange(isTicked ? [...excluded].filter((other) => other !== id) : [...excluded, id])
  const kinds = [...Map.groupBy(records, ({ kindName }) => kindName)]
  const toggleKind = (own: PackPlan['records'], isTicked: boolean) => {
    const ids = new Set(own.map(({ id }) => id))
    const others = [...excluded].filter((id) => !ids.has(id))
    onChange(isTicked ? others : [...others, ...ids])
  }
  return (
    <details className="record-picker">
      <summary>
        选择列入的记录和附件
        <span className="soft plan-size">
          {records.filter(isKept).length} / {records.length} 份记录
        </span>
      </summary>
      <div className="record-kinds" role="group" aria-label="按类别选择">
        {kinds.map(([name, own]) => {
          const kept = own.filter(isKept).length
          return (
            <Checkbox
              key={name}
              className="small"
              checked={kept > 0}
              indeterminate={kept > 0 && kept < own.length}
              onChange={() => toggleKind(own, kept < own.length)}
            >
              {name} {kept}/{own.length}
            </Checkbox>
          )
        })}
      </div>
      <ul className="plan-files">
        {records.map((record) => (
          <li key={record.id} className="small">
            <Checkbox checked={isKept(record)} onChange={(event) => toggle(record.id, event.target.checked)}>
              {record.date}　{record.title}
            </Checkbox>
            {record.attachments.length > 0 && isKept(record) && (
              <ul className="record-attachments">
                {record.attachments.map((attachment) => (
                  <li key={attachment.id}>
                    <Checkbox checked={isKept(attachment)} onChange={(event) => toggle(attachment.id, event.target.checked)}>
                      {withoutTurns(attachment.name)} <span className="faint">{octetsText(attachment.octets)}</span>
                    </Checkbox>
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
    </details>
  )
}
