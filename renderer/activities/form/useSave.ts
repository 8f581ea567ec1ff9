import { useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useState } from 'react'
import { client } from '#renderer/api/client.ts'
import { errorCodeOf } from '#renderer/api/errors.ts'
import { askReason } from '#renderer/history/ask-reason.tsx'
import type { DraftKeeper } from '#renderer/ui/draft-keeper.ts'
import { saveActivitySchema } from '#shared/activities/schema.ts'
import { formErrors } from './fields.ts'
import type { FormModel } from './model.ts'
import type { FormStore } from './store.ts'
import { type SaveAs, toSaveInput } from './to-save.ts'

interface SaveHandle {
  readonly isSaving: boolean
  readonly failure: unknown
  /** Saves; answers the record's id, or null when it could not be saved and the form says why. */
  save(as?: SaveAs): Promise<string | null>
  /** Takes the ledger's newest revision as the base and saves over it: only after the user has said so. */
  saveOver(): Promise<string | null>
  clearFailure(): void
}

/** Saving the form: checked by the contract's own schema first, so that every complaint stands at its field. */
export function useSave(store: FormStore, keeper: DraftKeeper<FormModel>): SaveHandle {
  const queryClient = useQueryClient()
  const { message, modal } = App.useApp()
  const [isSaving, setSaving] = useState(false)
  const [failure, setFailure] = useState<unknown>(null)

  /** `changeReason`: only after 定稿, when the ledger has asked for it. */
  const send = async (as: SaveAs, changeReason?: string): Promise<string | null> => {
    const sent = store.getState().model
    const parsed = saveActivitySchema.safeParse({ ...toSaveInput(sent, as), changeReason })
    if (!parsed.success) {
      store.getState().showErrors(formErrors(parsed.error))
      return null
    }
    // A draft that arrives after the save would come back as unsaved content.
    await keeper.pause()
    try {
      const { id } = await client.activities.save(parsed.data)
      keeper.clear()
      store.getState().markSaved(sent, await client.activities.get({ id }))
      setFailure(null)
      void message.success('已保存')
      void queryClient.invalidateQueries()
      return id
    } catch (error) {
      if (errorCodeOf(error) !== 'REASON_REQUIRED') {
        setFailure(error)
        return null
      }
    } finally {
      keeper.resume()
      const { model, saved } = store.getState()
      if (model !== saved) keeper.changed(model)
    }
    const reason = await askReason(modal)
    return reason === null ? null : send(as, reason)
  }

  const guarded = async (work: () => Promise<string | null>): Promise<string | null> => {
    if (isSaving) return null
    setSaving(true)
    try {
      return await work()
    } finally {
      setSaving(false)
    }
  }

  return {
    isSaving,
    failure,
    save: (as = 'record') => guarded(() => send(as)),
    saveOver: () =>
      guarded(async () => {
        const { id } = store.getState().model
        if (id === null) return send('record')
        try {
          const { revision } = await client.activities.get({ id })
          store.getState().edit((model) => ({ ...model, revision }))
          return await send('record')
        } catch (error) {
          setFailure(error)
          return null
        }
      }),
    clearFailure: () => setFailure(null),
  }
}
