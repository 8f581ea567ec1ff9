import { Button } from 'antd'
import { useState } from 'react'
import { client } from '#renderer/api/client.ts'
import { Card } from '#renderer/ui/Card.tsx'
import { ErrorBlock } from '#renderer/ui/ErrorBlock.tsx'
import type { Verdict } from '#shared/packs/schema.ts'
import { type ChosenFolder, FolderChooser } from './FolderChooser.tsx'
import { TaskProgress } from './TaskProgress.tsx'
import { useStream } from './useStream.ts'
import { VerdictView } from './VerdictView.tsx'

/** 校验: any pack, from whomever, against its own list of files. */
export function VerifyCard() {
  const [path, setPath] = useState<readonly ChosenFolder[]>([])
  const task = useStream<Verdict>()
  const target = path.at(-1)
  return (
    <Card title="校验" note="核对一份材料包：每个文件是否都在、有没有被改动">
      {task.isRunning ? (
        <TaskProgress progress={task.progress} onCancel={task.cancel} />
      ) : (
        <>
          <FolderChooser
            label="材料包所在文件夹"
            path={path}
            onChange={(next) => {
              task.reset()
              setPath(next)
            }}
          />
          <div className="pack-step">
            <Button
              onClick={() => target && task.start((signal) => client.packs.verify({ targetId: target.id }, { signal }))}
              disabled={!target}
            >
              开始校验
            </Button>
            {!target && <span className="small faint">先打开材料包所在的文件夹，再点材料包</span>}
          </div>
          {task.error !== null && <ErrorBlock inline error={task.error} />}
          {task.result && target && <VerdictView verdict={task.result} name={target.label} />}
        </>
      )}
    </Card>
  )
}
