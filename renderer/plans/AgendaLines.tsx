import { useQuery } from '@tanstack/react-query'
import { Button, Checkbox, Input, Select } from 'antd'
import { useState } from 'react'
import { orpc } from '#renderer/api/client.ts'
import { useToday } from '#renderer/api/session.ts'
import { chineseMonthDay, isPlainDate } from '#shared/kernel/dates.ts'
import { chineseOrdinal } from '#shared/kernel/text.ts'
import { PlannedElectionFields } from './PlannedElectionFields.tsx'
import { newElection } from './planned-election.ts'
import {
  type AgendaLine,
  followUpTitle,
  newLine,
  type PrepareModel,
  plannedVoteNames,
  plannedVotes,
  takeUpOn,
} from './prepare-model.ts'

interface AgendaLinesProps {
  readonly model: PrepareModel
  readonly onChange: (agenda: readonly AgendaLine[]) => void
}

const voteOptions = plannedVotes.map((value) => ({ value, label: plannedVoteNames[value] }))

/** 议题, and the open decisions that the meeting can hear about. */
export function AgendaLines({ model, onChange }: AgendaLinesProps) {
  const today = useToday()
  const followUps = useQuery(orpc.activities.followUps.queryOptions({ input: { open: true } }))
  const offered = takeUpOn(followUps.data ?? [], isPlainDate(model.date) ? model.date : today)
  const { agenda } = model
  const [added, setAdded] = useState<string | null>(null)
  const add = () => {
    const line = newLine()
    setAdded(line.key)
    onChange([...agenda, line])
  }
  const edit = (key: string, patch: Partial<AgendaLine>) =>
    onChange(agenda.map((line) => (line.key === key ? { ...line, ...patch } : line)))
  const move = (index: number, by: number) => {
    const moved = [...agenda]
    const [line] = moved.splice(index, 1)
    if (line) moved.splice(index + by, 0, line)
    onChange(moved)
  }
  const isTaken = (title: string, id: string) => agenda.some((line) => line.followUpId === id || line.title === title)
  return (
    <section className="prepare-agenda" aria-labelledby="prepare-agenda-title">
      <h2 id="prepare-agenda-title">议题</h2>
      <ol>
        {agenda.map((line, index) => (
          <li key={line.key}>
            <span className="prepare-ordinal">{chineseOrdinal(index + 1)}、</span>
            <Input
              aria-label={`议题${chineseOrdinal(index + 1)}`}
              value={line.title}
              maxLength={300}
              onChange={(event) => edit(line.key, { title: event.target.value })}
              autoFocus={line.key === added}
              onPressEnter={add}
            />
            <Select
              aria-label={`议题${chineseOrdinal(index + 1)}的表决`}
              value={line.vote}
              options={voteOptions}
              onChange={(vote) => edit(line.key, { vote, election: line.election ?? (vote === 'election' ? newElection() : null) })}
              style={{ width: '9em', flex: 'none' }}
            />
            <Button aria-label={`上移议题${chineseOrdinal(index + 1)}`} disabled={index === 0} onClick={() => move(index, -1)}>
              ↑
            </Button>
            <Button
              aria-label={`删除议题${chineseOrdinal(index + 1)}`}
              onClick={() => onChange(agenda.filter(({ key }) => key !== line.key))}
            >
              删除
            </Button>
            {line.vote === 'election' && line.election && (
              <PlannedElectionFields
                label={`议题${chineseOrdinal(index + 1)}`}
                date={model.date}
                election={line.election}
                onChange={(election) => edit(line.key, { election })}
              />
            )}
          </li>
        ))}
      </ol>
      <Button onClick={add}>＋ 议题</Button>
      {offered.length > 0 && (
        <fieldset className="prepare-follow-ups">
          <legend className="soft">待落实的决定，勾选后列入议题</legend>
          {offered.map((followUp) => {
            const title = followUpTitle(followUp)
            return (
              <Checkbox
                key={followUp.id}
                checked={isTaken(title, followUp.id)}
                onChange={({ target }) => {
                  if (target.checked) {
                    const filled = agenda.filter((line) => line.title.trim() !== '')
                    onChange([...filled, newLine(title, 'none', followUp.id)])
                  } else onChange(agenda.filter((line) => line.followUpId !== followUp.id && line.title !== title))
                }}
              >
                {followUp.text}
                <span className="small faint">
                  {followUp.owner !== '' && `　${followUp.owner}`}
                  {followUp.dueOn !== null && `　${chineseMonthDay(followUp.dueOn)}到期`}
                </span>
              </Checkbox>
            )
          })}
        </fieldset>
      )}
    </section>
  )
}
