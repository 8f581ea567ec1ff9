import { format } from 'date-fns'
import { describeError } from '#renderer/api/errors.ts'
import type { DraftStatus } from './draft-keeper.ts'

/** 草稿已自动保存 16:58; and plainly when it could not be kept. */
export function DraftStatusText({ status }: { readonly status: DraftStatus }) {
  if (status.kind === 'idle') return null
  if (status.kind === 'pending') return <span className="small faint">正在保存草稿…</span>
  if (status.kind === 'kept') return <span className="small good">草稿已自动保存 {format(new Date(status.savedAt), 'HH:mm')}</span>
  return (
    <span className="small bad" role="alert">
      草稿还没有保存（{describeError(status.error).title}），正在重试，请不要关闭窗口
    </span>
  )
}
