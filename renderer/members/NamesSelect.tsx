import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { orpc } from '#renderer/api/client.ts'
import { useLetters } from '#renderer/ui/useLetters.ts'
import { namesFor, nameTyped } from '#shared/activities/entry/letters.ts'
import { isPlainDate, type PlainDate } from '#shared/kernel/dates.ts'
import { cut } from '#shared/kernel/text.ts'

interface NamesSelectProps {
  readonly label: string
  /** Whose roster is offered. */
  readonly date: PlainDate
  readonly names: readonly string[]
  readonly onChange: (names: string[]) => void
  readonly placeholder?: string
}

/** Names of people: chosen from the roster of the day by characters or pinyin initials, or written. */
export function NamesSelect({ label, date, names, onChange, placeholder = '从名单里选，或写姓名按回车' }: NamesSelectProps) {
  const matches = useLetters()
  const roster = useQuery(orpc.members.roster.queryOptions({ input: { date }, enabled: isPlainDate(date) }))
  const offered = [...new Set([...names, ...(roster.data?.members ?? []).map(({ name }) => name)])]
  const set = (chosen: readonly string[]) => {
    const meant = chosen.flatMap((each) => nameTyped(cut(each.trim(), 60), offered, matches) ?? [])
    onChange([...new Set(meant.filter((name) => name !== ''))])
  }
  return (
    <Select
      mode="tags"
      aria-label={label}
      style={{ width: '100%' }}
      value={[...names]}
      tokenSeparators={['、', '，', ',', ' ']}
      maxCount={200}
      filterOption={(input, option) => namesFor(input, [String(option?.label ?? '')], matches).length > 0}
      placeholder={placeholder}
      options={offered.map((name) => ({ value: name, label: name }))}
      onChange={set}
    />
  )
}
