import { Input, InputNumber } from 'antd'
import { NamesSelect } from '#renderer/members/NamesSelect.tsx'
import type { PlainDate } from '#shared/kernel/dates.ts'
import type { PlannedElection } from './planned-election.ts'

interface PlannedElectionFieldsProps {
  /** The item of the agenda it stands under: 议题一. */
  readonly label: string
  /** Of the meeting: whose roster is offered. */
  readonly date: PlainDate
  readonly election: PlannedElection
  readonly onChange: (election: PlannedElection) => void
}

/** 选举职务, 应选名额 and candidates: what the ballots and 计票单 are printed from. */
export function PlannedElectionFields({ label, date, election, onChange }: PlannedElectionFieldsProps) {
  const change = (patch: Partial<PlannedElection>) => onChange({ ...election, ...patch })
  return (
    <div className="prepare-election" role="group" aria-label={`${label}的选举`}>
      <span className="soft">职务</span>
      <Input
        aria-label={`${label}选举职务`}
        value={election.office}
        maxLength={40}
        style={{ width: '6em' }}
        onChange={({ target }) => change({ office: target.value })}
      />
      <span className="soft">应选</span>
      <InputNumber
        aria-label={`${label}应选名额`}
        min={1}
        max={1000}
        precision={0}
        value={election.seats}
        suffix="名"
        style={{ width: '6em' }}
        onChange={(seats) => change({ seats })}
      />
      <span className="soft">候选人</span>
      <div className="grow">
        <NamesSelect
          label={`${label}候选人`}
          date={date}
          names={election.candidates}
          placeholder="从名单里选，或写姓名按回车；选票按姓氏笔画排"
          onChange={(candidates) => change({ candidates })}
        />
      </div>
    </div>
  )
}
