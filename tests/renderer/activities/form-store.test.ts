import { describe, expect, it } from 'vitest'
import { insertRow, moveRow } from '#renderer/activities/form/lists.ts'
import { firstPart, newAgenda, newForm } from '#renderer/activities/form/model.ts'
import { createFormStore } from '#renderer/activities/form/store.ts'

const start = () => newForm({ purpose: 'generalMeeting', date: '2025-06-27', groupId: null })
const proposal = {
  title: '2025年第二季度支部党员大会',
  chair: { personId: null, name: '张三', post: '党支部书记' },
  recorder: { personId: null, name: '李四', post: '组织委员' },
  places: [],
  opening: true,
}

describe('proposed fields', () => {
  it('are filled in, and leave a clean form clean', () => {
    const model = start()
    const store = createFormStore(model, model)
    store.getState().propose(proposal)
    const state = store.getState()
    expect(firstPart(state.model).title).toBe(proposal.title)
    expect(state.model.chair.name).toBe('张三')
    expect(firstPart(state.model).opening).toBe(true)
    expect(state.saved).toBe(state.model)
  })

  it('are left alone once somebody has written there', () => {
    const store = createFormStore(start(), null)
    store.getState().touch('chair', (model) => ({ ...model, chair: { personId: null, name: '王五', post: '' } }))
    store.getState().propose(proposal)
    store.getState().propose({ ...proposal, title: '2025年第6次支部委员会会议' })
    expect(store.getState().model.chair.name).toBe('王五')
    expect(firstPart(store.getState().model).title).toBe('2025年第6次支部委员会会议')
  })
})

describe('deleting', () => {
  it('can be taken back without undoing what came after elsewhere', () => {
    const model = start()
    const store = createFormStore(model, null)
    const kept = firstPart(model).agenda
    store.getState().discard('已删除议题', (part) => ({ ...part, agenda: [] }))
    store.getState().edit((current) => ({ ...current, place: '会议室' }))
    expect(firstPart(store.getState().model).agenda).toEqual([])
    store.getState().takeBack()
    expect(firstPart(store.getState().model).agenda).toEqual(kept)
    expect(store.getState().model.place).toBe('会议室')
    expect(store.getState().undo).toBeNull()
  })
})

it('moves rows one place and stops at the edges', () => {
  const [a, b, c] = [newAgenda(), newAgenda(), newAgenda()]
  expect(moveRow([a, b, c], b.key, -1)).toEqual([b, a, c])
  expect(moveRow([a, b, c], b.key, 1)).toEqual([a, c, b])
  expect(moveRow([a, b, c], a.key, -1)).toEqual([a, b, c])
  expect(moveRow([a, b, c], c.key, 1)).toEqual([a, b, c])
  expect(insertRow([a, b], 9, c)).toEqual([a, b, c])
})
