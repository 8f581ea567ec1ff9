import { Button, Input } from 'antd'
import { useState } from 'react'
import { client } from '#renderer/api/client.ts'
import { Card } from '#renderer/ui/Card.tsx'
import { ErrorBlock } from '#renderer/ui/ErrorBlock.tsx'
import type { PackImportResult, PackPreview } from '#shared/packs/import-schema.ts'
import { type ChosenFolder, FolderChooser } from './FolderChooser.tsx'
import { ImportPreview } from './ImportPreview.tsx'
import { TaskProgress } from './TaskProgress.tsx'
import { useStream } from './useStream.ts'

/** 导入材料包: choose → what it would change → take it in. Nothing is written before the second button. */
export function ImportCard() {
  const [path, setPath] = useState<readonly ChosenFolder[]>([])
  const [choices, setChoices] = useState<readonly string[]>([])
  const [passphrase, setPassphrase] = useState('')
  const preview = useStream<PackPreview>()
  const task = useStream<PackImportResult>()
  const target = path.at(-1)
  const running = preview.isRunning ? preview : task.isRunning ? task : null
  const secret = passphrase === '' ? {} : { passphrase }
  const choose = (next: readonly ChosenFolder[]) => {
    preview.reset()
    task.reset()
    setChoices([])
    setPassphrase('')
    setPath(next)
  }
  const look = () => {
    if (!target) return
    task.reset()
    preview.start((signal) => client.packs.previewImport({ targetId: target.id, ...secret }, { signal }))
  }
  const take = () => {
    if (!target) return
    task.start((signal) => client.packs.import({ targetId: target.id, choices: [...choices], ...secret }, { signal }))
    preview.reset()
  }
  return (
    <Card title="导入材料包" note="把另一台电脑的移交包或本支部的佐证材料包读进来；先看清差别，再导入">
      {running ? (
        <TaskProgress progress={running.progress} onCancel={running.cancel} />
      ) : (
        <>
          <FolderChooser label="材料包所在位置" path={path} onChange={choose} />
          {preview.result && <ImportPreview preview={preview.result} choices={choices} onChange={setChoices} />}
          {task.result === null && (preview.result?.sealed === 'closed' || passphrase !== '') && (
            <div className="pack-step">
              <label htmlFor="pack-import-passphrase">移交包口令</label>
              <Input.Password
                id="pack-import-passphrase"
                value={passphrase}
                maxLength={200}
                autoComplete="off"
                style={{ width: '18em' }}
                onChange={({ target: { value } }) => setPassphrase(value)}
              />
              <span className="small soft">身份证号、电话、住址和不公开的内容要用它打开；不填则不导入这一部分</span>
            </div>
          )}
          <div className="pack-step">
            {preview.result ? (
              <Button type="primary" onClick={take}>
                导入
              </Button>
            ) : (
              <Button onClick={look} disabled={!target}>
                查看差别
              </Button>
            )}
            {!target && <span className="small faint">先打开材料包所在的位置，再点材料包</span>}
          </div>
          {preview.error !== null && <ErrorBlock inline error={preview.error} />}
          {task.error !== null && <ErrorBlock inline error={task.error} />}
          {task.result && <ImportDone result={task.result} />}
        </>
      )}
    </Card>
  )
}

function ImportDone({ result }: { readonly result: PackImportResult }) {
  return (
    <div className="task-result good-ground" role="status">
      <p className="good">
        <b>
          ✓ 已导入：新增 {result.added} 条，改动 {result.changed} 条，保持不变 {result.kept} 条，附件 {result.attachments} 个。
        </b>
      </p>
      {result.notes.map((note) => (
        <p key={note} className="small soft">
          {note}
        </p>
      ))}
    </div>
  )
}
