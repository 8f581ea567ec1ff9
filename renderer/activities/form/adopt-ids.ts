import type { Activity } from '#shared/activities/schema.ts'
import { newId } from '#shared/kernel/ids.ts'
import type { FormModel, FormPart } from './model.ts'
import { keptResolutions } from './to-save.ts'

/**
 * Takes over the identities that saving gave out, so that the next save changes the same rows (and keeps the record's
 * number) instead of making new ones. `current` may already hold more than `sent`, what was saved.
 */
export function adoptIds(current: FormModel, sent: FormModel, activity: Activity): FormModel {
  const parts = current.parts.map((part, index): FormPart => {
    const stored = activity.parts[index]
    const sentPart = sent.parts[index]
    if (!stored || !sentPart) return part
    const ids = new Map(keptResolutions(sentPart).map((row, place) => [row.key, stored.resolutions[place]?.id ?? null]))
    return {
      ...part,
      id: stored.id,
      resolutions: part.resolutions.map((row) => ({ ...row, id: ids.get(row.key) ?? row.id })),
    }
  })
  // The saved draft is gone; what is typed from here on is another one.
  return { ...current, draftId: newId(), id: activity.id, revision: activity.revision, state: activity.state, parts }
}
