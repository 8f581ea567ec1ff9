import { Checkbox, InputNumber } from 'antd'
import { yearOf } from '#shared/kernel/dates.ts'
import { useForm, usePart } from '../context.ts'
import { fieldIds } from '../fields.ts'
import { InlineLabel } from './Row.tsx'

/** What is seldom needed, folded: 归属年度、学时、整理录入. */
export function MoreFields() {
  const date = useForm((state) => state.model.date)
  const fromPaper = useForm((state) => state.model.fromPaper)
  const forYear = usePart((part) => part.forYear)
  const hours = usePart((part) => part.hours)
  const edit = useForm((state) => state.edit)
  const editPart = useForm((state) => state.editPart)
  const isInUse = fromPaper || forYear !== null || hours !== null
  return (
    <details className="more" open={isInUse}>
      <summary>归属年度、学时、整理录入</summary>
      <div className="more-fields">
        <InlineLabel htmlFor={fieldIds.forYear}>归属年度</InlineLabel>
        <InputNumber
          id={fieldIds.forYear}
          min={1921}
          max={2200}
          precision={0}
          controls={false}
          placeholder={date === '' ? '' : String(yearOf(date))}
          value={forYear}
          onChange={(next) => editPart((part) => ({ ...part, forYear: next }))}
          style={{ width: '5em' }}
        />
        <InlineLabel htmlFor={fieldIds.hours}>学时</InlineLabel>
        <InputNumber
          id={fieldIds.hours}
          min={0}
          max={24}
          step={0.5}
          value={hours}
          onChange={(next) => editPart((part) => ({ ...part, hours: next }))}
          style={{ width: '6em' }}
        />
        <Checkbox checked={fromPaper} onChange={(event) => edit((model) => ({ ...model, fromPaper: event.target.checked }))}>
          整理录入自纸质记录
        </Checkbox>
      </div>
    </details>
  )
}
