import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { orpc } from '#renderer/api/client.ts'
import { ErrorBlock } from '#renderer/ui/ErrorBlock.tsx'
import { errorText } from '#shared/kernel/error-text.ts'
import type { LedgerStatus } from '#shared/ledger/schema.ts'
import { OutsideRestore } from './OutsideRestore.tsx'
import { RestoreList } from './RestoreList.tsx'
import { SalvagePart } from './SalvagePart.tsx'
import { DataFolder, StartScreen } from './StartScreen.tsx'
import './safety.css'
import { ledgerStateCodes } from '#shared/ledger/state-codes.ts'
import { type StopState, stopAssurance, stopTitles } from './stop-words.ts'

/** The ledger could not be opened: why, where it lies, that nothing was changed, and one thing to do. */
export function StopScreen({ status }: { readonly status: LedgerStatus & { readonly state: StopState } }) {
  const retry = useMutation(orpc.ledger.retry.mutationOptions())
  const { title, advice } = errorText(ledgerStateCodes[status.state], { path: status.directory, ...status.detail })
  return (
    <StartScreen>
      <h1>{stopTitles[status.state]}</h1>
      <p>
        {title}。{advice}
      </p>
      <p className="soft">{stopAssurance[status.state]}</p>
      <DataFolder directory={status.directory} />
      {retry.isError && <ErrorBlock inline error={retry.error} />}
      <div className="start-actions">
        <Button type="primary" size="large" loading={retry.isPending} onClick={() => retry.mutate({})}>
          重试
        </Button>
      </div>
      {(status.state === 'damaged' || status.state === 'migrationFailed') && (
        <>
          <h2>从备份恢复</h2>
          <p className="small faint">现有的文件连同旁边的文件会原样保留在数据文件夹里。</p>
          <RestoreList />
          <details>
            <summary>从 U 盘或其他磁盘恢复</summary>
            <OutsideRestore />
          </details>
          <details>
            <summary>另存还能读出的内容</summary>
            <SalvagePart />
          </details>
        </>
      )}
      <p className="small faint start-note" role="status">
        {retry.isSuccess ? '刚才又试了一次，情况没有变化。' : `程序版本 ${status.programVersion}`}
      </p>
    </StartScreen>
  )
}
