import { useQuery } from '@tanstack/react-query'
import { fromLocalDate, type PlainDate, yearOf } from '#shared/kernel/dates.ts'
import { useAppStore } from '#renderer/ui/useAppStore.ts'
import { orpc } from './client.ts'

/** Today by the clock of the main process, so that the screen and the rules agree on the day. */
export function useToday(): PlainDate {
  const status = useQuery(orpc.ledger.status.queryOptions({ input: {} }))
  return status.data?.today ?? fromLocalDate(new Date())
}

/** The year chosen in the top bar; the running year until one is chosen. */
export function useYear(): number {
  const chosen = useAppStore((state) => state.year)
  const today = useToday()
  return chosen ?? yearOf(today)
}
