import { Button } from 'antd'
import { Component, type ReactNode } from 'react'
import { ErrorBlock } from '#renderer/ui/ErrorBlock.tsx'

interface ErrorBoundaryProps {
  readonly children: ReactNode
  /** The address shown; another one is tried afresh. */
  readonly page?: string
}

interface ErrorBoundaryState {
  readonly error: unknown
  readonly failed: boolean
  readonly page: string | undefined
}

/** A page that breaks is shown as broken, never as a blank window. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { error: null, failed: false, page: this.props.page }

  static getDerivedStateFromError(error: unknown): Partial<ErrorBoundaryState> {
    return { error, failed: true }
  }

  static getDerivedStateFromProps({ page }: ErrorBoundaryProps, state: ErrorBoundaryState): ErrorBoundaryState | null {
    return page === state.page ? null : { error: null, failed: false, page }
  }

  override render() {
    if (!this.state.failed) return this.props.children
    return (
      <ErrorBlock
        error={this.state.error}
        onRetry={() => this.setState({ error: null, failed: false })}
        actions={
          <Button
            onClick={() => {
              window.location.hash = '#/'
              this.setState({ error: null, failed: false })
            }}
          >
            回到首页
          </Button>
        }
      />
    )
  }
}
