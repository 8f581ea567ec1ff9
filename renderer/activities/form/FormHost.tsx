import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { client } from '#renderer/api/client.ts'
import { useAppStore } from '#renderer/ui/useAppStore.ts'
import { yearOf } from '#shared/kernel/dates.ts'
import { FormStoreContext } from './context.ts'
import { handOver } from './handover.ts'
import { forgetLocally } from './local-drafts.ts'
import { MeetingForm } from './MeetingForm.tsx'
import type { FormStore } from './store.ts'
import { useAutosave } from './useAutosave.ts'
import { useSave } from './useSave.ts'

interface FormHostProps {
  readonly store: FormStore
  readonly restoredFrom: string | null
  readonly isOutdated: boolean
  /** Reads record and drafts again, from the beginning. */
  readonly onReopen: () => void
}

/** Ties one form's store to the ledger: draft, save, and where to go next. */
export function FormHost({ store, restoredFrom, isOutdated, onReopen }: FormHostProps) {
  const [, navigate] = useLocation()
  const queryClient = useQueryClient()
  const { keeper, status } = useAutosave(store)
  const { save, saveOver, isSaving, failure, clearFailure } = useSave(store, keeper)
  const [abandonFailure, setAbandonFailure] = useState<unknown>(null)

  const stay = (id: string | null, wasNew: boolean) => {
    if (id === null || !wasNew) return
    handOver(id, store)
    navigate(`/activities/${id}`, { replace: true })
  }
  const chooseYear = useAppStore((state) => state.chooseYear)
  const run = (work: () => Promise<string | null>) => {
    const wasNew = store.getState().model.id === null
    void work().then((id) => {
      // The record of another year is found where the list is opened next.
      if (id !== null) chooseYear(yearOf(store.getState().model.date))
      stay(id, wasNew)
    })
  }
  const onPreview = () => {
    const { model, saved } = store.getState()
    const open = (id: string | null) => id !== null && navigate(`/activities/${id}/preview`)
    if (model.id !== null && model === saved) open(model.id)
    else void save(store.getState().model.state === 'planned' ? 'plan' : 'record').then(open)
  }
  const abandon = async () => {
    const { draftId } = store.getState().model
    try {
      await keeper.pause()
      keeper.clear()
      await client.activities.dropDraft({ id: draftId })
      forgetLocally(draftId)
      clearFailure()
      // The list of drafts must not show what has just been given up.
      await queryClient.invalidateQueries()
      onReopen()
    } catch (error) {
      setAbandonFailure(error)
      keeper.resume()
    }
  }

  return (
    <FormStoreContext value={store}>
      <MeetingForm
        store={store}
        status={status}
        isSaving={isSaving}
        failure={failure ?? abandonFailure}
        restoredFrom={restoredFrom}
        isOutdated={isOutdated}
        onSave={() => run(save)}
        onSavePlan={() => run(() => save('plan'))}
        onPreview={onPreview}
        onSaveOver={() => run(saveOver)}
        onAbandon={() => void abandon()}
      />
    </FormStoreContext>
  )
}
