import { describe, expect, it } from 'vitest'
import { chooseDraft, readDrafts } from '#renderer/activities/form/choose-draft.ts'
import { type FormModel, newForm } from '#renderer/activities/form/model.ts'
import { type DraftPorts, type DraftStatus, draftKeeper } from '#renderer/ui/draft-keeper.ts'
import type { Purpose } from '#shared/activities/schema.ts'
import { newId } from '#shared/kernel/ids.ts'

const form = (purpose: Purpose = 'generalMeeting', date = '2025-06-27'): FormModel => newForm({ purpose, date, groupId: null })

/** A ledger and a window's store in memory; time passes when the test says so. */
function world() {
  const kept: string[] = []
  const local = new Map<string, string>()
  const timers: (() => void)[] = []
  const statuses: DraftStatus['kind'][] = []
  let isUp = true
  let answer: (() => void) | null = null
  const ports: DraftPorts<FormModel> = {
    async keep(draft) {
      if (answer === null && !isUp) throw new TypeError('Failed to fetch')
      kept.push(draft.place)
      return { savedAt: '2025-06-27T08:58:00.000Z' }
    },
    storeLocally: (id, content) => local.set(id, content),
    forgetLocally: (id) => local.delete(id),
    schedule: (callback) => {
      timers.push(callback)
      return () => timers.splice(timers.indexOf(callback), 1)
    },
  }
  return {
    kept,
    local,
    statuses,
    timers,
    keeper: draftKeeper(ports, (status) => statuses.push(status.kind)),
    setUp: (value: boolean) => {
      isUp = value
      answer = null
    },
    async pass() {
      for (const timer of timers.splice(0)) timer()
      for (let turn = 0; turn < 5; turn += 1) await Promise.resolve()
    },
  }
}

describe('keeping a draft', () => {
  it('sends once after a pause, and keeps a local copy until then', async () => {
    const { keeper, kept, local, pass, statuses } = world()
    const model = form()
    keeper.changed({ ...model, place: '二' })
    keeper.changed({ ...model, place: '二楼' })
    expect(kept).toEqual([])
    expect(JSON.parse(local.get(model.draftId) ?? '').place).toBe('二楼')
    await pass()
    expect(kept).toEqual(['二楼'])
    expect(local.size).toBe(0)
    expect(statuses.at(-1)).toBe('kept')
  })

  it('tries again until the program answers', async () => {
    const { keeper, kept, local, pass, setUp, statuses } = world()
    setUp(false)
    keeper.changed({ ...form(), place: '会议室' })
    await pass()
    expect(statuses.at(-1)).toBe('failed')
    expect(local.size).toBe(1)
    setUp(true)
    await pass()
    expect(kept).toEqual(['会议室'])
    expect(local.size).toBe(0)
  })

  it('sends at once when the window goes', async () => {
    const { keeper, kept } = world()
    keeper.changed({ ...form(), place: '会议室' })
    await keeper.flush()
    await keeper.flush()
    expect(kept).toEqual(['会议室'])
  })

  it('sends nothing while a save is under way, and nothing that the save has made superfluous', async () => {
    const { keeper, kept, local, pass, timers } = world()
    keeper.changed({ ...form(), place: '会议室' })
    await keeper.pause()
    await pass()
    keeper.clear()
    keeper.resume()
    await pass()
    expect(kept).toEqual([])
    expect(local.size).toBe(0)
    expect(timers).toEqual([])
  })
})

describe('choosing a draft', () => {
  const anything = { activityId: null, draftId: null, purpose: null, date: null }
  const kept = (model: FormModel, savedAt: string) => ({ id: model.draftId, savedAt, content: JSON.stringify(model) })
  const june = form()
  const august = form('committeeMeeting', '2025-08-08')
  const saved = { ...form(), id: newId(), revision: 2 }
  const drafts = readDrafts([
    kept(june, '2025-06-27T01:00:00Z'),
    kept(august, '2025-08-08T01:00:00Z'),
    kept(saved, '2025-09-01T01:00:00Z'),
  ])

  it('takes the newest of a new record', () => {
    expect(chooseDraft(drafts, anything)?.model.draftId).toBe(august.draftId)
  })

  it('takes only one of the kind and month that the page was opened for', () => {
    expect(chooseDraft(drafts, { ...anything, purpose: 'generalMeeting', date: '2025-06-01' })?.model.draftId).toBe(june.draftId)
    expect(chooseDraft(drafts, { ...anything, purpose: 'generalMeeting', date: '2025-07-01' })).toBeNull()
  })

  it('takes the draft of the record, or the one that was asked for', () => {
    expect(chooseDraft(drafts, { ...anything, activityId: saved.id })?.model.draftId).toBe(saved.draftId)
    expect(chooseDraft(drafts, { ...anything, activityId: newId() })).toBeNull()
    expect(chooseDraft(drafts, { ...anything, draftId: june.draftId })?.model.draftId).toBe(june.draftId)
  })

  it('takes the newer of two copies, and passes over what cannot be read', () => {
    const typed = { ...june, place: '会议室' }
    const read = readDrafts([
      kept(june, '2025-06-27T01:00:00Z'),
      kept(typed, '2025-06-27T01:00:02Z'),
      { id: newId(), savedAt: '2025-06-28T00:00:00Z', content: '{' },
    ])
    expect(read.map(({ model }) => model.place)).toEqual(['会议室'])
  })
})
