import { type FormModel, firstPart, readDraft } from './model.ts'

/** A draft as the ledger or this window keeps it. */
export interface KeptDraft {
  readonly id: string
  /** ISO 8601. */
  readonly savedAt: string
  readonly content: string
}

export interface ReadDraft {
  readonly model: FormModel
  readonly savedAt: string
}

/** What the address of the page asks for. */
export interface Wanted {
  readonly activityId: string | null
  readonly draftId: string | null
  readonly purpose: string | null
  readonly date: string | null
}

/** All drafts that can be read, newest first; of two copies of one draft the newer. */
export function readDrafts(kept: readonly KeptDraft[]): ReadDraft[] {
  const newest = new Map<string, KeptDraft>()
  for (const draft of kept) {
    const known = newest.get(draft.id)
    if (!known || known.savedAt < draft.savedAt) newest.set(draft.id, draft)
  }
  return [...newest.values()]
    .flatMap((draft) => {
      const model = readDraft(draft.content)
      return model ? [{ model, savedAt: draft.savedAt }] : []
    })
    .toSorted((a, b) => (a.savedAt < b.savedAt ? 1 : -1))
}

/**
 * The draft that the page takes up again, or null. A page opened for a certain kind and month takes only a draft of the
 * same kind and month: who starts August's committee meeting does not want June's half-written minutes in its place.
 */
export function chooseDraft(drafts: readonly ReadDraft[], wanted: Wanted): ReadDraft | null {
  if (wanted.activityId !== null) return drafts.find(({ model }) => model.id === wanted.activityId) ?? null
  if (wanted.draftId !== null) return drafts.find(({ model }) => model.draftId === wanted.draftId) ?? null
  const isWanted = ({ model }: ReadDraft) =>
    model.id === null &&
    (wanted.purpose === null || firstPart(model).purpose === wanted.purpose) &&
    (wanted.date === null || model.date.slice(0, 7) === wanted.date.slice(0, 7))
  return drafts.find(isWanted) ?? null
}
