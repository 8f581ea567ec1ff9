import { AutoComplete } from 'antd'
import { PlainDatePicker } from '#renderer/ui/PlainDatePicker.tsx'
import { isPlainDate, weekdayName } from '#shared/kernel/dates.ts'
import { useForm } from '../context.ts'
import { fieldIds } from '../fields.ts'
import { useProposal } from '../useProposal.ts'
import { DayRemarks } from './DayRemarks.tsx'
import { InlineLabel, Row } from './Row.tsx'
import { TimeField } from './TimeField.tsx'

/** 日期、起止时间、地点; the last places used are offered. */
export function WhenAndWhere() {
  const date = useForm((state) => state.model.date)
  const startTime = useForm((state) => state.model.startTime)
  const endTime = useForm((state) => state.model.endTime)
  const place = useForm((state) => state.model.place)
  const edit = useForm((state) => state.edit)
  const places = useProposal()?.places ?? []
  return (
    <>
      <Row label="日期" htmlFor={fieldIds.date}>
        <PlainDatePicker
          id={fieldIds.date}
          label="日期"
          value={date}
          allowClear={false}
          style={{ width: '10.2em' }}
          onChange={(next) => edit((model) => ({ ...model, date: next ?? '' }))}
        />
        <span className="soft weekday">{isPlainDate(date) ? weekdayName(date) : ''}</span>
        <TimeField
          id={fieldIds.startTime}
          label="开始时间"
          value={startTime}
          onChange={(next) => edit((model) => ({ ...model, startTime: next }))}
        />
        <span aria-hidden="true">—</span>
        <TimeField
          id={fieldIds.endTime}
          label="结束时间"
          value={endTime}
          onChange={(next) => edit((model) => ({ ...model, endTime: next }))}
        />
        <InlineLabel htmlFor={fieldIds.place}>地点</InlineLabel>
        <AutoComplete
          id={fieldIds.place}
          className="grow"
          value={place}
          maxLength={200}
          options={places.map((value) => ({ value }))}
          onChange={(next: string) => edit((model) => ({ ...model, place: next }))}
        />
      </Row>
      <DayRemarks />
    </>
  )
}
