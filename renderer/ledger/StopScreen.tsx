import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { orpc } from '#renderer/api/client.ts'
import { ErrorBlock } from '#renderer/ui/ErrorBlock.tsx'
import { errorText } from '#shared/kernel/error-text.ts'
import type { LedgerStatus } from '#shared/ledger/schema.ts'
import { DataFolder, StartScreen } from './StartScreen.tsx'
import { type StopState, stopAssurance, stopCodes, stopTitles } from './state-codes.ts'

/** The ledger could not be opened: why, where it lies, that nothing was changed, and one thing to do. */
export function StopScreen({ status }: { readonly status: LedgerStatus & { readonly state: StopState } }) {
  const retry = useMutation(orpc.ledger.retry.mutationOptions())
  const { title, advice } = errorText(stopCodes[status.state], { path: status.directory, ...status.detail })
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
      <p className="small faint start-note" role="status">
        {retry.isSuccess ? '刚才又试了一次，情况没有变化。' : `程序版本 ${status.programVersion}`}
      </p>
    </StartScreen>
  )
}
