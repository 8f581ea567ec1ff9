import { Button, Checkbox, Input } from 'antd'
import { judgeElection } from '#shared/activities/election.ts'
import { electionFigures } from '#shared/activities/election-figures.ts'
import { newId } from '#shared/kernel/ids.ts'
import { normalName } from '#shared/kernel/text.ts'
import { electionOf } from '../details-to-save.ts'
import { blockFieldId } from '../fields.ts'
import { changeRow, removeRow } from '../lists.ts'
import type { FormBlock, FormElection } from '../model.ts'
import { splitNames } from '../names.ts'
import { useAttendance } from '../useMeeting.ts'
import { CountField } from './CountField.tsx'
import { NamesField } from './NamesField.tsx'

type ElectionRow = Extract<FormBlock, { kind: 'election' }>

interface ElectionBlockProps {
  readonly block: ElectionRow
  readonly label: string
  readonly onChange: (block: ElectionRow) => void
}

/** 选举 as totals: seats, those excused first, ballots, candidates with their votes, and what the rules make of it. */
export function ElectionBlock({ block, label, onChange }: ElectionBlockProps) {
  const { election } = block
  const change = (patch: Partial<FormElection>) => onChange({ ...block, election: { ...election, ...patch } })
  const ballots = (name: string, field: keyof FormElection['ballots']) => (
    <CountField
      label={name}
      value={election.ballots[field]}
      onChange={(next) => change({ ballots: { ...election.ballots, [field]: next } })}
    />
  )
  return (
    <div className="vote" id={blockFieldId(block.key)} role="group" aria-label={label} tabIndex={-1}>
      <div className="vote-line">
        <label className="count-field">
          选举职务
          <Input
            aria-label="选举职务"
            value={election.office}
            maxLength={40}
            style={{ width: '6em' }}
            onChange={(event) => change({ office: event.target.value })}
          />
        </label>
        <CountField label="应选名额" value={election.seats} onChange={(seats) => change({ seats })} />
        <NamesField label="监票人" value={election.scrutineers} onChange={(text) => change({ scrutineers: splitNames(text) })} />
        <NamesField label="计票人" value={election.tellers} onChange={(text) => change({ tellers: splitNames(text) })} />
      </div>
      <Exemptions election={election} onChange={change} />
      <div className="vote-line">
        {ballots('发出选票', 'issued')}
        {ballots('收回选票', 'returned')}
        {ballots('有效票', 'valid')}
      </div>
      <Candidates election={election} onChange={change} />
      <ElectionVerdict election={election} />
    </div>
  )
}

interface PartProps {
  readonly election: FormElection
  readonly onChange: (patch: Partial<FormElection>) => void
}

/** 不计入应到会人数的党员: with a reason, agreed by the meeting before the ballots are handed out. */
function Exemptions({ election, onChange }: PartProps) {
  const { due } = useAttendance()
  const rows = election.exemptions
  const change = (index: number, patch: Partial<FormElection['exemptions'][number]>) =>
    onChange({ exemptions: rows.map((row, place) => (place === index ? { ...row, ...patch } : row)) })
  return (
    <div className="vote-rows">
      {rows.map((row, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows have no identity of their own and are never moved
        <div className="vote-line" key={index}>
          <Input
            aria-label={`第${index + 1}名不计入应到会人数的党员`}
            placeholder="姓名"
            value={row.name}
            maxLength={60}
            style={{ width: '6em' }}
            onChange={(event) => change(index, { name: normalName(event.target.value) })}
          />
          <Input
            className="grow"
            aria-label={`${row.name}不计入的原因`}
            placeholder="原因，如：年老体弱卧床不起和长期生病生活不能自理"
            value={row.reason}
            maxLength={200}
            onChange={(event) => change(index, { reason: event.target.value })}
          />
          <Button
            type="text"
            size="small"
            aria-label={`去掉不计入应到会人数的${row.name || '党员'}`}
            onClick={() => onChange({ exemptions: rows.filter((_, place) => place !== index) })}
          >
            ×
          </Button>
        </div>
      ))}
      <Button
        type="link"
        size="small"
        onClick={() => {
          const listed = due.filter((member) => member.exemptReason !== null && !rows.some((row) => row.name === member.name))
          const next =
            listed[0] && rows.length === 0
              ? listed.map((member) => ({ name: member.name, reason: '' }))
              : [{ name: '', reason: '' }]
          onChange({ exemptions: [...rows, ...next] })
        }}
      >
        ＋ 不计入应到会人数的党员
      </Button>
      <span className="small faint">须报上级党组织同意，并经党员大会通过</span>
    </div>
  )
}

/** Names in the order of the ballot, each with the votes in favour. */
function Candidates({ election, onChange }: PartProps) {
  const rows = election.candidates
  const counting = new Set([...election.scrutineers, ...election.tellers].map(normalName))
  const change = (key: string, patch: Partial<FormElection['candidates'][number]>) =>
    onChange({ candidates: changeRow(rows, key, (row) => ({ ...row, ...patch })) })
  return (
    <div className="vote-rows">
      {rows.map((row, index) => {
        const counts = row.name.trim() !== '' && counting.has(normalName(row.name))
        return (
          <div className="vote-line" key={row.key}>
            <Input
              aria-label={`第${index + 1}名候选人`}
              placeholder={row.isWrittenIn ? '另选他人' : '候选人'}
              value={row.name}
              maxLength={60}
              status={counts ? 'error' : ''}
              style={{ width: '7em' }}
              onChange={(event) => change(row.key, { name: event.target.value })}
            />
            <CountField
              label={`${row.name.trim() || `第${index + 1}名`}得票`}
              value={row.votes}
              onChange={(votes) => change(row.key, { votes })}
            />
            <Checkbox checked={row.isWrittenIn} onChange={(event) => change(row.key, { isWrittenIn: event.target.checked })}>
              另选他人
            </Checkbox>
            {counts && <span className="small bad">候选人不得担任监票人、计票人</span>}
            <Button
              type="text"
              size="small"
              aria-label={`去掉第${index + 1}名候选人`}
              onClick={() => onChange({ candidates: removeRow(rows, row.key) })}
            >
              ×
            </Button>
          </div>
        )
      })}
      <Button
        type="link"
        size="small"
        onClick={() => onChange({ candidates: [...rows, { key: newId(), name: '', votes: null, isWrittenIn: false }] })}
      >
        ＋ 候选人
      </Button>
      <span className="small faint">以姓氏笔画为序</span>
    </div>
  )
}

/** 当选, 得票相等, or what makes the election void; with the article. */
function ElectionVerdict({ election }: { readonly election: FormElection }) {
  const { counts, attendance } = useAttendance()
  const isCounted = election.seats !== null && election.candidates.some((row) => row.votes !== null)
  if (!isCounted) {
    return (
      <p className="small faint">
        应到会有选举权的党员 {counts.dueVoters} 名，实到 {counts.presentVoters}{' '}
        名；须五分之四以上到会，得赞成票超过实到会的半数当选。
      </p>
    )
  }
  const figures = electionFigures(electionOf(election), { counts, attendance })
  const judged = judgeElection(figures)
  const problems = judged.problems.filter(({ code }) => code !== 'TOO_FEW_CANDIDATES' || election.office.trim() === '委员')
  return (
    <div aria-live="polite">
      {!judged.quorumMet && (
        <p className="bad">
          应到会有选举权的党员{figures.due}名，实到{figures.present}名，未达到五分之四，选举无效
        </p>
      )}
      {judged.elected.length > 0 && <p className="good">当选：{judged.elected.join('、')}</p>}
      {judged.tied.length > 0 && <p className="amber">{judged.tied.join('、')}得票相等，须就这几名候选人再次投票</p>}
      {judged.isValid && judged.elected.length + judged.tied.length === 0 && <p className="bad">没有候选人得票超过实到会的半数</p>}
      {problems.map(({ code, text }) => (
        <p key={`${code} ${text}`} className="small amber">
          {text}
        </p>
      ))}
      <p className="small faint">《中国共产党基层组织选举工作条例》(2020)</p>
    </div>
  )
}
