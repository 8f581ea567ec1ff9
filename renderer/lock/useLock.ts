import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { client, orpc } from '#renderer/api/client.ts'
import type { LockStatus } from '#shared/lock/schema.ts'

const ASK_MS = 5_000
const TOUCH_MS = 20_000

/** Queries whose answers say nothing of what is recorded. */
const harmless = new Set(['lock.status', 'ledger.status'])

function isHarmless(queryKey: readonly unknown[]): boolean {
  const [path] = queryKey
  return Array.isArray(path) && harmless.has(path.join('.'))
}

/** Whether the ledger is locked; asked again and again while it has a passphrase, because the main process locks by itself. */
export function useLockStatus(): LockStatus | undefined {
  const status = useQuery(
    orpc.lock.status.queryOptions({
      input: {},
      refetchInterval: ({ state }) => (state.data?.isSet ? ASK_MS : false),
      refetchIntervalInBackground: true,
    }),
  )
  return status.data
}

/** Forgets what the page has read, once it is locked. */
export function useForgetWhileLocked(isLocked: boolean): void {
  const queryClient = useQueryClient()
  useEffect(() => {
    if (isLocked) queryClient.removeQueries({ predicate: ({ queryKey }) => !isHarmless(queryKey) })
  }, [isLocked, queryClient])
}

/** Tells the main process that somebody is there, at most every twenty seconds: reading makes no calls. */
export function useTouch(isActive: boolean): void {
  useEffect(() => {
    if (!isActive) return undefined
    let last = 0
    const touch = () => {
      if (Date.now() - last < TOUCH_MS) return
      last = Date.now()
      // Locked meanwhile, or gone: the next status says so.
      client.lock.touch({}).catch(() => undefined)
    }
    const events = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const
    for (const name of events) window.addEventListener(name, touch, { passive: true })
    return () => {
      for (const name of events) window.removeEventListener(name, touch)
    }
  }, [isActive])
}

/** Locks at once: what is being typed is kept as a draft first. */
export function useLockNow(): () => Promise<void> {
  const queryClient = useQueryClient()
  return async () => {
    // Forms keep their draft when the page is left.
    window.dispatchEvent(new Event('pagehide'))
    await client.lock.touch({})
    await client.lock.lock({})
    await queryClient.invalidateQueries({ queryKey: orpc.lock.status.key() })
  }
}
