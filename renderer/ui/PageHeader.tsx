import { Button } from 'antd'
import type { ReactNode } from 'react'

/** The one thing to do next on a page; the only filled button. */
export interface PrimaryAction {
  readonly label: string
  readonly onClick: () => void
  readonly loading?: boolean
  readonly disabled?: boolean
}

interface PageHeaderProps {
  readonly title: ReactNode
  /** Beside the title: a state, 「草稿已自动保存 16:58」, a count. */
  readonly note?: ReactNode
  /** Other buttons, left of the main one. */
  readonly actions?: ReactNode
  readonly primary?: PrimaryAction
}

/** Title of a page with its buttons. */
export function PageHeader({ title, note, actions, primary }: PageHeaderProps) {
  return (
    <header className="page-header">
      <h1>{title}</h1>
      {note}
      <div className="page-actions">
        {actions}
        {primary && (
          <Button type="primary" onClick={primary.onClick} loading={primary.loading ?? false} disabled={primary.disabled ?? false}>
            {primary.label}
          </Button>
        )}
      </div>
    </header>
  )
}
