import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { inProcessClient } from '#main/shells/in-process.ts'
import { talkRecord } from '#shared/documents/papers/talk-record.ts'
import { documentText } from '#shared/documents/plain-text.ts'
import { squeezed } from '../documents/sample-branch.ts'
import { testClock } from '../helpers/ledger.ts'
import { sampleBranch } from '../helpers/sample-branch.ts'

const sealed = {
  reasonNote: '近期外出任务较多',
  points: [
    '一、了解近期工作和学习情况，本人反映外勤时间长，集中学习参加较少。',
    '二、听取对支部工作的意见：希望学习材料提前发放，允许在外补学。',
    '三、提出希望：注意身体，保证学时。',
  ].join('\n'),
  agreed: '由党小组组长每周转送学习材料；下月末前完成补学。',
}

async function withTalk() {
  const { core, ledger } = sampleBranch({ clock: testClock('2025-12-25') })
  const client = inProcessClient(core)
  const { members } = await client.members.roster({ date: '2025-06-24' })
  const who = (name: string, role: string) => {
    const found = members.find((member) => member.name === name)
    if (!found) throw new Error(name)
    return { personId: found.personId, name, role }
  }
  const { id } = await client.dossier.save({
    kind: 'heartToHeartTalk',
    date: '2025-06-24',
    title: '',
    people: [who('张三', 'talker'), who('陈丙', 'partner')],
    content: { reason: 'regular', time: '16:00', place: '502办公室' },
    sealed,
  })
  const textOf = (token: string) => new TextDecoder().decode(core.outbox.find(token).content)
  return { client, ledger, id, members, textOf }
}

describe('papers of talks', () => {
  test('the record reads as the sample', async () => {
    const { client, id, members } = await withTalk()
    const sample = readFileSync(join(import.meta.dirname, '../documents/talk-record.txt'), 'utf8')
    expect(squeezed(documentText(talkRecord(await client.dossier.get({ id }), members, sealed)))).toBe(squeezed(sample))
  })

  test('what was said is printed on request alone, and that is logged; the register says nothing of it', async () => {
    const { client, ledger, id, textOf } = await withTalk()
    const register = await client.documents.makeTalkRegister({ year: 2025, format: 'html' })
    expect(textOf(register.token)).toContain('委员与党员')
    expect(textOf(register.token)).not.toMatch(/外勤|外出任务|日常谈话|补学/u)
    const plain = await client.documents.makeRecord({ id, format: 'html' })
    expect(textOf(plain.token)).not.toMatch(/外勤|外出任务|补学/u)
    expect(ledger.db.all('SELECT what FROM access_log')).toEqual([])
    const record = await client.documents.makeTalkRecord({ id, format: 'html' })
    expect(textOf(record.token)).toContain('本人反映外勤时间长')
    expect(ledger.db.all('SELECT what, owner_id FROM access_log')).toEqual([{ what: '查看谈心谈话内容', owner_id: id }])
  })

  test('a year without talks has no register, and another record is no talk', async () => {
    const { client } = await withTalk()
    await expect(client.documents.makeTalkRegister({ year: 2024, format: 'html' })).rejects.toMatchObject({ code: 'PAPER_NOTHING' })
    const { id } = await client.dossier.save({ kind: 'annualPlan', date: '2025-01-10', title: '2025年工作计划' })
    await expect(client.documents.makeTalkRecord({ id, format: 'html' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})
