import { Input, Select } from 'antd'
import { blockFieldId } from '../fields.ts'
import type { FormBlock, FormVote } from '../model.ts'
import { splitNames } from '../names.ts'
import { CountField } from './CountField.tsx'
import { NamesField } from './NamesField.tsx'
import { VoteVerdict } from './VoteVerdict.tsx'

type VoteRow = Extract<FormBlock, { kind: 'vote' }>

interface VoteBlockProps {
  readonly block: VoteRow
  readonly label: string
  /** Absentees with 书面意见: what the field holds until somebody writes another number. */
  readonly written: number
  readonly onChange: (block: VoteRow) => void
}

const subjects = [
  { value: 'ordinary', label: '一般事项' },
  { value: 'admission', label: '接收预备党员' },
  { value: 'conversion', label: '预备党员转正' },
] as const

const methods = [
  { value: 'hands', label: '举手表决' },
  { value: 'secret', label: '无记名投票' },
] as const

/** 表决 as totals; who voted how is nowhere asked. */
export function VoteBlock({ block, label, written, onChange }: VoteBlockProps) {
  const { vote } = block
  const change = (patch: Partial<FormVote>) => onChange({ ...block, vote: { ...vote, ...patch } })
  const isSecret = vote.method === 'secret'
  const countField = (name: string, field: 'issued' | 'returned' | 'valid' | 'votesFor' | 'votesAgainst' | 'votesAbstain') => (
    <CountField label={name} value={vote[field]} onChange={(next) => change({ [field]: next })} />
  )
  return (
    <div className="vote" id={blockFieldId(block.key)} role="group" aria-label={label} tabIndex={-1}>
      <div className="vote-line">
        <Select
          aria-label="表决事项"
          value={vote.subject}
          options={[...subjects]}
          // Admission and conversion are voted on by secret ballot (发展党员工作细则 第二十一条).
          onChange={(subject) => change(subject === 'ordinary' ? { subject } : { subject, method: 'secret' })}
          style={{ width: '9.5em' }}
        />
        <Select
          aria-label="表决方式"
          value={vote.method}
          options={[...methods]}
          onChange={(method) => change({ method })}
          style={{ width: '8.4em' }}
        />
        {isSecret && (
          <>
            {countField('发出', 'issued')}
            {countField('收回', 'returned')}
            {countField('有效', 'valid')}
          </>
        )}
      </div>
      <div className="vote-line">
        {countField('赞成', 'votesFor')}
        {countField('反对', 'votesAgainst')}
        {countField('弃权', 'votesAbstain')}
        {vote.subject !== 'ordinary' && (
          <CountField
            label="书面意见"
            value={vote.writtenOpinions ?? written}
            onChange={(next) => change({ writtenOpinions: next })}
          />
        )}
        {isSecret ? (
          <>
            <NamesField label="监票人" value={vote.scrutineers} onChange={(text) => change({ scrutineers: splitNames(text) })} />
            <NamesField label="计票人" value={vote.tellers} onChange={(text) => change({ tellers: splitNames(text) })} />
          </>
        ) : (
          <Input
            aria-label="表决结果的写法"
            className="grow"
            placeholder="结果写作“通过”，可改写，如：审查通过……工作报告"
            maxLength={200}
            value={vote.outcome}
            onChange={(event) => change({ outcome: event.target.value })}
          />
        )}
      </div>
      <VoteVerdict vote={vote} />
    </div>
  )
}
