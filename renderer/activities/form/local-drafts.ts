import { z } from 'zod'

/**
 * Copies of drafts that the ledger does not have yet; they bridge the second between the last key and the next call. Only
 * while there is no passphrase: the window's store is not encrypted.
 */
const PREFIX = 'branch-handbook.draft.'

const copySchema = z.object({ at: z.string(), content: z.string() })

export interface LocalDraft {
  readonly id: string
  /** Moment of writing, ISO 8601, comparable with `savedAt` of the ledger's drafts. */
  readonly at: string
  readonly content: string
}

export function storeLocally(id: string, content: string): void {
  try {
    window.localStorage.setItem(PREFIX + id, JSON.stringify({ at: new Date().toISOString(), content }))
  } catch {
    // A full or refused store takes away only the net below the net: the ledger gets the draft a second later.
  }
}

export function forgetLocally(id: string): void {
  window.localStorage.removeItem(PREFIX + id)
}

const keys = () => Object.keys(window.localStorage).filter((key) => key.startsWith(PREFIX))

/** Forgets every copy: the page is locked. */
export function forgetLocalDrafts(): void {
  for (const key of keys()) window.localStorage.removeItem(key)
}

export function localDrafts(): LocalDraft[] {
  return keys().flatMap((key) => {
    try {
      const copy = copySchema.parse(JSON.parse(window.localStorage.getItem(key) ?? ''))
      return [{ id: key.slice(PREFIX.length), ...copy }]
    } catch {
      return []
    }
  })
}
