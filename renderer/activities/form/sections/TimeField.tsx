import { Input } from 'antd'
import { useState } from 'react'
import { timeSchema } from '#shared/kernel/dates.ts'
import { normalTime } from '../normal-time.ts'

interface TimeFieldProps {
  readonly id: string
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
}

/** A time of day, typed in any usual form and put straight on leaving the field. */
export function TimeField({ id, label, value, onChange }: TimeFieldProps) {
  const [typed, setTyped] = useState<string | null>(null)
  return (
    <Input
      id={id}
      aria-label={label}
      inputMode="numeric"
      placeholder="如 15:00"
      value={typed ?? value}
      status={typed === null && value !== '' && !timeSchema.safeParse(value).success ? 'error' : ''}
      maxLength={8}
      style={{ width: '5.6em' }}
      onChange={(event) => {
        setTyped(event.target.value)
        onChange(normalTime(event.target.value))
      }}
      onBlur={() => setTyped(null)}
    />
  )
}
