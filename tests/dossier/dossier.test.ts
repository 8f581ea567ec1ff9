import { call } from '@orpc/server'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Core } from '#main/core.ts'
import { readHistory } from '#main/history/service.ts'
import { router } from '#main/router.ts'
import { dossierKinds } from '#shared/dossier/kinds/index.ts'
import { type SaveDossierInput, saveDossierSchema } from '#shared/dossier/schema.ts'
import { newId } from '#shared/kernel/ids.ts'
import { openTestLedger, testClock } from '../helpers/ledger.ts'
import { sampleBranch } from '../helpers/sample-branch.ts'

const api = (core: Core) => {
  const context = { context: { core } }
  return {
    save: (input: SaveDossierInput) => call(router.dossier.save, input, context),
    get: (id: string) => call(router.dossier.get, { id }, context),
    list: (input: { year?: number; kinds?: string[] }) => call(router.dossier.list, input, context),
    remove: (id: string) => call(router.dossier.remove, { id }, context),
    restore: (id: string) => call(router.dossier.restore, { id }, context),
    bin: () => call(router.history.bin, {}, context),
    search: (text: string) => call(router.search.find, { text }, context),
  }
}

const wish = (more: Partial<SaveDossierInput> = {}): SaveDossierInput => ({
  kind: 'microWish',
  date: '2025-06-20',
  title: '一副老花镜',
  content: { wish: '给活动室配一副老花镜', residentKind: 'elderly' },
  ...more,
})

describe('a dated record', () => {
  test('is saved with a number of its own and read back as it was', async () => {
    const { core } = sampleBranch()
    const { save, get } = api(core)
    const first = await save(wish())
    const second = await save(wish({ title: '' }))
    expect([first.recordNumber, second.recordNumber]).toEqual(['2025-微心愿-01', '2025-微心愿-02'])
    expect(await get(first.id)).toMatchObject({
      title: '一副老花镜',
      status: 'claimed',
      forYear: 2025,
      content: { wish: '给活动室配一副老花镜' },
      hasSealed: false,
    })
    expect((await get(second.id)).title).toBe('给活动室配一副老花镜')
  })

  test('without a name it is called by what it is about', async () => {
    const { core } = openTestLedger()
    const { save, list } = api(core)
    await save(wish({ title: '', content: { wish: '修灯' } }))
    await save({
      kind: 'developmentCase',
      date: '2025-03-01',
      title: '',
      people: [{ personId: null, name: '林壬', role: 'applicant' }],
    })
    expect((await list({ year: 2025 })).map(({ title }) => title)).toEqual(expect.arrayContaining(['修灯', '林壬发展党员']))
  })

  test('a newer revision is never overwritten', async () => {
    const { core } = openTestLedger()
    const { save } = api(core)
    const { id } = await save(wish())
    await save(wish({ id, revision: 1, title: '已办结', status: 'done' }))
    await expect(save(wish({ id, revision: 1 }))).rejects.toMatchObject({ code: 'CHANGED_ELSEWHERE' })
  })

  test('what does not fit names its field', async () => {
    const { core } = openTestLedger()
    const { save, list } = api(core)
    const reason = (input: SaveDossierInput) => saveDossierSchema.safeParse(input).error?.issues.map(({ message }) => message)
    expect(reason(wish({ content: {} }))).toEqual(['心愿：请填写'])
    expect(reason(wish({ content: { wish: '甲', residentKind: 'martian' } }))?.[0]).toContain('居民类别：应是老年人')
    expect(reason(wish({ status: 'unknown' }))).toEqual(['没有这一步'])
    expect(reason({ kind: 'careRecord', date: '2025-01-20', title: '' })).toEqual(['走访对象：请填写'])
    expect(
      reason({ kind: 'taskList', date: '2025-01-08', title: '', content: { tasks: [{ task: '甲' }, { owner: '乙' }] } }),
    ).toEqual(['任务（第2行）任务：请填写'])
    await expect(save(wish({ content: {} }))).rejects.toMatchObject({
      code: 'INPUT_INVALID',
      data: { field: '心愿', issues: '心愿：请填写' },
    })
    expect(await list({})).toEqual([])
  })

  test('goes to the bin and comes back; its number is not used again', async () => {
    const { core, ledger } = openTestLedger()
    const { save, remove, restore, list, bin } = api(core)
    const { id } = await save(wish())
    await remove(id)
    expect(await list({ year: 2025 })).toEqual([])
    expect(await bin()).toMatchObject([{ id, title: '一副老花镜', dossierKind: 'microWish' }])
    expect((await save(wish())).recordNumber).toBe('2025-微心愿-02')
    await restore(id)
    expect(await list({ year: 2025, kinds: ['microWish'] })).toHaveLength(2)
    expect(readHistory(ledger, id).entries.map(({ what }) => what)).toEqual(['从回收站取回', '放入回收站', '保存微心愿'])
  })

  test('is found by its words, and no longer when it lies in the bin', async () => {
    const { core } = openTestLedger()
    const { save, search, remove } = api(core)
    const { id } = await save(wish())
    expect(await search('老花镜')).toMatchObject([{ id, kind: 'dossier' }])
    await remove(id)
    expect(await search('老花镜')).toEqual([])
  })

  test('a report of January belongs to the year before', async () => {
    const { core } = openTestLedger()
    const { save, get } = api(core)
    const { id } = await save({ kind: 'dutyReport', date: '2026-01-09', title: '' })
    expect((await get(id)).forYear).toBe(2025)
  })

  test('any text comes back unchanged', async () => {
    const { core } = openTestLedger()
    const { save, get } = api(core)
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }), async (text) => {
        fc.pre(text.trim() !== '')
        const { id } = await save(wish({ content: { wish: text } }))
        expect((await get(id)).content['wish']).toBe(text)
      }),
      { numRuns: 50 },
    )
  })
})

describe('the kinds', () => {
  test('each has a key, a number name and fields of its own', () => {
    for (const pick of ['key', 'name', 'numberName'] as const) {
      const all = dossierKinds.map((kind) => kind[pick])
      expect(new Set(all).size, pick).toBe(all.length)
    }
    for (const { key, fields } of dossierKinds) expect(new Set(fields.map((field) => field.key)).size, key).toBe(fields.length)
  })

  test('only texts are sealed', () => {
    const wrong = dossierKinds.flatMap(({ key, fields }) =>
      fields
        .filter(({ isSealed, type }) => isSealed && type !== 'text' && type !== 'longText')
        .map((field) => `${key}.${field.key}`),
    )
    expect(wrong).toEqual([])
  })
})

describe('a form that was left without saving', () => {
  test('is kept beside those of sittings, newest first, until it is dropped', async () => {
    const clock = testClock('2025-06-20')
    const { core } = openTestLedger({ clock })
    const context = { context: { core } }
    const [first, second] = [newId(), newId()]
    const draft = { kind: 'microWish', recordId: null, title: '', content: '{}' }
    await call(router.dossier.keepDraft, { ...draft, id: first }, context)
    clock.set('2025-06-21')
    await call(router.dossier.keepDraft, { ...draft, id: second, kind: 'honour' }, context)
    await call(router.activities.keepDraft, { id: newId(), activityId: null, title: '会', content: '{}' }, context)
    expect((await call(router.dossier.drafts, {}, context)).map(({ id }) => id)).toEqual([second, first])
    expect((await call(router.activities.drafts, {}, context)).map(({ title }) => title)).toEqual(['会'])
    await call(router.dossier.dropDraft, { id: second }, context)
    expect((await call(router.dossier.drafts, {}, context)).map(({ id }) => id)).toEqual([first])
  })
})

describe('what the program keeps for itself', () => {
  test('is not found by a search', async () => {
    const { core } = openTestLedger()
    const { save, search } = api(core)
    const personId = newId()
    const lines = [{ personId, name: '某党员', amount: 10, m1: true }]
    await save({ kind: 'partyDues', date: '2025-01-01', title: '2025年党费收缴', content: { lines } })
    expect(await search('党费收缴')).toHaveLength(1)
    expect(await search(personId)).toEqual([])
    expect(await search(personId.slice(0, 8))).toEqual([])
  })
})
