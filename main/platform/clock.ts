import { fromLocalDate, type PlainDate } from '#shared/kernel/dates.ts'

/** The only source of "now"; tests put their own in its place. */
export interface Clock {
  now(): Date
  /** Milliseconds from some moment on; goes on evenly whatever the date is set to. Stands still while the machine sleeps. */
  elapsed(): number
}

const elapsed = () => performance.now()

export const systemClock: Clock = { now: () => new Date(), elapsed }

/** A clock whose date stands still, for `--today` and tests. */
export function clockAt(instant: Date): Clock {
  return { now: () => instant, elapsed }
}

/** Today as the branch's calendar has it. */
export function today(clock: Clock): PlainDate {
  return fromLocalDate(clock.now())
}
