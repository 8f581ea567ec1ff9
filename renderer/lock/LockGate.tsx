import type { ReactNode } from 'react'
import { LockScreen } from './LockScreen.tsx'
import { NewCodeDialog } from './NewCodeDialog.tsx'
import { useForgetWhileLocked, useLockStatus, useTouch } from './useLock.ts'
import { useNoLocalDrafts } from './useNoLocalDrafts.ts'

/** Shows the program only while it is unlocked; a locked page holds nothing of what it has read. */
export function LockGate({ children }: { readonly children: ReactNode }) {
  const status = useLockStatus()
  const isLocked = status?.isLocked ?? false
  useForgetWhileLocked(isLocked)
  useNoLocalDrafts(status)
  useTouch(status?.isSet === true && !isLocked)
  if (status === undefined) return <p className="app-wait soft">正在打开数据文件夹…</p>
  if (isLocked) return <LockScreen />
  return (
    <>
      {children}
      <NewCodeDialog />
    </>
  )
}
