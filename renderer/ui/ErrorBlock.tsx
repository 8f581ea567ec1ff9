import { Button } from 'antd'
import type { ReactNode } from 'react'
import { describeError } from '#renderer/api/errors.ts'

interface ErrorBlockProps {
  readonly error: unknown
  readonly onRetry?: () => void
  readonly actions?: ReactNode
  /** In a form or dialog, beside what it is about, instead of in place of a page. */
  readonly inline?: boolean
}

/** Any failure in the words of the user: what happened and what to do. */
export function ErrorBlock({ error, onRetry, actions, inline = false }: ErrorBlockProps) {
  const { title, advice } = describeError(error)
  return (
    <div className={inline ? 'error-inline' : 'error-block'} role="alert">
      <p className="title">{title}</p>
      {advice && <p className="soft">{advice}</p>}
      {(onRetry || actions) && (
        <div className="actions">
          {onRetry && <Button onClick={onRetry}>重试</Button>}
          {actions}
        </div>
      )}
    </div>
  )
}
