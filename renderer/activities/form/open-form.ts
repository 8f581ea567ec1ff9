import { client } from '#renderer/api/client.ts'
import { purposes } from '#shared/activities/schema.ts'
import { isPlainDate } from '#shared/kernel/dates.ts'
import { chooseDraft, readDrafts } from './choose-draft.ts'
import { fromActivity } from './from-activity.ts'
import { localDrafts } from './local-drafts.ts'
import { carriedOfPart, type FormModel, newForm } from './model.ts'
import { withoutFigures } from './planned.ts'

/** A form ready to be shown. */
export interface OpenedForm {
  readonly model: FormModel
  /** The record as the ledger has it; null for a new one. */
  readonly base: FormModel | null
  /** Moment of the draft that was taken up again; null: none was. */
  readonly restoredFrom: string | null
  /** The draft was begun from an older revision than the ledger now has. */
  readonly isOutdated: boolean
}

export interface FormAddress {
  readonly activityId: string | null
  readonly query: URLSearchParams
  readonly today: string
}

/** Reads the record, if any, and the draft that belongs to it. @throws what the calls throw */
export async function openForm({ activityId, query, today }: FormAddress): Promise<OpenedForm> {
  const kept = await client.activities.drafts({})
  const local = localDrafts().map(({ id, at, content }) => ({ id, savedAt: at, content }))
  const purpose = purposes.find((known) => known === query.get('purpose')) ?? null
  const date = query.get('date')
  const day = date !== null && isPlainDate(date) ? date : null
  const draft = chooseDraft(readDrafts([...kept, ...local]), { activityId, draftId: query.get('draft'), purpose, date: day })
  if (activityId === null) {
    const base = newForm({
      purpose: purpose ?? 'generalMeeting',
      date: day ?? today,
      groupId: query.get('groupId'),
      topic: query.get('topic') ?? '',
      carried: carriedOfPart.safeParse({ studyTier: query.get('tier') ?? undefined, audience: query.get('audience') ?? undefined })
        .data,
    })
    return { model: draft?.model ?? base, base: null, restoredFrom: draft?.savedAt ?? null, isOutdated: false }
  }
  const base = withoutFigures(fromActivity(await client.activities.get({ id: activityId })))
  return {
    model: draft?.model ?? base,
    base,
    restoredFrom: draft?.savedAt ?? null,
    isOutdated: draft !== null && draft.model.revision !== base.revision,
  }
}
