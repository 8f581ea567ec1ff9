import { useQuery } from '@tanstack/react-query'
import { useAppStore } from '#renderer/ui/useAppStore.ts'
import { fromLocalDate, type PlainDate, yearOf } from '#shared/kernel/dates.ts'
import { client, orpc } from './client.ts'

// Only for the moment before the first answer; the pages are shown after it.
const startedOn = fromLocalDate(new Date())

/** Today by the clock of the main process, so that the screen and the rules agree on the day. */
export function useToday(): PlainDate {
  const status = useQuery(orpc.ledger.status.queryOptions({ input: {} }))
  return status.data?.today ?? startedOn
}

/**
 * The year chosen in the top bar; until one is chosen the running year, or for the sample branch the first year that
 * it has records of: its year lies in the past, and the sittings of the next January belong to it (归属年度).
 */
export function useYear(): number {
  const chosen = useAppStore((state) => state.year)
  const running = yearOf(useToday())
  const branch = useQuery(orpc.branch.get.queryOptions({ input: {} }))
  const years = useQuery(orpc.activities.years.queryOptions({ input: {} }))
  if (chosen !== null) return chosen
  return branch.data?.isSample && years.data && years.data.length > 0 ? Math.min(...years.data) : running
}

/**
 * After records of past years have come in: shows their newest year when the one on screen has none, so that they are
 * seen where the user looks next.
 */
export function useShowNewestYear(): () => Promise<void> {
  const chooseYear = useAppStore((state) => state.chooseYear)
  const year = useYear()
  return async () => {
    const years = await client.activities.years({})
    if (years.length > 0 && !years.includes(year)) chooseYear(Math.max(...years))
  }
}
