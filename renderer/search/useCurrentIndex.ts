import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { client, orpc } from '#renderer/api/client.ts'
import type { Progress } from '#shared/kernel/contract.ts'

export interface IndexState {
  readonly isReady: boolean
  readonly progress: Progress | null
  readonly error: unknown
}

/** Whether everything can be found; an index of an older program is made anew first. */
export function useCurrentIndex(): IndexState {
  const status = useQuery(orpc.search.status.queryOptions({ input: {} }))
  const queryClient = useQueryClient()
  const [progress, setProgress] = useState<Progress | null>(null)
  const [error, setError] = useState<unknown>(null)
  const isOld = status.data?.isCurrent === false
  useEffect(() => {
    if (!isOld) return
    const controller = new AbortController()
    const follow = async () => {
      try {
        for await (const event of await client.search.rebuild({}, { signal: controller.signal })) {
          if (event.type === 'progress') setProgress(event)
        }
        await queryClient.invalidateQueries()
      } catch (reason) {
        if (!controller.signal.aborted) setError(reason)
      }
    }
    void follow()
    return () => controller.abort()
  }, [isOld, queryClient])
  return { isReady: status.data?.isCurrent ?? false, progress, error: error ?? status.error }
}
