import { Progress as Bar, Button } from 'antd'
import { octetsText } from '#shared/kernel/octets.ts'
import type { TimedProgress } from './useStream.ts'
import { phaseUnit, phaseWords, shownPath } from './words.ts'

interface TaskProgressProps {
  readonly progress: TimedProgress | null
  readonly onCancel: () => void
}

/** How far a long task is, and the way to end it. */
export function TaskProgress({ progress, onCancel }: TaskProgressProps) {
  const unit = progress ? phaseUnit(progress.phase) : null
  const left = progress?.timeLeft ?? null
  const total = progress?.total ?? 0
  const done = Math.min(progress?.done ?? 0, total)
  return (
    <div className="task-progress" aria-live="polite">
      <div className="task-line">
        <b>{progress ? phaseWords(progress.phase) : '正在准备'}</b>
        {total > 0 && (
          <span className="soft">
            {unit ? `${done} / ${total} ${unit}` : `${octetsText(done)} / ${octetsText(total)}`}
            {left !== null && `　这一步还需${left}`}
          </span>
        )}
        <Button className="push" onClick={onCancel}>
          取消
        </Button>
      </div>
      <Bar percent={total > 0 ? Math.floor((done / total) * 100) : 0} showInfo={false} strokeColor="#2B5F9E" aria-label="进度" />
      <p className="small faint task-item">{progress?.item ? shownPath(progress.item) : '　'}</p>
    </div>
  )
}
