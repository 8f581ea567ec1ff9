import { useMutation, useQuery } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { useState } from 'react'
import { orpc } from '#renderer/api/client.ts'
import { useToday } from '#renderer/api/session.ts'
import { Card } from '#renderer/ui/Card.tsx'
import { ErrorBlock } from '#renderer/ui/ErrorBlock.tsx'
import type { BranchProfile, FixedDay } from '#shared/branch/schema.ts'
import { chineseDateWithWeekday } from '#shared/kernel/dates.ts'
import { fixedDayWords, nextFixedDay, weekChoices, weekdayChoices } from '#shared/plans/fixed-day.ts'

const usual: FixedDay = { week: 3, weekday: 5 }

/** 固定党日: the week and the weekday on which the branch holds its themed day. */
export function FixedDayCard() {
  const branch = useQuery(orpc.branch.get.queryOptions({ input: {} }))
  if (branch.isError) return <ErrorBlock inline error={branch.error} onRetry={() => void branch.refetch()} />
  return branch.data ? <FixedDayForm branch={branch.data} /> : null
}

function FixedDayForm({ branch }: { readonly branch: BranchProfile }) {
  const today = useToday()
  const { fixedDay } = branch.settings
  const [draft, setDraft] = useState<FixedDay | null>(null)
  const save = useMutation(orpc.branch.update.mutationOptions({ onSuccess: () => setDraft(null) }))
  const put = (next: FixedDay | null) => {
    const { fullName, shortName, superiorName, settings } = branch
    save.mutate({ fullName, shortName, superiorName, settings: { ...settings, fixedDay: next } })
  }
  if (draft === null) {
    return (
      <Card title="固定党日" extra={<Button onClick={() => setDraft(fixedDay ?? usual)}>{fixedDay ? '修改' : '设定'}</Button>}>
        {fixedDay ? (
          <>
            <p>{fixedDayWords(fixedDay)}</p>
            <p className="small faint">下一次：{chineseDateWithWeekday(nextFixedDay(today, fixedDay))}</p>
          </>
        ) : (
          <p className="soft">还没有设定。设定后，准备主题党日时自动填好日期。</p>
        )}
      </Card>
    )
  }
  return (
    <Card title="固定党日">
      <p className="fixed-day-fields">
        每月
        <Select
          aria-label="第几个"
          value={draft.week}
          options={weekChoices}
          onChange={(week) => setDraft({ ...draft, week })}
          style={{ width: '7em' }}
        />
        <Select
          aria-label="星期几"
          value={draft.weekday}
          options={weekdayChoices}
          onChange={(weekday) => setDraft({ ...draft, weekday })}
          style={{ width: '7em' }}
        />
      </p>
      <p className="fixed-day-buttons">
        <Button loading={save.isPending} onClick={() => put(draft)}>
          保存
        </Button>
        <Button onClick={() => setDraft(null)}>取消</Button>
        {fixedDay && <Button onClick={() => put(null)}>不固定</Button>}
      </p>
      {save.isError && <ErrorBlock inline error={save.error} />}
    </Card>
  )
}
