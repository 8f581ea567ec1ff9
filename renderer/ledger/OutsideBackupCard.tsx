import { useMutation, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { client, orpc } from '#renderer/api/client.ts'
import { useToday } from '#renderer/api/session.ts'
import { type ChosenFolder, FolderChooser } from '#renderer/packs/FolderChooser.tsx'
import { useStream } from '#renderer/packs/useStream.ts'
import { Card } from '#renderer/ui/Card.tsx'
import { ErrorBlock } from '#renderer/ui/ErrorBlock.tsx'
import { octetsText } from '#shared/kernel/octets.ts'
import type { BackupResult } from '#shared/ledger/backup-schema.ts'
import { momentText, phaseText } from './words.ts'
import '#renderer/packs/packs.css'
import './safety.css'

/** One complete backup on a stick or another disk, and when the last one was. */
export function OutsideBackupCard() {
  const [path, setPath] = useState<readonly ChosenFolder[]>([])
  const task = useStream<BackupResult>()
  const safety = useQuery(orpc.ledger.safety.queryOptions({ input: {} }))
  const accept = useMutation(orpc.ledger.acceptSmaller.mutationOptions())
  const today = useToday()
  const chosen = path.at(-1)
  const last = safety.data?.lastOutsideAt
  return (
    <Card title="备份到 U 盘或其他磁盘" note={last ? `上次 ${momentText(last, today)}` : '还没有备份到别处'}>
      {safety.data?.needsOutside && <p className="secrecy-notice">已有 30 天没有备份到本机以外，电脑损坏时会丢失这期间的记录。</p>}
      {safety.data?.isShrunk && (
        <p className="secrecy-notice">
          最近的自动备份比以前明显变小，旧备份都还保留着。请核对记录；确认无误后
          <Button type="link" loading={accept.isPending} onClick={() => accept.mutate({})}>
            确认变小是正常的
          </Button>
        </p>
      )}
      <FolderChooser label="备份到" path={path} onChange={setPath} />
      <div className="safety-actions">
        <Button
          type="primary"
          disabled={!chosen || !chosen.isWritable}
          loading={task.isRunning}
          onClick={() => chosen && task.start((signal) => client.ledger.backup({ targetId: chosen.id }, { signal }))}
        >
          备份
        </Button>
        {task.isRunning && <Button onClick={task.cancel}>取消</Button>}
      </div>
      {task.isRunning && <p aria-live="polite">{phaseText(task.progress?.phase)}…</p>}
      {Boolean(task.error) && <ErrorBlock inline error={task.error} />}
      {task.result && (
        <div role="status">
          <p className="good safety-path">
            ✓ 已备份并读回核对（{octetsText(task.result.octets)}）：{task.result.path}
          </p>
          {task.result.missing.length > 0 && (
            <p className="small">这些附件已缺失或被改动，没有备份：{task.result.missing.join('、')}</p>
          )}
        </div>
      )}
    </Card>
  )
}
