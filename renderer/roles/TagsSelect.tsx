import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { orpc } from '#renderer/api/client.ts'

interface TagsSelectProps {
  readonly value: readonly string[]
  readonly onChange: (tags: string[]) => void
  readonly id?: string
}

/** Campaigns (专项活动) of a record: those known are offered, a new one is typed. */
export function TagsSelect({ value, onChange, id }: TagsSelectProps) {
  const campaigns = useQuery(orpc.roles.campaigns.queryOptions({ input: {} }))
  return (
    <Select
      mode="tags"
      aria-label="专项活动"
      {...(id === undefined ? {} : { id })}
      style={{ minWidth: '16em', width: id === undefined ? '100%' : undefined }}
      value={[...value]}
      tokenSeparators={['、', '，', ',']}
      maxCount={20}
      placeholder="选已有的，或者写一个按回车"
      options={(campaigns.data ?? []).map(({ name }) => ({ value: name, label: name }))}
      onChange={(tags: string[]) => onChange(tags.map((tag) => tag.trim().slice(0, 60)).filter((tag) => tag !== ''))}
    />
  )
}
