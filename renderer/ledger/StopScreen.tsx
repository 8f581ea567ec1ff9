import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { orpc } from '#renderer/api/client.ts'
import { ErrorBlock } from '#renderer/ui/ErrorBlock.tsx'
import { errorText } from '#shared/kernel/error-text.ts'
import type { LedgerStatus } from '#shared/ledger/schema.ts'
import { LogLine } from './LogLine.tsx'
import { LostParts, UnmigratedParts } from './RescueParts.tsx'
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
      {(status.state === 'damaged' || status.state === 'diskError') && <LostParts />}
      {status.state === 'migrationFailed' && <UnmigratedParts />}
      {['damaged', 'diskError', 'migrationFailed'].includes(status.state) && <LogLine />}
      <p className="small faint start-note" role="status">
        {retry.isSuccess ? '刚才又试了一次，情况没有变化。' : `程序版本 ${status.programVersion}`}
      </p>
    </StartScreen>
  )
}
