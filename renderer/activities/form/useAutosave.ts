import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { orpc } from '#renderer/api/client.ts'
import { type DraftKeeper, type DraftPorts, type DraftStatus, draftKeeper } from '#renderer/ui/draft-keeper.ts'
import { keepInLedger } from './keep-in-ledger.ts'
import { forgetLocally, storeLocally } from './local-drafts.ts'
import type { FormModel } from './model.ts'
import type { FormStore } from './store.ts'

const schedule = (callback: () => void, milliseconds: number) => {
  const timer = window.setTimeout(callback, milliseconds)
  return () => window.clearTimeout(timer)
}

/** Keeps the draft of this form while it is typed in, and at once when the window is hidden, left or closed. */
export function useAutosave(store: FormStore): { readonly keeper: DraftKeeper<FormModel>; readonly status: DraftStatus } {
  const queryClient = useQueryClient()
  const keep: DraftPorts<FormModel>['keep'] = async (model) => {
    const kept = await keepInLedger(model)
    void queryClient.invalidateQueries({ queryKey: orpc.activities.drafts.key() })
    return kept
  }
  const [status, setStatus] = useState<DraftStatus>({ kind: 'idle' })
  const [keeper] = useState(() => {
    const storeWhileOpen: DraftPorts<FormModel>['storeLocally'] = (id, content) => {
      // The window's own store is not encrypted: with a passphrase, and before that is known, drafts stay in memory.
      const lock = queryClient.getQueryData(orpc.lock.status.queryKey({ input: {} }))
      if (lock?.isSet === false) storeLocally(id, content)
    }
    return draftKeeper<FormModel>({ keep, storeLocally: storeWhileOpen, forgetLocally, schedule }, setStatus)
  })
  useEffect(() => {
    const stop = store.subscribe((state, before) => {
      if (state.model !== before.model && state.model !== state.saved) keeper.changed(state.model)
    })
    const flush = () => void keeper.flush()
    const flushWhenHidden = () => {
      if (document.visibilityState === 'hidden') flush()
    }
    window.addEventListener('pagehide', flush)
    document.addEventListener('visibilitychange', flushWhenHidden)
    return () => {
      stop()
      window.removeEventListener('pagehide', flush)
      document.removeEventListener('visibilitychange', flushWhenHidden)
      flush()
    }
  }, [store, keeper])
  return { keeper, status }
}
