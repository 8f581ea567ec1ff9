import { Input } from 'antd'
import type { PartialDate } from '#shared/kernel/dates.ts'
import { readPartialDate } from './partial-date.ts'

interface PartialDateInputProps {
  readonly value?: PartialDate | null
  /** Null: empty. Text that is no date is handed on as it is, for the form's own check to name it. */
  readonly onChange?: (value: PartialDate | null) => void
  readonly id?: string
  readonly label?: string
  readonly placeholder?: string
  readonly width?: string
}

/** A date of which perhaps only the year or the month is known; read when the field is left. */
export function PartialDateInput({
  value,
  onChange,
  id,
  label,
  placeholder = '如 2025-06-27',
  width = '100%',
}: PartialDateInputProps) {
  return (
    <Input
      id={id}
      aria-label={label}
      value={value ?? ''}
      placeholder={placeholder}
      style={{ width }}
      onChange={(event) => onChange?.(event.target.value === '' ? null : event.target.value)}
      onBlur={(event) => onChange?.(readPartialDate(event.target.value))}
    />
  )
}
