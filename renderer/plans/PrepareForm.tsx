import { useMutation, useQuery } from '@tanstack/react-query'
import { App, AutoComplete, Button, Input, Select } from 'antd'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { TimeField } from '#renderer/activities/form/sections/TimeField.tsx'
import { client, orpc } from '#renderer/api/client.ts'
import { Card } from '#renderer/ui/Card.tsx'
import { ErrorBlock } from '#renderer/ui/ErrorBlock.tsx'
import { PageHeader } from '#renderer/ui/PageHeader.tsx'
import { PlainDatePicker } from '#renderer/ui/PlainDatePicker.tsx'
import { purposeNames } from '#shared/activities/labels.ts'
import { type Activity, purposes, saveActivitySchema } from '#shared/activities/schema.ts'
import { isPlainDate, timeSchema, weekdayName } from '#shared/kernel/dates.ts'
import { AgendaLines } from './AgendaLines.tsx'
import { DayWarnings } from './DayWarnings.tsx'
import { LeaveChips } from './LeaveChips.tsx'
import { type PrepareModel, toPlanned } from './prepare-model.ts'

interface PrepareFormProps {
  readonly start: PrepareModel
  /** The planned sitting that is changed; null: a new one. */
  readonly before: Activity | null
}

/** The first thing that keeps the plan from being saved; null: nothing does. */
function problemOf(model: PrepareModel): string | null {
  if (!isPlainDate(model.date)) return '请填写日期'
  for (const time of [model.startTime, model.endTime]) {
    if (time !== '' && !timeSchema.safeParse(time).success) return '时间应为24小时制，如15:00'
  }
  if (model.startTime !== '' && model.endTime !== '' && model.endTime <= model.startTime) return '结束时间应晚于开始时间'
  if (model.purpose === 'groupMeeting' && model.groupId === null) return '请选择党小组'
  const unclear = model.agenda.find(({ title, vote, election }) => title.trim() !== '' && vote === 'election' && !election?.seats)
  if (unclear) return `请填写“${unclear.title.trim()}”的应选名额`
  return model.title !== null && model.title.trim() === '' ? '请填写名称' : null
}

/** When, where, what about, who is on leave: enough for the notice, and the record goes on from it. */
export function PrepareForm({ start, before }: PrepareFormProps) {
  const [, navigate] = useLocation()
  const { message } = App.useApp()
  const [model, setModel] = useState(start)
  const [problem, setProblem] = useState<string | null>(null)
  const change = (patch: Partial<PrepareModel>) => {
    setProblem(null)
    setModel((old) => ({ ...old, ...patch }))
  }
  const { purpose, date, groupId } = model
  const groups = useQuery(orpc.branch.groups.queryOptions({ input: {} }))
  const proposal = useQuery(
    orpc.activities.propose.queryOptions({
      input: { purpose, date, groupId },
      enabled: isPlainDate(date),
      placeholderData: (old) => old,
    }),
  )
  const save = useMutation({
    mutationFn: async () => {
      // The proposal on screen may still be that of another day.
      const shown = proposal.isPlaceholderData ? undefined : proposal.data
      const proposed = shown ?? (await client.activities.propose({ purpose, date, groupId }))
      return client.activities.save(saveActivitySchema.parse(toPlanned(model, proposed, before)))
    },
    onSuccess: ({ id }) => {
      void message.success('已列入计划')
      navigate(`/plans/${id}`, { replace: true })
    },
  })
  const submit = () => {
    const found = problemOf(model)
    setProblem(found)
    if (found === null) save.mutate()
  }
  const { chair, recorder } = before ?? proposal.data ?? {}
  return (
    <>
      <PageHeader
        title={before ? '修改会前安排' : '准备一次会'}
        note={
          problem !== null && (
            <span role="alert" className="prepare-problem">
              {problem}
            </span>
          )
        }
        actions={<Button onClick={() => navigate(before ? `/plans/${before.id}` : '/plans')}>取消</Button>}
        primary={{ label: before ? '保存' : '列入计划', onClick: submit, loading: save.isPending }}
      />
      {save.isError && <ErrorBlock inline error={save.error} />}
      <Card className="prepare-card">
        <div className="prepare-row">
          <label htmlFor="prepare-purpose">类型</label>
          <Select
            id="prepare-purpose"
            value={purpose}
            onChange={(next) => change({ purpose: next, absentees: [] })}
            options={purposes.map((value) => ({ value, label: purposeNames[value] }))}
            style={{ width: '11.5em' }}
          />
          {purpose === 'groupMeeting' && (
            <Select
              aria-label="党小组"
              value={groupId}
              placeholder="选择党小组"
              onChange={(next) => change({ groupId: next, absentees: [] })}
              options={(groups.data ?? []).map((group) => ({ value: group.id, label: group.name }))}
              style={{ width: '10em' }}
            />
          )}
          <label htmlFor="prepare-title" className="prepare-inline">
            名称
          </label>
          <Input
            id="prepare-title"
            className="grow"
            maxLength={200}
            value={model.title ?? proposal.data?.title ?? ''}
            onChange={(event) => change({ title: event.target.value })}
          />
        </div>
        <div className="prepare-row">
          <label htmlFor="prepare-date">日期</label>
          <PlainDatePicker
            id="prepare-date"
            label="日期"
            value={date}
            allowClear={false}
            style={{ width: '10.2em' }}
            onChange={(next) => change({ date: next ?? '' })}
          />
          <span className="soft">{isPlainDate(date) ? weekdayName(date) : ''}</span>
          <TimeField id="prepare-start" label="开始时间" value={model.startTime} onChange={(startTime) => change({ startTime })} />
          <span aria-hidden="true">—</span>
          <TimeField id="prepare-end" label="结束时间" value={model.endTime} onChange={(endTime) => change({ endTime })} />
          <label htmlFor="prepare-place" className="prepare-inline">
            地点
          </label>
          <AutoComplete
            id="prepare-place"
            className="grow"
            value={model.place}
            maxLength={200}
            options={(proposal.data?.places ?? []).map((value) => ({ value }))}
            onChange={(place: string) => change({ place })}
          />
        </div>
        <DayWarnings model={model} ownId={before?.id ?? null} />
        <div className="prepare-row">
          <span className="prepare-label">主持人、记录人</span>
          <span>
            {chair?.name ?? '未定'}、{recorder?.name ?? '未定'}
          </span>
          <span className="small faint">按职务提出，记录时可以改</span>
        </div>
        <AgendaLines model={model} onChange={(agenda) => change({ agenda })} />
        <LeaveChips model={model} onChange={(absentees) => change({ absentees })} />
      </Card>
    </>
  )
}
