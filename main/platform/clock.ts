import { fromLocalDate, type PlainDate } from '#shared/kernel/dates.ts'

/** The only source of "now"; tests put their own in its place. */
export interface Clock {
  now(): Date
}

export const systemClock: Clock = { now: () => new Date() }

/** A clock that stands still, for `--today` and tests. */
export function clockAt(instant: Date): Clock {
  return { now: () => instant }
}

/** Today as the branch's calendar has it. */
export function today(clock: Clock): PlainDate {
  return fromLocalDate(clock.now())
}
