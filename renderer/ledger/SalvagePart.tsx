import { Button } from 'antd'
import { useState } from 'react'
import { client } from '#renderer/api/client.ts'
import { type ChosenFolder, FolderChooser } from '#renderer/packs/FolderChooser.tsx'
import { useStream } from '#renderer/packs/useStream.ts'
import { ErrorBlock } from '#renderer/ui/ErrorBlock.tsx'
import type { SalvageResult } from '#shared/ledger/backup-schema.ts'
import { phaseText } from './words.ts'
import '#renderer/packs/packs.css'
import './safety.css'

/** Saves what can still be read of a damaged ledger elsewhere; the ledger is only read. */
export function SalvagePart() {
  const [path, setPath] = useState<readonly ChosenFolder[]>([])
  const task = useStream<SalvageResult>()
  const chosen = path.at(-1)
  return (
    <>
      <FolderChooser label="保存到" path={path} onChange={setPath} />
      <div className="safety-actions">
        <Button
          disabled={!chosen || task.isRunning}
          onClick={() => chosen && task.start((signal) => client.ledger.salvage({ targetId: chosen.id }, { signal }))}
        >
          另存还能读出的内容
        </Button>
      </div>
      {task.isRunning && <p aria-live="polite">{phaseText(task.progress?.phase)}…</p>}
      {Boolean(task.error) && <ErrorBlock inline error={task.error} />}
      {task.result && (
        <p role="status" className="safety-path">
          读出 {task.result.rows} 行，保存在：{task.result.path}
          {task.result.incomplete.length > 0 && `　没有读全：${task.result.incomplete.join('、')}`}
        </p>
      )}
    </>
  )
}
