import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { client } from '#renderer/api/client.ts'
import { uploadFile } from '#renderer/api/files.ts'
import type { AttachmentRef } from '#shared/activities/schema.ts'
import { newId } from '#shared/kernel/ids.ts'
import { useFormStore } from './context.ts'

/** A file on its way into the data folder. */
export interface Upload {
  readonly key: string
  readonly name: string
  /** 0 to 1. */
  readonly share: number
  readonly error: unknown
}

/**
 * Files of the sitting. A file that goes to a saved record hangs on it at once; one of a new record is named by the
 * draft and hangs on the record when that is saved.
 */
export function useAttachments() {
  const store = useFormStore()
  const queryClient = useQueryClient()
  const [uploads, setUploads] = useState<readonly Upload[]>([])
  const change = (key: string, patch: Partial<Upload>) =>
    setUploads((list) => list.map((upload) => (upload.key === key ? { ...upload, ...patch } : upload)))
  const forget = (key: string) => setUploads((list) => list.filter((upload) => upload.key !== key))

  const addOne = async (file: File) => {
    const key = newId()
    setUploads((list) => [...list, { key, name: file.name, share: 0, error: null }])
    try {
      const staged = await uploadFile(file, { onProgress: (share) => change(key, { share }) })
      const { id } = store.getState().model
      const added = await client.attachments.add({ file: staged.token, ...(id === null ? {} : { activityId: id }) })
      store.getState().edit((model) => ({ ...model, attachments: [...model.attachments, added] }))
      forget(key)
      if (id !== null) await queryClient.invalidateQueries()
    } catch (error) {
      change(key, { error })
    }
  }

  /** Puts what the ledger has changed at once in its place. */
  const show = async (changed: AttachmentRef) => {
    store.getState().edit((model) => ({
      ...model,
      attachments: model.attachments.map((attachment) => (attachment.id === changed.id ? changed : attachment)),
    }))
    await queryClient.invalidateQueries()
  }

  return {
    uploads,
    forget,
    add: async (files: Iterable<File>) => {
      // One after the other: a folder of photos must not fill the memory, and their order stays.
      for (const file of files) await addOne(file)
    },
    remove: (id: string) =>
      store.getState().edit((model) => ({ ...model, attachments: model.attachments.filter((attachment) => attachment.id !== id) })),
    rename: async (id: string, name: string) => show(await client.attachments.rename({ id, name })),
    setSealed: async (id: string, isSealed: boolean) => show(await client.attachments.setSealed({ id, isSealed })),
  }
}

export type Attachments = ReturnType<typeof useAttachments>
