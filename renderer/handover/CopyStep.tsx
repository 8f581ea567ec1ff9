import { Button } from 'antd'
import { useState } from 'react'
import { client } from '#renderer/api/client.ts'
import { phaseText } from '#renderer/ledger/words.ts'
import { type ChosenFolder, FolderChooser } from '#renderer/packs/FolderChooser.tsx'
import { useStream } from '#renderer/packs/useStream.ts'
import { ErrorBlock } from '#renderer/ui/ErrorBlock.tsx'
import type { BackupResult } from '#shared/ledger/backup-schema.ts'
import '#renderer/packs/packs.css'

/** Copies everything to a stick or another disk, read back. */
export function CopyStep() {
  const [path, setPath] = useState<readonly ChosenFolder[]>([])
  const task = useStream<BackupResult>()
  const chosen = path.at(-1)
  return (
    <>
      <p>把全部记录、附件和修改记录复制到 U 盘或移动硬盘，写完会读回核对。设有口令的，复制出去的也是加密的。</p>
      <FolderChooser label="复制到" path={path} onChange={setPath} />
      <p className="handover-next">
        <Button
          type="primary"
          disabled={!chosen?.isWritable}
          loading={task.isRunning}
          onClick={() => chosen && task.start((signal) => client.handover.copy({ targetId: chosen.id }, { signal }))}
        >
          复制数据
        </Button>
        {task.isRunning && <Button onClick={task.cancel}>取消</Button>}
      </p>
      {task.isRunning && <p aria-live="polite">{phaseText(task.progress?.phase)}…</p>}
      {Boolean(task.error) && <ErrorBlock inline error={task.error} />}
    </>
  )
}
