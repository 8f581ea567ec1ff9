import { Checkbox, Input, Select } from 'antd'
import { useState } from 'react'
import { TagsSelect } from '#renderer/roles/TagsSelect.tsx'
import { PlainDatePicker } from '#renderer/ui/PlainDatePicker.tsx'
import type { Organizer } from '#shared/activities/details.ts'
import { organizerNames } from '#shared/activities/labels.ts'
import { useForm, usePart } from '../context.ts'
import type { FormModel } from '../model.ts'
import { ForYear, Hours, StudyTierField } from '../purpose/fields.tsx'
import { AudienceField } from './AudienceField.tsx'
import { InlineLabel, Pair } from './Row.tsx'

type Carried = FormModel['carried']

function useCarried() {
  const carried = useForm((state) => state.model.carried)
  const edit = useForm((state) => state.edit)
  return {
    carried,
    change: (patch: Partial<Carried>) => edit((model) => ({ ...model, carried: { ...model.carried, ...patch } })),
  }
}

/** What is seldom needed, folded: 归属年度、学时、四学层级、召集、整理录入, then 会前把关、会议指导. */
export function MoreFields() {
  return (
    <>
      <Counting />
      <FromAbove />
    </>
  )
}

function Counting() {
  const fromPaper = useForm((state) => state.model.fromPaper)
  const purpose = usePart((part) => part.purpose)
  const forYear = usePart((part) => part.forYear)
  const hours = usePart((part) => part.hours)
  const audience = usePart((part) => part.carried.audience)
  const tier = usePart((part) => part.carried.studyTier)
  const edit = useForm((state) => state.edit)
  // A lecture and a study session have their hours further up, with what they are hours of.
  const showsHours = purpose === 'studySession' || purpose === 'partyLecture'
  const { carried, change } = useCarried()
  // Who has opened it and clears its only value has not closed it.
  const [isOpen, setOpen] = useState(false)
  const isInUse = Boolean(
    fromPaper ||
      forYear !== null ||
      (hours !== null && !showsHours) ||
      tier ||
      carried.jointWith ||
      carried.adjustedReason ||
      (carried.tags ?? []).length > 0 ||
      (carried.organizer && carried.organizer !== 'branch') ||
      (audience && audience !== 'all'),
  )
  const looksBack = purpose === 'organizationalLifeMeeting' || purpose === 'democraticAppraisal'
  return (
    <details className="more" open={isOpen || isInUse} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{`归属年度、${showsHours ? '' : '学时、'}四学层级、召集、整理录入`}</summary>
      <div className="more-fields">
        {!looksBack && <ForYear />}
        {!showsHours && <Hours />}
        <StudyTierField />
        <AudienceField />
        <Pair htmlFor="meeting-organizer" label="召集">
          <Select<Organizer>
            id="meeting-organizer"
            value={carried.organizer ?? 'branch'}
            options={Object.entries(organizerNames).map(([value, label]) => ({ value: value as Organizer, label }))}
            onChange={(organizer) => change({ organizer })}
            style={{ width: '7.5em' }}
          />
        </Pair>
        <Pair htmlFor="meeting-joint" label="联合召开">
          <Input
            id="meeting-joint"
            value={carried.jointWith ?? ''}
            maxLength={200}
            placeholder="其他党支部"
            style={{ width: '12em' }}
            onChange={(event) => change({ jointWith: event.target.value === '' ? null : event.target.value })}
          />
        </Pair>
        <Pair htmlFor="meeting-adjusted" label="因故调整">
          <Input
            id="meeting-adjusted"
            value={carried.adjustedReason ?? ''}
            maxLength={300}
            placeholder="没有按计划日期召开的原因"
            style={{ width: '17em' }}
            onChange={(event) => change({ adjustedReason: event.target.value === '' ? null : event.target.value })}
          />
        </Pair>
        <Pair htmlFor="meeting-tags" label="专项活动">
          <TagsSelect id="meeting-tags" value={carried.tags ?? []} onChange={(tags) => change({ tags })} />
        </Pair>
        <Checkbox checked={fromPaper} onChange={(event) => edit((model) => ({ ...model, fromPaper: event.target.checked }))}>
          整理录入自纸质记录
        </Checkbox>
      </div>
    </details>
  )
}

const noCheck: NonNullable<Carried['preCheck']> = { who: '', comments: '', isAgreed: false }
const noGuidance = { who: '', comments: '' }

/** 会前把关 and 会议指导, where the office has somebody for them. */
function FromAbove() {
  const { carried, change } = useCarried()
  const check = carried.preCheck ?? noCheck
  const guidance = carried.guidance ?? noGuidance
  const changeCheck = (patch: Partial<NonNullable<Carried['preCheck']>>) => {
    const next = { ...check, ...patch }
    change({ preCheck: next.who === '' && next.comments === '' && !next.date && !next.isAgreed ? null : next })
  }
  const changeGuidance = (patch: Partial<typeof noGuidance>) => {
    const next = { ...guidance, ...patch }
    change({ guidance: next.who === '' && next.comments === '' ? null : next })
  }
  return (
    <details className="more" open={Boolean(carried.preCheck ?? carried.guidance)}>
      <summary>会前把关、会议指导</summary>
      <div className="more-fields">
        <InlineLabel htmlFor="meeting-check-who">把关人</InlineLabel>
        <Input
          id="meeting-check-who"
          value={check.who}
          maxLength={60}
          style={{ width: '6em' }}
          onChange={(event) => changeCheck({ who: event.target.value })}
        />
        <PlainDatePicker
          label="把关日期"
          value={check.date ?? null}
          style={{ width: '9.6em' }}
          onChange={(date) => changeCheck({ date })}
        />
        <Input
          aria-label="把关意见"
          placeholder="意见"
          value={check.comments}
          maxLength={2000}
          style={{ width: '16em' }}
          onChange={(event) => changeCheck({ comments: event.target.value })}
        />
        <Checkbox checked={check.isAgreed} onChange={(event) => changeCheck({ isAgreed: event.target.checked })}>
          同意召开
        </Checkbox>
      </div>
      <div className="more-fields">
        <InlineLabel htmlFor="meeting-guide-who">指导人</InlineLabel>
        <Input
          id="meeting-guide-who"
          value={guidance.who}
          maxLength={60}
          style={{ width: '6em' }}
          onChange={(event) => changeGuidance({ who: event.target.value })}
        />
        <Input
          aria-label="指导意见"
          placeholder="到会指导的意见"
          value={guidance.comments}
          maxLength={2000}
          style={{ width: '27em' }}
          onChange={(event) => changeGuidance({ comments: event.target.value })}
        />
      </div>
    </details>
  )
}
