import { client } from '#renderer/api/client.ts'
import { forgetLocally, localDrafts } from './local-drafts.ts'
import { type FormModel, readDraft } from './model.ts'

/** Keeps a form as a draft in the ledger. @throws what the call throws */
export function keepInLedger(model: FormModel): Promise<{ savedAt: string }> {
  return client.activities.keepDraft({
    id: model.draftId,
    activityId: model.id,
    // Only a label in the list of drafts; what cannot be stored is told when the record itself is saved.
    title: (model.parts[0]?.title ?? '').toWellFormed().replaceAll('\0', ''),
    content: JSON.stringify(model),
  })
}

/** Moves what an earlier window has left in the local store into the ledger, where a passphrase encrypts it. */
export async function moveLocalDrafts(): Promise<void> {
  for (const { id, content } of localDrafts()) {
    const model = readDraft(content)
    if (model) await keepInLedger(model)
    forgetLocally(id)
  }
}
