import { LockOutlined } from '@ant-design/icons'
import { Button, Tooltip } from 'antd'
import { useEffect } from 'react'
import { useLockNow, useLockStatus } from './useLock.ts'

/** 锁定 in the top bar, and Ctrl+Shift+L; only where there is a passphrase. */
export function LockButton() {
  const isSet = useLockStatus()?.isSet ?? false
  const lockNow = useLockNow()
  useEffect(() => {
    if (!isSet) return undefined
    const onKeyDown = (event: KeyboardEvent) => {
      if (!(event.ctrlKey && event.shiftKey && event.key.toLowerCase() === 'l')) return
      event.preventDefault()
      void lockNow()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [isSet, lockNow])
  if (!isSet) return null
  return (
    <Tooltip title="离开座位时锁定（Ctrl+Shift+L）">
      <Button type="text" icon={<LockOutlined aria-hidden="true" />} onClick={() => void lockNow()}>
        锁定
      </Button>
    </Tooltip>
  )
}
