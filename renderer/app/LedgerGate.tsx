import { useQuery } from '@tanstack/react-query'
import { orpc } from '#renderer/api/client.ts'
import { StopScreen } from '#renderer/ledger/StopScreen.tsx'
import { Welcome } from '#renderer/ledger/Welcome.tsx'
import { LockGate } from '#renderer/lock/LockGate.tsx'
import { ErrorBlock } from '#renderer/ui/ErrorBlock.tsx'
import { AppFrame } from './AppFrame.tsx'

/** Opens the program only when its ledger is open; every other state has a screen of its own. */
export function LedgerGate() {
  const status = useQuery(orpc.ledger.status.queryOptions({ input: {} }))
  if (status.isPending) return <p className="app-wait soft">正在打开数据文件夹…</p>
  if (status.isError) return <ErrorBlock error={status.error} onRetry={() => void status.refetch()} />
  const { state } = status.data
  if (state === 'open')
    return (
      <LockGate>
        <AppFrame />
      </LockGate>
    )
  if (state === 'notFound') return <Welcome status={status.data} />
  return <StopScreen status={{ ...status.data, state }} />
}
