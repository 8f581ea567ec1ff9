import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { orpc } from '#renderer/api/client.ts'
import { useToday, useYear } from '#renderer/api/session.ts'
import { useAppStore } from '#renderer/ui/useAppStore.ts'
import { yearOf } from '#shared/kernel/dates.ts'

/** The year that tables and lists show: those with records, the running one and its neighbours. */
export function YearSwitch() {
  const chooseYear = useAppStore((state) => state.chooseYear)
  const year = useYear()
  const running = yearOf(useToday())
  const known = useQuery(orpc.activities.years.queryOptions({ input: {} }))
  const years = [...new Set([...(known.data ?? []), running - 1, running, year])].toSorted((a, b) => b - a)
  return (
    <Select
      className="year-switch"
      variant="borderless"
      aria-label="年度"
      value={year}
      onChange={chooseYear}
      popupMatchSelectWidth={false}
      options={years.map((value) => ({ value, label: `${value}年度` }))}
    />
  )
}
