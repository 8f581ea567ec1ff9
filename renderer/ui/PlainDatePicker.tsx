import dateFnsGenerateConfig from '@rc-component/picker/generate/dateFns'
import generatePicker from 'antd/es/date-picker/generatePicker'
import { useMemo } from 'react'
import { parseEntryDate } from '#shared/activities/entry/entry-date.ts'
import { fromLocalDate, isPlainDate, type PlainDate, toLocalDate } from '#shared/kernel/dates.ts'

const { locale } = dateFnsGenerateConfig
/** Reads what is typed the way the whole program does: 6-27, 今天, 2025年6月27日. */
const DatePicker = generatePicker<Date>({
  ...dateFnsGenerateConfig,
  locale: {
    ...locale,
    parse: (language, text, patterns) => {
      const day = parseEntryDate(text, fromLocalDate(dateFnsGenerateConfig.getNow()))
      return day === null ? locale.parse(language, text, patterns) : toLocalDate(day)
    },
  },
})

// The first is shown; all are understood when typed.
const formats = ['yyyy年M月d日', 'yyyy-MM-dd', 'yyyy-M-d', 'yyyy.M.d', 'yyyy/M/d', 'yyyyMMdd']

interface PlainDatePickerProps {
  readonly value?: PlainDate | null
  readonly onChange?: (value: PlainDate | null) => void
  readonly id?: string
  readonly label?: string
  readonly allowClear?: boolean
  readonly disabled?: boolean
  readonly autoFocus?: boolean
  readonly status?: 'error' | 'warning'
  readonly style?: React.CSSProperties
}

/** A day of the calendar as plain date text; typed as 2025-06-27, 2025.6.27, 20250627, 2025年6月27日, 6-27 or 今天. */
export function PlainDatePicker({ value, onChange, label, allowClear = true, style, ...rest }: PlainDatePickerProps) {
  // The same object for the same day: a new one would take away what is being typed whenever the form is drawn again.
  const day = useMemo(() => (value && isPlainDate(value) ? toLocalDate(value) : null), [value])
  return (
    <DatePicker
      {...rest}
      aria-label={label}
      style={{ width: '12em', ...style }}
      format={formats}
      allowClear={allowClear}
      value={day}
      onChange={(date: Date | null) => onChange?.(date ? fromLocalDate(date) : null)}
      placeholder="如 2025-06-27"
    />
  )
}
