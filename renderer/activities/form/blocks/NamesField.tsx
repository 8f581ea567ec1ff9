import { Input } from 'antd'
import { useState } from 'react'
import { useLetters } from '#renderer/ui/useLetters.ts'
import { resolveLetters } from '#shared/activities/entry/letters.ts'
import { joinNames } from '../names.ts'
import { useRosterOfDay } from '../useMeeting.ts'

interface NamesFieldProps {
  readonly label: string
  readonly value: readonly string[]
  readonly onChange: (text: string) => void
}

/** One or more names in one field, parted by 、. */
export function NamesField({ label, value, onChange }: NamesFieldProps) {
  const matches = useLetters()
  const names = useRosterOfDay().members.map((member) => member.name)
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
        onBlur={() => {
          const resolved = resolveLetters(joinNames(value), names, matches)
          if (resolved !== joinNames(value)) onChange(resolved)
          setTyped(null)
        }}
      />
    </label>
  )
}
