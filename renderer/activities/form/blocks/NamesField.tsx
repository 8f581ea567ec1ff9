import { Input } from 'antd'
import { useState } from 'react'
import { joinNames } from '../names.ts'

interface NamesFieldProps {
  readonly label: string
  readonly value: readonly string[]
  readonly onChange: (text: string) => void
}

/** One or more names in one field, parted by 、. */
export function NamesField({ label, value, onChange }: NamesFieldProps) {
  const [typed, setTyped] = useState<string | null>(null)
  return (
    <label className="count-field">
      {label}
      <Input
        aria-label={label}
        value={typed ?? joinNames(value)}
        style={{ width: '5em' }}
        onChange={(event) => {
          setTyped(event.target.value)
          onChange(event.target.value)
        }}
        onBlur={() => setTyped(null)}
      />
    </label>
  )
}
