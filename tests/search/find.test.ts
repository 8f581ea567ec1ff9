import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { Core } from '#main/core.ts'
import type { SqlRow } from '#main/platform/database/driver.ts'
import { type InProcessClient, inProcessClient } from '#main/shells/in-process.ts'
import type { SaveActivityInput } from '#shared/activities/schema.ts'
import { newId } from '#shared/kernel/ids.ts'
import { searchable } from '#shared/search/fold.ts'
import { queryTerms } from '#shared/search/grams.ts'
import { testClock, testCore } from '../helpers/ledger.ts'
import { sampleBranch } from '../helpers/sample-branch.ts'

const meeting = (
  over: Partial<SaveActivityInput> = {},
  part: Partial<SaveActivityInput['parts'][number]> = {},
): SaveActivityInput => ({
  date: '2025-06-27',
  place: '二楼会议室',
  chair: { name: '张三' },
  invitees: [{ name: '刘庚', role: '专职副书记' }],
  ...over,
  parts: [
    {
      purpose: 'generalMeeting',
      title: '2025年第二季度支部党员大会',
      agenda: [
        {
          title: '讨论转正',
          content: [
            { kind: 'speech', speaker: '赵六', text: '同意按期转正，ISO9001认证已完成。' },
            { kind: 'text', text: '王五领学有关文件。' },
          ],
        },
      ],
      resolutions: [{ text: '报上级党组织审批', owner: '李四' }],
      ...part,
    },
  ],
})

function open(): { core: Core; client: InProcessClient } {
  const { core } = sampleBranch({ clock: testClock() })
  return { core, client: inProcessClient(core) }
}

const ids = async (client: InProcessClient, text: string, more: object = {}) =>
  (await client.search.find({ text, ...more })).map(({ id }) => id)

describe('search', () => {
  test('finds two characters of whatever stands in a record, marked in the text', async () => {
    const { client } = open()
    const { id } = await client.activities.save(meeting())
    for (const text of ['转正', '二季', '领学', '副书', '审批', '二楼', '９００１', 'so90', '赵六 审批', '2025-党员大会-01']) {
      expect(await ids(client, text), text).toContain(id)
    }
    const [hit] = await client.search.find({ text: '按期' })
    expect(hit).toMatchObject({ kind: 'generalMeeting', title: '2025年第二季度支部党员大会', date: '2025-06-27' })
    const [[start, end] = [0, 0]] = hit?.highlights ?? []
    expect(hit?.snippet.slice(start, end)).toBe('按期')
    expect(hit?.snippet).toContain('赵六：同意')
  })

  test('one character, and nothing for signs', async () => {
    const { client } = open()
    const { id } = await client.activities.save(meeting({}, { topic: '䶮' }))
    expect(await ids(client, '䶮')).toEqual([id])
    expect(await ids(client, '批')).toContain(id)
    expect(await ids(client, '"*')).toEqual([])
    expect(await ids(client, '')).toEqual([])
  })

  test('persons and the records that name them, by initials and by the whole reading', async () => {
    const { client } = open()
    const { id } = await client.activities.save(meeting())
    for (const text of ['zs', 'zhangsan', 'ZhangSan', '张三']) {
      const hits = await client.search.find({ text })
      expect(hits[0], text).toMatchObject({ kind: 'person', title: '张三', titleHighlights: [[0, 2]] })
      expect(hits.map((hit) => hit.id)).toContain(id)
    }
    // A guest is on no roster.
    expect(await ids(client, 'lg')).toEqual([id])
    const [guest] = await client.search.find({ text: 'liugeng' })
    expect(guest?.snippet).toContain('刘庚')
  })

  test('a reason given for a missing month, until it is withdrawn', async () => {
    const { core, client } = open()
    const place = { ruleId: 'committee-meeting-monthly', scopeId: core.session.require().branchId, period: '2025-08' }
    await client.obligations.explain({ ...place, text: '委员集中外出调研，内容并入九月会议' })
    expect(await client.search.find({ text: '外出调研' })).toMatchObject([
      { kind: 'explanation', title: '2025年8月情况说明', date: '2025-08-01' },
    ])
    await client.obligations.removeExplanation(place)
    expect(await ids(client, '外出调研')).toEqual([])
  })

  test('filters by kind and by date', async () => {
    const { client } = open()
    const general = await client.activities.save(meeting())
    const lecture = await client.activities.save(meeting({ date: '2025-09-05' }, { purpose: 'partyLecture', title: '转正以后' }))
    expect(await ids(client, '转正')).toEqual([lecture.id, general.id])
    expect(await ids(client, '转正', { kinds: ['partyLecture', 'person'] })).toEqual([lecture.id])
    expect(await ids(client, '转正', { to: '2025-06-27' })).toEqual([general.id])
    expect(await ids(client, '转正', { from: '2025-06-28' })).toEqual([lecture.id])
    expect(await ids(client, '张三', { to: '2025-06-27' })).toEqual([general.id])
    expect(await ids(client, '转正', { limit: 1 })).toEqual([lecture.id])
  })

  test('a sitting of several parts is found by each of their kinds', async () => {
    const { client } = open()
    const base = meeting()
    const { id } = await client.activities.save({
      ...base,
      parts: [...base.parts, { purpose: 'partyLecture', title: '第二季度党课', topic: '改进工作作风' }],
    })
    expect(await ids(client, '改进作风 党课')).toEqual([])
    expect(await ids(client, '工作作风', { kinds: ['partyLecture'] })).toEqual([id])
    expect(await ids(client, '工作作风', { kinds: ['generalMeeting'] })).toEqual([id])
    expect(await ids(client, '工作作风', { kinds: ['themedPartyDay'] })).toEqual([])
  })

  test('follows changes, the bin and the way back', async () => {
    const { client } = open()
    const { id, revision } = await client.activities.save(meeting())
    await client.activities.save({ ...meeting({}, { resolutions: [{ text: '另行安排' }] }), id, revision })
    expect(await ids(client, '上级党组织')).toEqual([])
    expect(await ids(client, '另行')).toEqual([id])
    await client.activities.remove({ id })
    expect(await ids(client, '另行')).toEqual([])
    await client.activities.restore({ id })
    expect(await ids(client, '另行')).toEqual([id])
  })

  test('follows the roster: a new name, and a post taken away', async () => {
    const { client } = open()
    const [member] = (await client.members.all({})).filter(({ person }) => person.name === '钱七')
    if (!member) throw new Error('no 钱七')
    expect(await ids(client, '青年委员')).toEqual([member.person.id])
    await client.members.save({
      id: member.person.id,
      person: { name: '钱㐱', declaredCategory: 'formalMember' },
      intervals: member.intervals.filter(({ kind }) => kind !== 'post'),
    })
    expect(await ids(client, '青年委员')).toEqual([])
    expect(await ids(client, '钱㐱')).toEqual([member.person.id])
  })

  test('nothing sealed and no draft can be found', async () => {
    const { client } = open()
    await client.members.save({
      person: { name: '刘庚', declaredCategory: 'formalMember' },
      sealed: { idNumber: '99000019821102042X', mobile: '10000000002', address: '某某路九号' },
    })
    await client.activities.keepDraft({
      id: '0198a000-0000-7000-8000-000000000001',
      activityId: null,
      title: '尚未保存的草稿',
      content: '{"text":"尚未保存的草稿"}',
    })
    for (const text of ['99000019', '10000000002', '某某路', '042X', '草稿']) expect(await ids(client, text), text).toEqual([])
  })

  test('every piece of two characters or more is found, and nothing else', async () => {
    const { client } = open()
    const pieces = ['转正𠮷䶮', 'GB/T9704—2012', '作风 建设', '党课（第二讲）', '：；', '🙂记录', 'Café é', '张　三同志', '100%']
    const text = fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'grapheme', maxLength: 6 })), { maxLength: 6 })
    await fc.assert(
      fc.asyncProperty(text, fc.nat(30), fc.integer({ min: 2, max: 12 }), async (parts, from, length) => {
        const whole = parts.join('')
        const { id } = await client.activities.save(meeting({ closing: whole }, { title: '性质', agenda: [], resolutions: [] }))
        const piece = [...searchable(whole)].slice(from, from + length).join('')
        const terms = queryTerms(piece)
        if (terms.length > 0) expect(await ids(client, piece, { limit: 500 })).toContain(id)
        expect(await ids(client, `${piece}绝无此语`)).toEqual([])
        await client.activities.remove({ id })
      }),
      { numRuns: 60 },
    )
  })

  test('no text makes it fail; what could not be stored is refused in words', async () => {
    const { client } = open()
    await client.activities.save(meeting())
    const nasty = fc.constantFrom(
      '"',
      "'",
      '*',
      ' OR ',
      ' NOT ',
      '(',
      ')',
      'grams:',
      '^',
      '+',
      '\u0000',
      '\ud800',
      '%',
      '_',
      'NEAR(',
    )
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(nasty, fc.string({ unit: 'binary', maxLength: 8 })), { maxLength: 12 }), async (parts) => {
        const text = parts.join('').slice(0, 500)
        const found = client.search.find({ text })
        if (text.isWellFormed() && !text.includes('\u0000')) await found
        else await found.catch((error: unknown) => expect(error).toMatchObject({ code: 'INPUT_INVALID' }))
      }),
      { numRuns: 200 },
    )
  })
})

describe('the index', () => {
  test('an old one is made anew when the ledger is opened', async () => {
    const { core, client } = open()
    const { id } = await client.activities.save(meeting())
    const { directory } = core.session
    core.session.require().db.run("UPDATE installation SET value = '0' WHERE key = 'search_version'")
    core.session.require().db.run('DELETE FROM search_text')
    await core.close()
    const again = testCore({ directory, clock: testClock() })
    again.session.open()
    expect(await inProcessClient(again).search.status({})).toEqual({ isCurrent: true })
    expect(await ids(inProcessClient(again), '按期')).toEqual([id])
  })

  test('one that was lost with its version left is made anew', async () => {
    const { core, client } = open()
    const { id } = await client.activities.save(meeting())
    const { db } = core.session.require()
    db.run('DELETE FROM search_text')
    db.run("INSERT INTO search_index (search_index) VALUES ('delete-all')")
    core.session.close()
    core.session.open()
    expect(await ids(client, '按期')).toEqual([id])
  })

  test('follows a large change piece by piece; one that is cut off meanwhile is made anew', async () => {
    const { core, client } = open()
    const { id } = await client.activities.save(meeting())
    const ledger = core.session.require()
    const rows = ledger.db.all<SqlRow & { id: string }>('SELECT * FROM person ORDER BY id LIMIT 1')
    const [person] = rows
    if (!person) throw new Error('the sample has members')
    const add = (word: string) =>
      ledger.writeLarge('导入材料包', (writer) => {
        for (let at = 0; at < 200; at++) writer.put('person', { ...person, id: newId(), name: `${word}${at}` })
      })
    const whole = add('齐')
    expect(await client.search.status({})).toEqual({ isCurrent: false })
    // A sitting saved meanwhile is found at once, and does not end the note that the rest is missing.
    const other = await client.activities.save(meeting({ date: '2025-07-02' }, { title: '插进来的会议' }))
    expect(await ids(client, '插进来')).toEqual([other.id])
    await whole
    expect(await client.search.status({})).toEqual({ isCurrent: true })
    expect(await ids(client, '齐199')).toHaveLength(1)

    void add('断').catch(() => {})
    core.session.close()
    core.session.open()
    expect(await client.search.status({})).toEqual({ isCurrent: true })
    expect(await ids(client, '断199')).toHaveLength(1)
    expect(await ids(client, '按期')).toContain(id)
  })

  test('can be made anew while the program runs, with progress', async () => {
    const { core, client } = open()
    const { id } = await client.activities.save(meeting())
    core.session.require().db.run('DELETE FROM search_text')
    expect(await ids(client, '按期')).toEqual([])
    const events = []
    for await (const event of await client.search.rebuild({})) events.push(event)
    expect(events.at(-1)).toEqual({ type: 'result', result: { records: 15 } })
    expect(await ids(client, '按期')).toEqual([id])
    expect(await client.search.status({})).toEqual({ isCurrent: true })
  })

  test('a rebuild that was stopped is known to be unfinished', async () => {
    const { core, client } = open()
    const controller = new AbortController()
    controller.abort()
    await expect(
      (async () => {
        for await (const _event of await client.search.rebuild({}, { signal: controller.signal })) continue
      })(),
    ).rejects.toThrow()
    const { isCurrent } = await client.search.status({})
    expect(isCurrent).toBe(false)
    core.session.close()
    core.session.open()
    expect(await client.search.status({})).toEqual({ isCurrent: true })
  })

  test('an imported ledger and its roster are found at once', async () => {
    const core = testCore({ clock: testClock() })
    const client = inProcessClient(core)
    await client.ledger.create({ sample: true })
    onTestFinished(() => core.close())
    expect((await ids(client, '转正')).length).toBeGreaterThan(0)
    expect((await client.search.find({ text: 'cb' })).every(({ id }) => id !== '')).toBe(true)
    expect((await client.search.find({ text: '陈丙' }))[0]).toMatchObject({ kind: 'person' })
    expect(join(core.session.directory)).toBe(core.session.directory)
  })
})
