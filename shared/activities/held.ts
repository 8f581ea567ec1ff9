import type { Activity } from './schema.ts'

/** A sitting that took place and is written down; one taken from an old ledger is, whatever its state. */
export const isHeld = ({ state, origin }: Pick<Activity, 'state' | 'origin'>): boolean =>
  state === 'toSign' || state === 'signed' || (origin === 'imported' && state !== 'planned')
