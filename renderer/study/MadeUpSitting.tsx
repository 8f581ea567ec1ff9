import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { orpc } from '#renderer/api/client.ts'
import { chineseMonthDay, type PlainDate, yearOf } from '#shared/kernel/dates.ts'

interface MadeUpSittingProps {
  /** Of the record; sessions of its year and of the year before can be made up for. */
  readonly date: PlainDate
  readonly links: readonly string[]
  readonly onChange: (links: string[]) => void
}

/** Which study session a 补学 makes up for, so that its hours count once. */
export function MadeUpSitting({ date, links, onChange }: MadeUpSittingProps) {
  const year = yearOf(date)
  const now = useQuery(orpc.study.missed.queryOptions({ input: { year } }))
  const before = useQuery(orpc.study.missed.queryOptions({ input: { year: year - 1 } }))
  const sessions = [...(now.data ?? []), ...(before.data ?? [])]
  const known = new Set(sessions.map(({ sittingId }) => sittingId))
  const chosen = links.find((link) => known.has(link))
  const others = links.filter((link) => !known.has(link))
  return (
    <Select
      aria-label="补的是哪一次学习"
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      style={{ width: '100%' }}
      placeholder="选一次有人缺席的学习"
      value={chosen}
      loading={now.isPending || before.isPending}
      notFoundContent="没有有人缺席的学习"
      onChange={(sitting: string | undefined) => onChange(sitting === undefined ? others : [sitting, ...others])}
      options={sessions.map(({ sittingId, date: day, title }) => ({
        value: sittingId,
        label: `${yearOf(day)}年${chineseMonthDay(day)} ${title}`,
      }))}
    />
  )
}
