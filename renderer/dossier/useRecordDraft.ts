import { useEffect, useState } from 'react'
import { client } from '#renderer/api/client.ts'
import { type DraftKeeper, type DraftStatus, draftKeeper } from '#renderer/ui/draft-keeper.ts'
import { draftOf, type FormDraft } from './draft.ts'

const schedule = (callback: () => void, milliseconds: number) => {
  const timer = window.setTimeout(callback, milliseconds)
  return () => window.clearTimeout(timer)
}

const nothing = () => undefined

/** Keeps the form of a dated record while it is typed in, and at once when the window is hidden, left or closed. */
export function useRecordDraft(): { readonly keeper: DraftKeeper<FormDraft>; readonly status: DraftStatus } {
  const [status, setStatus] = useState<DraftStatus>({ kind: 'idle' })
  const [keeper] = useState(() =>
    draftKeeper<FormDraft>(
      {
        keep: (draft) => client.dossier.keepDraft(draftOf(draft)),
        // The window's own store is not encrypted and outlives the ledger: these forms may hold talks, so they stay out of it.
        storeLocally: nothing,
        forgetLocally: nothing,
        schedule,
      },
      setStatus,
    ),
  )
  useEffect(() => {
    const flush = () => void keeper.flush()
    const flushWhenHidden = () => {
      if (document.visibilityState === 'hidden') flush()
    }
    window.addEventListener('pagehide', flush)
    document.addEventListener('visibilitychange', flushWhenHidden)
    return () => {
      window.removeEventListener('pagehide', flush)
      document.removeEventListener('visibilitychange', flushWhenHidden)
      flush()
    }
  }, [keeper])
  return { keeper, status }
}
