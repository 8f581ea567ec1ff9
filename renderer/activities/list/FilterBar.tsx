import { Input, Select } from 'antd'
import { activityStateNames, purposeNames } from '#shared/activities/labels.ts'
import { type ActivityLine, activityStates, purposes } from '#shared/activities/schema.ts'
import { useFilter } from './useFilter.ts'

/** Narrows the list by kind, state and text; only kinds and states that occur are offered. */
export function FilterBar({ lines }: { readonly lines: readonly ActivityLine[] }) {
  const filter = useFilter((state) => state.filter)
  const change = useFilter((state) => state.change)
  const kinds = purposes.filter((purpose) => purpose === filter.purpose || lines.some((line) => line.purposes.includes(purpose)))
  const states = activityStates.filter((state) => state === filter.state || lines.some((line) => line.state === state))
  return (
    <div className="filter-bar" role="search">
      <Select
        aria-label="类型"
        value={filter.purpose ?? ''}
        style={{ width: '11em' }}
        options={[{ value: '', label: '全部类型' }, ...kinds.map((kind) => ({ value: kind, label: purposeNames[kind] }))]}
        onChange={(value) => change({ purpose: kinds.find((kind) => kind === value) ?? null })}
      />
      <Select
        aria-label="状态"
        value={filter.state ?? ''}
        style={{ width: '8em' }}
        options={[{ value: '', label: '全部状态' }, ...states.map((state) => ({ value: state, label: activityStateNames[state] }))]}
        onChange={(value) => change({ state: states.find((state) => state === value) ?? null })}
      />
      <Input
        aria-label="筛选文字"
        allowClear
        placeholder="名称、地点、编号"
        value={filter.text}
        style={{ width: '16em' }}
        onChange={(event) => change({ text: event.target.value })}
      />
    </div>
  )
}
