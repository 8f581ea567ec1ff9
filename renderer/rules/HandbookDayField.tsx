import { Select } from 'antd'
import { lastDayOf } from '#shared/kernel/dates.ts'

const two = (value: number) => String(value).padStart(2, '0')
const upTo = (count: number, unit: string) => Array.from({ length: count }, (_, i) => ({ value: i + 1, label: `${i + 1}${unit}` }))
// Of a year without 29 February: the day is asked for in every year.
const daysOf = (month: number) => Number(lastDayOf(`2001-${two(month)}`).slice(8))

interface HandbookDayFieldProps {
  /** `MM-DD`; undefined while it is being read. */
  readonly value: string | undefined
  readonly onChange: (day: string) => void
}

/** By which day of the next year the 工作手册 is handed in. */
export function HandbookDayField({ value, onChange }: HandbookDayFieldProps) {
  const [month = 1, day = 31] = (value ?? '01-31').split('-').map(Number)
  const put = (toMonth: number, toDay: number) => onChange(`${two(toMonth)}-${two(Math.min(toDay, daysOf(toMonth)))}`)
  return (
    <div className="reading">
      <p>《党支部工作手册》报送，次年</p>
      <span className="handbook-day">
        <Select
          aria-label="报送的月份"
          disabled={value === undefined}
          value={month}
          options={upTo(12, '月')}
          onChange={(next) => put(next, day)}
        />
        <Select
          aria-label="报送的日期"
          disabled={value === undefined}
          value={day}
          options={upTo(daysOf(month), '日')}
          onChange={(next) => put(month, next)}
        />
        <span>前</span>
      </span>
      <p className="small faint">默认不提醒；在左边的规则里打开「工作手册」一条后，提前30天提醒。</p>
    </div>
  )
}
