import { describe, expect, test } from 'vitest'
import type { Core } from '#main/core.ts'
import { type InProcessClient, inProcessClient } from '#main/shells/in-process.ts'
import type { SaveActivityInput } from '#shared/activities/schema.ts'
import { testClock } from '../helpers/ledger.ts'
import { sampleBranch } from '../helpers/sample-branch.ts'

function open(): { core: Core; client: InProcessClient; clock: ReturnType<typeof testClock> } {
  const clock = testClock('2025-07-01')
  const { core } = sampleBranch({ clock })
  return { core, client: inProcessClient(core), clock }
}

const meeting = (
  over: Partial<SaveActivityInput> = {},
  part: Partial<SaveActivityInput['parts'][number]> = {},
): SaveActivityInput => ({
  date: '2025-06-27',
  place: '二楼会议室',
  ...over,
  parts: [{ purpose: 'generalMeeting', title: '2025年第二季度支部党员大会', ...part }],
})

const codeOf = (error: unknown) => (error as { code?: string }).code

describe('the history of a record', () => {
  test('tells every change field by field, in words, newest first', async () => {
    const { client, clock } = open()
    const agenda = [{ title: '讨论转正', content: [{ kind: 'text' as const, text: '第一段。' }] }]
    const { id, revision } = await client.activities.save(meeting({}, { agenda, resolutions: [{ text: '同意' }] }))
    const { parts } = await client.activities.get({ id })
    clock.set('2025-07-02')
    await client.activities.save({
      ...meeting({ place: '三楼会议室', state: 'signed', chair: { name: '张三', post: '书记' } }),
      id,
      revision,
      parts: [
        {
          id: parts[0]?.id,
          purpose: 'generalMeeting',
          title: '2025年第二季度支部党员大会',
          absentees: [{ name: '陈丙', reason: 'businessTrip', note: '已请假' }],
          agenda: [
            {
              title: '讨论转正',
              content: [
                { kind: 'text', text: '第一段。' },
                { kind: 'speech', speaker: '李四', text: '同意。' },
              ],
            },
          ],
        },
      ],
    })
    const { title, entries } = await client.history.of({ id })
    expect(title).toBe('2025年第二季度支部党员大会')
    expect(entries.map(({ what }) => what)).toEqual(['修改会议记录', '保存会议记录'])
    expect(entries[0]?.at.slice(0, 10)).toBe('2025-07-02')
    const of = (subject: string) => entries[0]?.changes.find((change) => change.subject === subject)
    expect(of('会议')).toMatchObject({
      kind: 'changed',
      fields: [
        { label: '状态', before: '待签字', after: '已签字' },
        { label: '地点', before: '二楼会议室', after: '三楼会议室' },
        { label: '主持人', before: '', after: '张三（书记）' },
      ],
    })
    expect(of('2025年第二季度支部党员大会')?.fields).toContainEqual({ label: '议题和内容', before: '', after: '李四：同意。' })
    expect(of('2025年第二季度支部党员大会')?.fields).toContainEqual({ label: '实到', before: '14', after: '13' })
    expect(of('出席：陈丙')?.fields).toEqual([
      { label: '到会', before: '是', after: '否' },
      { label: '缺席原因', before: '', after: '公出' },
      { label: '缺席说明', before: '', after: '已请假' },
    ])
    expect(of('议定事项')).toMatchObject({ kind: 'removed', fields: [{ label: '内容', before: '同意', after: '' }] })
  })

  test('of a person: posts and groups by name, nothing sealed', async () => {
    const { client } = open()
    const member = (await client.members.all({})).find(({ person }) => person.name === '钱七')
    if (!member) throw new Error('no 钱七')
    await client.members.save({
      id: member.person.id,
      person: { name: '钱七', declaredCategory: 'formalMember', unit: '办公室' },
      sealed: { idNumber: '99000019821102042X' },
    })
    const { title, entries } = await client.history.of({ id: member.person.id })
    expect(title).toBe('钱七')
    expect(entries.map(({ what }) => what)).toEqual(['修改党员信息', '登记党员'])
    const text = JSON.stringify(entries)
    expect(text).toContain('青年委员')
    expect(text).toContain('第二党小组')
    expect(text).not.toContain('99000019')
    expect(text).not.toContain('otherCommissioner')
  })

  test('an erased payload leaves only that something was changed', async () => {
    const { core, client } = open()
    const { id } = await client.activities.save(meeting())
    core.session
      .require()
      .db.run('UPDATE history_payload SET before = NULL, after = NULL WHERE seq IN (SELECT seq FROM history WHERE row_id = ?)', id)
    const { entries } = await client.history.of({ id })
    expect(entries[0]?.changes).toContainEqual({ kind: 'changed', subject: '会议', fields: [], isErased: true })
  })

  test('the newest changes of the ledger name their records', async () => {
    const { client, clock } = open()
    clock.set('2025-07-02')
    const { id } = await client.activities.save(meeting())
    clock.set('2025-07-03')
    await client.activities.remove({ id })
    const recent = await client.history.recent({ limit: 2 })
    expect(recent.map(({ what }) => what)).toEqual(['放入回收站', '保存会议记录'])
    expect(recent[1]?.records).toEqual([{ id, kind: 'activity', title: '2025年第二季度支部党员大会', date: '2025-06-27' }])
    expect(await client.history.of({ id: '0198a000-0000-7000-8000-000000000001' })).toEqual({ title: '', entries: [] })
  })
})

describe('the bin', () => {
  test('lists what was removed, the last first, and gives it back', async () => {
    const { client, clock } = open()
    const first = await client.activities.save(meeting())
    const second = await client.activities.save(meeting({ date: '2025-06-28' }, { purpose: 'partyLecture', title: '党课' }))
    await client.activities.remove({ id: first.id })
    clock.set('2025-07-03')
    await client.activities.remove({ id: second.id })
    expect(await client.history.bin({})).toMatchObject([
      { id: second.id, title: '党课', date: '2025-06-28', purposes: ['partyLecture'] },
      { id: first.id, title: '2025年第二季度支部党员大会' },
    ])
    await client.activities.restore({ id: second.id })
    expect((await client.history.bin({})).map(({ id }) => id)).toEqual([first.id])
    expect((await client.activities.list({ year: 2025 })).map(({ id }) => id)).toEqual([second.id])
  })
})

describe('定稿', () => {
  test('from then on a change needs a reason, which stands in the history', async () => {
    const { client } = open()
    const { id, revision } = await client.activities.save(meeting())
    const changed = meeting({ place: '三楼' })
    const saved = await client.activities.save({ ...changed, id, revision })
    const finalized = await client.activities.finalize({ id, revision: saved.revision })
    expect((await client.activities.get({ id })).finalizedAt).toBe(finalized.finalizedAt)
    const next = { ...meeting({ place: '四楼' }), id, revision: finalized.revision }
    const refused = await client.activities.save(next).catch(codeOf)
    expect(refused).toBe('REASON_REQUIRED')
    expect(await client.activities.save({ ...next, changeReason: '   ' }).catch(codeOf)).toBe('INPUT_INVALID')
    expect((await client.activities.get({ id })).place).toBe('三楼')
    await client.activities.save({ ...next, changeReason: '地点写错' })
    expect((await client.activities.get({ id })).finalizedAt).toBe(finalized.finalizedAt)
    expect((await client.history.of({ id })).entries[0]?.what).toBe('修改会议记录：地点写错')
  })

  test('a meeting that is not recorded yet cannot be finalized; again changes nothing', async () => {
    const { client } = open()
    const planned = await client.activities.save(meeting({ state: 'planned' }))
    expect(await client.activities.finalize(planned).catch(codeOf)).toBe('INPUT_INVALID')
    const { id, revision } = await client.activities.save(meeting())
    const first = await client.activities.finalize({ id, revision })
    expect(await client.activities.finalize({ id, revision: first.revision })).toEqual(first)
    expect(await client.activities.finalize({ id, revision }).catch(codeOf)).toBe('CHANGED_ELSEWHERE')
  })

  test('signing changes the state alone, and needs no reason', async () => {
    const { client } = open()
    const { id, revision } = await client.activities.save(meeting())
    const finalized = await client.activities.finalize({ id, revision })
    const signed = await client.activities.setState({ id, revision: finalized.revision, state: 'signed' })
    expect((await client.activities.get({ id })).state).toBe('signed')
    expect((await client.history.of({ id })).entries[0]?.what).toBe('改为已签字')
    expect(await client.activities.setState({ id, revision, state: 'toSign' }).catch(codeOf)).toBe('CHANGED_ELSEWHERE')
    expect(await client.activities.setState({ id, revision: signed.revision, state: 'signed' })).toEqual(signed)
  })
})
