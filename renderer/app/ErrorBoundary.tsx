import { Button } from 'antd'
import { Component, type ReactNode } from 'react'
import { ErrorBlock } from '#renderer/ui/ErrorBlock.tsx'

interface ErrorBoundaryState {
  readonly error: unknown
  readonly failed: boolean
}

/** A page that breaks is shown as broken, never as a blank window. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode; readonly page?: string }, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { error: null, failed: false }

  static getDerivedStateFromError(error: unknown): ErrorBoundaryState {
    return { error, failed: true }
  }

  // Another page is shown again.
  override componentDidUpdate(before: { readonly page?: string }) {
    if (this.state.failed && before.page !== this.props.page) this.setState({ error: null, failed: false })
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
