import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import { orpc } from '#renderer/api/client.ts'

/** The way back to a handover that waits for the new passphrase. */
export function HandoverNotice() {
  const view = useQuery(orpc.handover.view.queryOptions({ input: {} }))
  if (view.data?.state.step !== 'passphrase') return null
  return (
    <div className="notice-bar" role="status">
      {view.data.isPassphraseNew ? '口令已经换好，移交只差办结。' : '移交还差最后一步：接收人在这里设自己的口令。'}
      <span className="push">
        <Link href="/settings/handover">回到移交</Link>
      </span>
    </div>
  )
}
