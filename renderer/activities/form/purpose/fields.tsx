import { Input, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { proposedForYear } from '#shared/activities/for-year.ts'
import { meetingFormNames, studyTierNames } from '#shared/activities/labels.ts'
import { isPlainDate } from '#shared/kernel/dates.ts'
import { useForm, usePart } from '../context.ts'
import { fieldIds } from '../fields.ts'
import type { FormDetails } from '../model.ts'
import { InlineLabel, Pair, Row } from '../sections/Row.tsx'
import { useDetails } from './useDetails.ts'

type TextField = 'preparation' | 'plannedBy' | 'followUp' | 'result' | 'studyForm' | 'makeUp'

interface DetailTextProps {
  readonly label: string
  readonly field: TextField
  readonly placeholder?: string
  readonly isLong?: boolean
}

/** A text that only one purpose has, on a line of its own. */
export function DetailText({ label, field, placeholder, isLong = false }: DetailTextProps) {
  const { details, change } = useDetails()
  const id = `meeting-${field}`
  const shared = {
    id,
    className: 'grow',
    value: details[field] ?? '',
    placeholder,
    onChange: (event: { target: { value: string } }) => change({ [field]: event.target.value }),
  }
  return (
    <Row label={label} htmlFor={id}>
      {isLong ? <Input.TextArea {...shared} autoSize={{ minRows: 1 }} maxLength={20_000} /> : <Input {...shared} maxLength={300} />}
    </Row>
  )
}

interface LinesProps {
  readonly label: string
  readonly value: readonly string[] | undefined
  readonly placeholder: string
  /** What parts the entries: each on a line of its own, or names parted by 、. */
  readonly by: 'line' | 'name'
  readonly onChange: (lines: string[]) => void
}

/** Several short entries in one field. */
export function LinesField({ label, value = [], placeholder, by, onChange }: LinesProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const join = by === 'line' ? '\n' : '、'
  const write = (text: string) => {
    setTyped(text)
    onChange(text.split(by === 'line' ? /\n/ : /[、,，;；\n]/))
  }
  const shared = {
    'aria-label': label,
    className: 'grow',
    value: typed ?? value.join(join),
    placeholder,
    onBlur: () => setTyped(null),
    onChange: (event: { target: { value: string } }) => write(event.target.value),
  }
  return by === 'line' ? <Input.TextArea {...shared} autoSize={{ minRows: 1, maxRows: 12 }} /> : <Input {...shared} />
}

/** 会议形式 and 归属年度 of what looks back at a year. */
export function FormAndYear() {
  const { details, change } = useDetails()
  return (
    <Row label="会议形式" htmlFor="meeting-form">
      <Select<NonNullable<FormDetails['form']>>
        id="meeting-form"
        allowClear
        placeholder="选择"
        {...(details.form ? { value: details.form } : {})}
        options={Object.entries(meetingFormNames).map(([value, label]) => ({
          value: value as NonNullable<FormDetails['form']>,
          label,
        }))}
        onChange={(form) => change({ form })}
        style={{ width: '11.5em' }}
      />
      <ForYear />
    </Row>
  )
}

/** 归属年度: proposed from purpose and day until somebody writes another. */
export function ForYear() {
  const date = useForm((state) => state.model.date)
  const purpose = usePart((part) => part.purpose)
  const forYear = usePart((part) => part.forYear)
  const editPart = useForm((state) => state.editPart)
  const proposed = isPlainDate(date) ? proposedForYear(purpose, date) : null
  return (
    <>
      <InlineLabel htmlFor={fieldIds.forYear}>归属年度</InlineLabel>
      <InputNumber
        id={fieldIds.forYear}
        min={1921}
        max={2200}
        precision={0}
        controls={false}
        placeholder={proposed === null ? '' : String(proposed)}
        value={forYear}
        onChange={(next) => editPart((part) => ({ ...part, forYear: next }))}
        style={{ width: '5em' }}
      />
      {forYear === null && proposed !== null && !date.startsWith(String(proposed)) && (
        <span className="small faint">1—3月召开的，归上一年度</span>
      )}
    </>
  )
}

/** 学时, in half hours. */
export function Hours() {
  const hours = usePart((part) => part.hours)
  const editPart = useForm((state) => state.editPart)
  return (
    <Pair htmlFor={fieldIds.hours} label="学时">
      <InputNumber
        id={fieldIds.hours}
        min={0}
        max={24}
        step={0.5}
        value={hours}
        onChange={(next) => editPart((part) => ({ ...part, hours: next }))}
        style={{ width: '6em' }}
      />
    </Pair>
  )
}

/** 四学层级. */
export function StudyTierField() {
  const tier = usePart((part) => part.carried.studyTier)
  const editPart = useForm((state) => state.editPart)
  return (
    <Pair htmlFor="meeting-tier" label="四学层级">
      <Select
        id="meeting-tier"
        allowClear
        placeholder="选择"
        {...(tier ? { value: tier } : {})}
        options={Object.entries(studyTierNames).map(([value, label]) => ({ value, label }))}
        onChange={(next) =>
          editPart((part) => ({ ...part, carried: { ...part.carried, studyTier: (next as typeof tier) ?? null } }))
        }
        style={{ width: '14em' }}
      />
    </Pair>
  )
}
