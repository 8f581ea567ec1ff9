import { Input, InputNumber, Select, Switch } from 'antd'
import { useToday } from '#renderer/api/session.ts'
import { NamesSelect } from '#renderer/members/NamesSelect.tsx'
import { PlainDatePicker } from '#renderer/ui/PlainDatePicker.tsx'
import type { ContentValue, SimpleField } from '#shared/dossier/field.ts'
import { isPlainDate } from '#shared/kernel/dates.ts'

interface FieldInputProps {
  readonly field: SimpleField
  readonly value: ContentValue | undefined
  readonly onChange: (value: ContentValue) => void
  /** In a table: named by its column and line instead of a label of its own. */
  readonly name?: string
}

const textOf = (value: ContentValue | undefined) => (typeof value === 'string' ? value : '')

/** The control that fits what a field holds. */
export function FieldInput({ field, value, onChange, name }: FieldInputProps) {
  const label = name ?? field.label
  const today = useToday()
  switch (field.type) {
    case 'text':
      // A cell is too narrow for most texts: it grows, so that nothing of what it holds is out of sight.
      if (name !== undefined)
        return (
          <Input.TextArea
            aria-label={label}
            autoSize={{ minRows: 1, maxRows: 20 }}
            maxLength={500}
            value={textOf(value)}
            onPressEnter={(event) => event.preventDefault()}
            onChange={({ target }) => onChange(target.value.replace(/\s*\n\s*/g, ' '))}
          />
        )
      return <Input aria-label={label} maxLength={500} value={textOf(value)} onChange={({ target }) => onChange(target.value)} />
    case 'longText':
      return (
        <Input.TextArea
          aria-label={label}
          autoSize={{ minRows: name ? 1 : 3, maxRows: 20 }}
          maxLength={20_000}
          value={textOf(value)}
          onChange={({ target }) => onChange(target.value)}
        />
      )
    case 'date': {
      const day = textOf(value)
      return <PlainDatePicker label={label} value={isPlainDate(day) ? day : null} onChange={onChange} />
    }
    case 'flag':
      return <Switch aria-label={label} checked={value === true} checkedChildren="是" unCheckedChildren="否" onChange={onChange} />
    case 'choice':
      return (
        <Select
          aria-label={label}
          allowClear
          style={{ minWidth: '10em' }}
          value={textOf(value) === '' ? undefined : textOf(value)}
          onChange={(next: string | undefined) => onChange(next ?? null)}
          options={Object.entries(field.options).map(([key, text]) => ({ value: key, label: text }))}
        />
      )
    case 'names':
      return (
        <NamesSelect
          label={label}
          date={today}
          names={Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : []}
          onChange={onChange}
        />
      )
    default:
      return (
        <InputNumber
          aria-label={label}
          value={typeof value === 'number' ? value : null}
          min={field.min ?? 0}
          {...(field.max === undefined ? {} : { max: field.max })}
          {...(field.type === 'integer' ? { precision: 0 } : { step: 0.5 })}
          {...(field.unit === undefined ? {} : { suffix: field.unit })}
          style={{ width: '10em' }}
          onChange={(next: number | null) => onChange(next)}
        />
      )
  }
}
