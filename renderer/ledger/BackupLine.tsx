import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import { orpc } from '#renderer/api/client.ts'
import { useToday } from '#renderer/api/session.ts'
import { safetyText } from './words.ts'
import './safety.css'

/** 「今天 9:12 已备份」 in the top bar; in amber when something wants doing. */
export function BackupLine() {
  const safety = useQuery(orpc.ledger.safety.queryOptions({ input: {} }))
  const status = useQuery(orpc.ledger.status.queryOptions({ input: {} }))
  const today = useToday()
  if (!safety.data) return null
  const hasWarning = (status.data?.warnings.length ?? 0) > 0
  const { text, isUrgent } = hasWarning ? { text: '数据文件夹需要注意', isUrgent: true } : safetyText(safety.data, today)
  return (
    <Link href="/settings/safety" className={isUrgent ? 'backup-line backup-line-urgent' : 'backup-line'}>
      {text}
    </Link>
  )
}
