import { Button } from 'antd'
import { format } from 'date-fns'
import { useState } from 'react'

interface RestoredNoticeProps {
  readonly restoredFrom: string | null
  readonly isOutdated: boolean
  readonly onAbandon: () => void
}

/** 「已恢复未保存的内容」 with the way back. */
export function RestoredNotice({ restoredFrom, isOutdated, onAbandon }: RestoredNoticeProps) {
  const [isClosed, setClosed] = useState(false)
  if (restoredFrom === null || isClosed) return null
  return (
    <div className="notice-bar" role="status">
      <span>
        已恢复未保存的内容（{format(new Date(restoredFrom), 'M月d日 HH:mm')}）{isOutdated && '；这条记录后来又改过，保存时会再提示'}
      </span>
      <span className="push">
        <Button size="small" onClick={onAbandon}>
          放弃
        </Button>
        <Button size="small" onClick={() => setClosed(true)}>
          知道了
        </Button>
      </span>
    </div>
  )
}
