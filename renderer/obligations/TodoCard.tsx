import { Button, Drawer, Modal } from 'antd'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { DoneDialog } from '#renderer/followups/DoneDialog.tsx'
import { Card } from '#renderer/ui/Card.tsx'
import type { FollowUp } from '#shared/activities/follow-ups.ts'
import { PeriodDialog } from './PeriodDialog.tsx'
import type { Place } from './place.ts'
import type { TodoLine } from './todo.ts'

const shownLines = 10

const kindNames: Record<TodoLine['kind'], string> = {
  draft: '草稿',
  missing: '未记录',
  overdue: '已过期',
  soon: '十天之内',
  open: '待办',
}

interface TodoCardProps {
  readonly lines: readonly TodoLine[]
  readonly followUps: readonly FollowUp[]
}

/** 「近期要办」: at most ten lines, each with the button that does it. */
export function TodoCard({ lines, followUps }: TodoCardProps) {
  const [, navigate] = useLocation()
  const [places, setPlaces] = useState<readonly Place[]>([])
  const [followUpId, setFollowUpId] = useState<string | null>(null)
  const [isAll, setAll] = useState(false)
  const act = ({ deed }: TodoLine) => {
    if (deed.kind === 'go') navigate(deed.link)
    else if (deed.kind === 'periods') setPlaces(deed.places)
    else setFollowUpId(deed.followUpId)
  }
  return (
    <Card
      title="近期要办"
      note={`${lines.length}项`}
      extra={
        lines.length > shownLines && (
          <Button type="link" size="small" onClick={() => setAll(true)}>
            看全部
          </Button>
        )
      }
      className="todo-card"
    >
      {lines.length === 0 && <p className="soft todo-none">没有要办的，都已记录。</p>}
      <ul>
        {lines.slice(0, shownLines).map((line) => (
          <TodoRow key={line.key} line={line} onAct={() => act(line)} />
        ))}
      </ul>
      <Drawer open={isAll} onClose={() => setAll(false)} size={520} title={`近期要办 ${lines.length}项`}>
        <ul>
          {lines.map((line) => (
            <TodoRow key={line.key} line={line} onAct={() => act(line)} />
          ))}
        </ul>
      </Drawer>
      <PeriodDialog place={places.length === 1 ? (places[0] ?? null) : null} onClose={() => setPlaces([])} />
      <PlacesDialog places={places.length > 1 ? places : []} onPick={(place) => setPlaces([place])} onClose={() => setPlaces([])} />
      <DoneDialog followUp={followUps.find(({ id }) => id === followUpId) ?? null} onClose={() => setFollowUpId(null)} />
    </Card>
  )
}

/** One line: sign, words, and its button. */
export function TodoRow({ line, onAct }: { readonly line: TodoLine; readonly onAct: () => void }) {
  return (
    <li className="todo-line">
      <span className={`todo-dot todo-${line.kind}`} role="img" aria-label={kindNames[line.kind]} />
      <span className="todo-text">
        <span className="todo-title" title={line.title}>
          {line.title}
        </span>
        <span className="small faint todo-note" title={[line.note, line.source].filter((part) => part !== '').join('\n')}>
          {line.note}
        </span>
      </span>
      <Button size="small" aria-label={`${line.button}：${line.title}，${line.note}`} onClick={onAct}>
        {line.button}
      </Button>
    </li>
  )
}

interface PlacesDialogProps {
  readonly places: readonly Place[]
  readonly onPick: (place: Place) => void
  readonly onClose: () => void
}

/** Several missing periods of one duty: which of them. */
function PlacesDialog({ places, onPick, onClose }: PlacesDialogProps) {
  return (
    <Modal
      open={places.length > 0}
      onCancel={onClose}
      footer={null}
      width={460}
      title={`未记录的有${places.length}次，选一次补记或说明`}
    >
      <ul className="places-list">
        {places.map((place) => (
          <li key={place.period}>
            {place.name}
            <Button size="small" aria-label={`补记或说明：${place.name}`} onClick={() => onPick(place)}>
              补记或说明
            </Button>
          </li>
        ))}
      </ul>
      {places[0] && <p className="small faint">{places[0].rule}</p>}
    </Modal>
  )
}
