import { Checkbox, Input, InputNumber, Select } from 'antd'
import { meetingPowerNames } from '#shared/activities/labels.ts'
import { usePart } from '../context.ts'
import type { FormAgenda } from '../model.ts'

type Carried = FormAgenda['carried']

interface AgendaExtrasProps {
  readonly item: FormAgenda
  readonly where: string
  readonly onChange: (carried: Carried) => void
}

/** What an agenda item has in one kind of meeting only (DOMAIN 3.1): the power used, who proposed it, how long it took. */
export function AgendaExtras({ item, where, onChange }: AgendaExtrasProps) {
  const purpose = usePart((part) => part.purpose)
  const { carried } = item
  const change = (patch: Partial<Carried>) => onChange({ ...carried, ...patch })
  switch (purpose) {
    case 'generalMeeting':
      return (
        <Select
          aria-label={`${where}职权`}
          size="small"
          allowClear
          placeholder="党员大会职权"
          {...(carried.power ? { value: carried.power } : {})}
          options={Object.entries(meetingPowerNames).map(([value, label]) => ({ value, label }))}
          popupMatchSelectWidth={false}
          onChange={(power) => change({ power: (power as Carried['power']) ?? null })}
          style={{ width: '11em' }}
        />
      )
    case 'committeeMeeting':
      return (
        <span className="agenda-extras">
          <Input
            aria-label={`${where}提出人`}
            size="small"
            placeholder="提出人"
            maxLength={60}
            value={carried.proposer ?? ''}
            style={{ width: '6em' }}
            onChange={(event) => change({ proposer: event.target.value === '' ? null : event.target.value })}
          />
          <Checkbox
            checked={carried.toGeneralMeeting === true}
            onChange={(event) => change({ toGeneralMeeting: event.target.checked })}
          >
            <span className="small soft">提交党员大会</span>
          </Checkbox>
        </span>
      )
    case 'themedPartyDay':
      return (
        <label className="count-field small">
          用时
          <InputNumber
            aria-label={`${where}用时（分钟）`}
            size="small"
            min={1}
            max={1440}
            precision={0}
            controls={false}
            value={carried.minutes ?? null}
            style={{ width: '3.4em' }}
            onChange={(minutes) => change({ minutes })}
          />
          分钟
        </label>
      )
    default:
      return null
  }
}
