import type { FormStore } from './store.ts'

/**
 * A form whose record has just been saved for the first time gets a new address, and with it a new page: the page takes
 * over the form as it stands instead of reading everything again.
 */
const waiting = new Map<string, FormStore>()

export function handOver(activityId: string, store: FormStore): void {
  waiting.set(activityId, store)
}

export function waitingForm(activityId: string): FormStore | undefined {
  return waiting.get(activityId)
}

export function endHandover(activityId: string): void {
  waiting.delete(activityId)
}
