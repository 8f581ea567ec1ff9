import type { ReactNode } from 'react'
import './start-screen.css'

/** The page before a ledger is open: brand, one card. */
export function StartScreen({ children }: { readonly children: ReactNode }) {
  return (
    <div className="start-screen">
      <main className="start-screen-card">
        <p className="brand">
          <span className="brand-mark" aria-hidden="true" />
          支部手册
        </p>
        {children}
      </main>
    </div>
  )
}

/** Where the data lives, selectable and whole. */
export function DataFolder({ directory }: { readonly directory: string }) {
  return (
    <dl className="data-folder">
      <dt>数据文件夹</dt>
      <dd>
        <code>{directory}</code>
      </dd>
    </dl>
  )
}
