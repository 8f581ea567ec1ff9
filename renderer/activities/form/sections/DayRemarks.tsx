import { useQuery } from '@tanstack/react-query'
import { orpc } from '#renderer/api/client.ts'
import { useToday } from '#renderer/api/session.ts'
import { isPlainDate, yearOf } from '#shared/kernel/dates.ts'
import { useForm } from '../context.ts'
import { dayRemarks } from '../day-remarks.ts'

/** Rest day, another sitting at the same hours, a day to come: said under the day, never forbidden. */
export function DayRemarks() {
  const today = useToday()
  const id = useForm((state) => state.model.id)
  const state = useForm((current) => current.model.state)
  const date = useForm((current) => current.model.date)
  const startTime = useForm((current) => current.model.startTime)
  const endTime = useForm((current) => current.model.endTime)
  const isDay = isPlainDate(date)
  const day = useQuery(orpc.calendar.day.queryOptions({ input: { date }, enabled: isDay }))
  const lines = useQuery(orpc.activities.list.queryOptions({ input: { year: isDay ? yearOf(date) : yearOf(today) } }))
  if (!isDay) return null
  const sitting = { id, date, startTime, endTime, today: state === 'planned' && id !== null ? date : today }
  const remarks = dayRemarks(sitting, day.data, lines.data ?? [])
  return (
    <div role="status" aria-label="日期提醒">
      {remarks.length > 0 && <p className="day-remarks small amber">{remarks.join('；')}</p>}
    </div>
  )
}
