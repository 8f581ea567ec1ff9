import type { ReactNode } from 'react'

interface EmptyStateProps {
  readonly title: string
  readonly children?: ReactNode
  readonly actions?: ReactNode
}

/** Nothing here yet, and what to do about it. */
export function EmptyState({ title, children, actions }: EmptyStateProps) {
  return (
    <div className="empty-state">
      <p className="title">{title}</p>
      {children && <div className="soft">{children}</div>}
      {actions && <div className="actions">{actions}</div>}
    </div>
  )
}
