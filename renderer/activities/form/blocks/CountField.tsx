import { InputNumber } from 'antd'

interface CountFieldProps {
  readonly label: string
  readonly value: number | null
  readonly onChange: (value: number | null) => void
}

/** A number of votes or ballots. */
export function CountField({ label, value, onChange }: CountFieldProps) {
  return (
    <label className="count-field">
      {label}
      <InputNumber
        aria-label={label}
        min={0}
        max={100_000}
        precision={0}
        controls={false}
        value={value}
        onChange={onChange}
        style={{ width: '3em' }}
      />
    </label>
  )
}
