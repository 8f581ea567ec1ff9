import { Button, Checkbox, InputNumber } from 'antd'
import { useState } from 'react'
import { client } from '#renderer/api/client.ts'
import { useYear } from '#renderer/api/session.ts'
import { Card } from '#renderer/ui/Card.tsx'
import { ErrorBlock } from '#renderer/ui/ErrorBlock.tsx'
import { octetsText } from '#shared/kernel/octets.ts'
import type { PackResult } from '#shared/packs/schema.ts'
import { type ChosenFolder, FolderChooser } from './FolderChooser.tsx'
import { PlanView } from './PlanView.tsx'
import { TaskProgress } from './TaskProgress.tsx'
import { useStream } from './useStream.ts'
import { exportConfirmation } from './words.ts'

/** 佐证材料包: which year → what is in it → where to → the confirmation → written and read back. */
export function ExportCard() {
  const shownYear = useYear()
  const [chosenYear, setYear] = useState<number | null>(null)
  const year = chosenYear ?? shownYear
  const [path, setPath] = useState<readonly ChosenFolder[]>([])
  const [isConfirmed, setConfirmed] = useState(false)
  const task = useStream<PackResult>()
  const target = path.at(-1)
  const start = () => {
    if (!target) return
    // Ticked once for each export, not once for ever.
    setConfirmed(false)
    task.start((signal) => client.packs.export({ year, targetId: target.id, confirmed: true }, { signal }))
  }
  return (
    <Card title="佐证材料包" note="全年记录、附件和统计表，装进一个文件夹；不装本软件也能打开和核对">
      {task.isRunning ? (
        <TaskProgress progress={task.progress} onCancel={task.cancel} />
      ) : (
        <>
          <div className="pack-step">
            <label htmlFor="pack-year">年度</label>
            <InputNumber
              id="pack-year"
              min={1921}
              max={2200}
              precision={0}
              value={year}
              onChange={(next) => setYear(next)}
              style={{ width: '6em' }}
            />
          </div>
          <PlanView year={year} />
          <FolderChooser label="保存到" path={path} onChange={setPath} />
          <Checkbox className="confirmation" checked={isConfirmed} onChange={(event) => setConfirmed(event.target.checked)}>
            {exportConfirmation}
          </Checkbox>
          <div className="pack-step">
            <Button type="primary" onClick={start} disabled={!target || !target.isWritable || !isConfirmed}>
              导出材料包
            </Button>
            {!target && <span className="small faint">先选保存到哪里</span>}
            {target && !target.isWritable && <span className="small bad">这个位置不能写入，请换一个</span>}
          </div>
          {task.error !== null && <ErrorBlock inline error={task.error} />}
          {task.result && <ExportDone result={task.result} />}
        </>
      )}
    </Card>
  )
}

/** Success is shown only for what has been read back. */
function ExportDone({ result }: { readonly result: PackResult }) {
  return (
    <div className="task-result good-ground" role="status">
      <p className="good">
        <b>
          ✓ 已导出，{result.files} 个文件，{octetsText(result.octets)}，写完后已逐个读回核对。
        </b>
      </p>
      <p className="pack-path">{result.path}</p>
      <p className="small soft">
        {result.isReadPastCache ? '可以安全移除。' : '如果导出到 U 盘：请先在系统中弹出，再重新插入，用下面的“校验”再核对一次。'}
      </p>
    </div>
  )
}
