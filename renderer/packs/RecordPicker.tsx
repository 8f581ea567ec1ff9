import { Checkbox } from 'antd'
import { octetsText } from '#shared/kernel/octets.ts'
import type { PackPlan } from '#shared/packs/schema.ts'

interface RecordPickerProps {
  readonly records: PackPlan['records']
  readonly onChange: (exclude: readonly string[]) => void
}

/** Every record of the year with its attachments; what is unticked is left out of the pack, and the catalogue says so. */
export function RecordPicker({ records, onChange }: RecordPickerProps) {
  const excluded = new Set(
    records.flatMap((record) => [record, ...record.attachments].flatMap((item) => (item.isExcluded ? [item.id] : []))),
  )
  const toggle = (id: string, isTicked: boolean) =>
    onChange(isTicked ? [...excluded].filter((other) => other !== id) : [...excluded, id])
  const left = records.filter(({ isExcluded }) => isExcluded).length
  return (
    <details className="record-picker">
      <summary>
        选择列入的记录和附件
        <span className="soft plan-size">
          {records.length - left} / {records.length} 份记录
        </span>
      </summary>
      <ul className="plan-files">
        {records.map((record) => (
          <li key={record.id} className="small">
            <Checkbox checked={!record.isExcluded} onChange={(event) => toggle(record.id, event.target.checked)}>
              {record.date}　{record.title}
            </Checkbox>
            {record.attachments.length > 0 && !record.isExcluded && (
              <ul className="record-attachments">
                {record.attachments.map((attachment) => (
                  <li key={attachment.id}>
                    <Checkbox checked={!attachment.isExcluded} onChange={(event) => toggle(attachment.id, event.target.checked)}>
                      {attachment.name} <span className="faint">{octetsText(attachment.octets)}</span>
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
