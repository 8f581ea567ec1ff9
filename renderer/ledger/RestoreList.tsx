import { useQuery } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { client, orpc } from '#renderer/api/client.ts'
import { useToday } from '#renderer/api/session.ts'
import { type LongTask, useStream } from '#renderer/packs/useStream.ts'
import { ErrorBlock } from '#renderer/ui/ErrorBlock.tsx'
import type { RestoreResult } from '#shared/ledger/backup-schema.ts'
import { momentText, phaseText, reasonWords } from './words.ts'

/** What a restore has brought, what it lacked, and where the ledger from before is. */
export function RestoreOutcome({ task }: { readonly task: LongTask<RestoreResult> }) {
  if (task.isRunning) return <p aria-live="polite">{phaseText(task.progress?.phase)}…</p>
  if (task.error) return <ErrorBlock inline error={task.error} />
  if (!task.result) return null
  const { activities, members, missing, keptAs } = task.result
  return (
    <div role="status">
      <p>
        已恢复：会议 {activities} 次，党员 {members} 人。
      </p>
      {missing.length > 0 && <p className="small">备份里没有这些附件：{missing.join('、')}</p>}
      {keptAs !== null && <p className="small faint safety-path">恢复前的数据保留在：{keptAs}</p>}
    </div>
  )
}

/** Asks before the ledger is exchanged, and says that nothing is lost by it. */
export function useConfirmedRestore(): { readonly task: LongTask<RestoreResult>; ask(input: RestoreInput, named: string): void } {
  const task = useStream<RestoreResult>()
  const { modal } = App.useApp()
  return {
    task,
    ask: (input, named) =>
      void modal.confirm({
        title: `恢复到「${named}」？`,
        content: '之后的记录不会出现在恢复后的数据里。现有数据会先另行保留，可以再恢复回来。',
        okText: '恢复',
        cancelText: '取消',
        onOk: () => task.start((signal) => client.ledger.restore(input, { signal })),
      }),
  }
}

type RestoreInput = { readonly backupId: string } | { readonly targetId: string }

/** Backups of the data folder with date and counts, each with its button. */
export function RestoreList() {
  const backups = useQuery(orpc.ledger.backups.queryOptions({ input: {} }))
  const { task, ask } = useConfirmedRestore()
  const today = useToday()
  if (backups.isError) return <ErrorBlock inline error={backups.error} onRetry={() => void backups.refetch()} />
  return (
    <>
      <RestoreOutcome task={task} />
      {backups.isPending && <p className="soft">正在读取…</p>}
      {backups.data?.length === 0 && <p className="soft">数据文件夹里还没有备份。</p>}
      <ul className="backup-list">
        {backups.data?.map((backup) => (
          <li key={backup.id}>
            <span>
              {momentText(backup.madeAt, today)}　<span className="small faint">{reasonWords[backup.reason]}</span>
              <br />
              <span className="small soft">
                会议 {backup.activities} 次，党员 {backup.members} 人，附件 {backup.attachments} 个{backup.isShrunk && '　明显变小'}
              </span>
            </span>
            <Button
              className="push"
              disabled={task.isRunning}
              aria-label={`恢复 ${momentText(backup.madeAt, today)} 的备份`}
              onClick={() => ask({ backupId: backup.id }, momentText(backup.madeAt, today))}
            >
              恢复
            </Button>
          </li>
        ))}
      </ul>
    </>
  )
}
