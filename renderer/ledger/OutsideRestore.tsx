import { Button } from 'antd'
import { useState } from 'react'
import { type ChosenFolder, FolderChooser } from '#renderer/packs/FolderChooser.tsx'
import { RestoreOutcome, useConfirmedRestore } from './RestoreList.tsx'
import '#renderer/packs/packs.css'
import './safety.css'

/** Restores from a backup on a stick or another disk: on a new PC, or when the data folder is lost. */
export function OutsideRestore() {
  const [path, setPath] = useState<readonly ChosenFolder[]>([])
  const { task, ask } = useConfirmedRestore()
  const chosen = path.at(-1)
  return (
    <>
      <FolderChooser label="备份所在的文件夹" path={path} onChange={setPath} />
      <p className="small faint">打开以「支部手册备份」开头的文件夹，再按「从这里恢复」。</p>
      <div className="safety-actions">
        <Button disabled={!chosen || task.isRunning} onClick={() => chosen && ask({ targetId: chosen.id }, chosen.label)}>
          从这里恢复
        </Button>
      </div>
      <RestoreOutcome task={task} />
    </>
  )
}
