import { useEffect } from 'react'
import { forgetLocalDrafts } from '#renderer/activities/form/local-drafts.ts'
import type { LockStatus } from '#shared/lock/schema.ts'

/**
 * Leaves no draft in the window's own store, which is not encrypted, once there is a passphrase: what a window from before
 * has left is moved into the ledger, and a locked page drops whatever there is.
 */
export function useNoLocalDrafts(status: LockStatus | undefined): void {
  const isSet = status?.isSet === true
  const isLocked = status?.isLocked === true
  useEffect(() => {
    if (isLocked) forgetLocalDrafts()
    // Refused or gone: tried again when the page is opened or unlocked again.
    else if (isSet)
      void import('#renderer/activities/form/keep-in-ledger.ts')
        .then(({ moveLocalDrafts }) => moveLocalDrafts())
        .catch(() => undefined)
  }, [isSet, isLocked])
}
