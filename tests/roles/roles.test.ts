import * as xlsx from '@e965/xlsx'
import { call } from '@orpc/server'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readRosterHistory } from '#main/members/read.ts'
import { router } from '#main/router.ts'
import { inProcessClient } from '#main/shells/in-process.ts'
import type { Dossier } from '#shared/dossier/schema.ts'
import { personHours, wishShare } from '#shared/roles/registers.ts'
import { testClock } from '../helpers/ledger.ts'
import { sampleBranch } from '../helpers/sample-branch.ts'

const open = () => {
  const branch = sampleBranch({ clock: testClock('2025-12-31') })
  const client = inProcessClient(branch.core)
  const members = readRosterHistory(branch.ledger).persons
  const as = (role: string, ...names: string[]) =>
    names.map((name) => ({ name, role, personId: members.find((each) => each.name === name)?.id ?? null }))
  return { ...branch, client, as }
}

describe('作用发挥 of a year', () => {
  it('counts from its records: hours, share of those who reported, share of wishes done', async () => {
    const { client, as } = open()
    await client.dossier.save({
      kind: 'volunteerService',
      date: '2025-03-05',
      title: '环境整治',
      people: as('member', '张三', '李四'),
      content: { hours: 1.5 },
    })
    await client.dossier.save({
      kind: 'communityDay',
      date: '2025-10-24',
      title: '报到',
      people: as('member', '王五'),
      content: { community: '某社区', hours: 2 },
    })
    await client.dossier.save({ kind: 'microWish', date: '2025-07-18', title: '', status: 'done', content: { wish: '修灯' } })
    await client.dossier.save({ kind: 'microWish', date: '2025-07-19', title: '', content: { wish: '修门' } })
    const { figures } = await client.roles.overview({ year: 2025 })
    const value = (label: string) => figures.find((each) => each.label === label)?.value
    expect(value('志愿服务和回家日')).toBe('2次，5小时')
    // 14 members, one of whom nothing is asked.
    expect(value('回家日报到率')).toBe('7.7%（1/13人）')
    expect(value('微心愿完成率')).toBe('50%（1/2个）')
  })

  it('has the meetings that a leader attended in the table of contacts, each once', async () => {
    const { client, as } = open()
    await client.dossier.save({
      kind: 'contactVisit',
      date: '2025-11-05',
      title: '调研',
      people: as('leader', '方壬'),
      content: { post: '党组成员', sort: 'visit' },
    })
    const parts = [{ purpose: 'generalMeeting' as const, title: '支部党员大会' }]
    await client.activities.save({
      date: '2025-06-27',
      parts,
      invitees: [
        { name: '方壬', role: '党组成员' },
        { name: '别人', role: '来访' },
      ],
    })
    await client.activities.save({ date: '2025-11-05', parts, invitees: [{ name: '方壬', role: '党组成员' }] })
    const { rows, sources, total } = await client.roles.register({ year: 2025, key: 'contacts' })
    expect(sources.map(({ type }) => type).toSorted()).toEqual(
      rows.map((row) => (row[3] === '列席会议' ? 'activity' : 'dossier')).toSorted(),
    )
    expect(rows.map((cells) => [cells[0], cells[3]])).toEqual([
      ['2025年6月27日', '列席会议'],
      ['2025年11月5日', '到支部调研'],
    ])
    expect(total).toBe('合计2次')
  })

  it('is an XLSX in which a text that begins with = stays a text', async () => {
    const { client, core } = open()
    await client.dossier.save({ kind: 'microWish', date: '2025-07-18', title: '', content: { wish: '=1+1' } })
    const { token, fileName } = await client.documents.makeRegister({ year: 2025, register: 'wishes', format: 'xlsx' })
    expect(fileName).toBe('某局机关第三党支部2025年微心愿台账.xlsx')
    const book = xlsx.read(core.outbox.find(token).content)
    const cells = Object.values(book.Sheets[book.SheetNames[0] ?? ''] ?? {}) as { v?: unknown; f?: string }[]
    expect(cells.find(({ v }) => v === '=1+1')).toBeDefined()
    expect(cells.some(({ f }) => f !== undefined)).toBe(false)
  })

  it('hours and shares never leave what can be', () => {
    const record = fc.record({ hours: fc.option(fc.integer({ min: 0, max: 48 })), people: fc.nat(20), done: fc.boolean() })
    fc.assert(
      fc.property(fc.array(record, { maxLength: 30 }), (given) => {
        const records = given.map(
          ({ hours, people, done }) =>
            ({
              status: done ? 'done' : 'claimed',
              content: hours === null ? {} : { hours: hours / 2 },
              people: Array.from({ length: people }, () => ({})),
            }) as unknown as Dossier,
        )
        const half = given.reduce((sum, { hours, people }) => sum + (hours ?? 0) * people, 0)
        expect(personHours(records)).toBe(half / 2)
        const { claimed, done, percent } = wishShare(records)
        expect(done <= claimed).toBe(true)
        expect(percent === null ? claimed === 0 : percent >= 0 && percent <= 100).toBe(true)
      }),
    )
  })
})

describe('a campaign', () => {
  it('gathers dated records and sittings under its name, and makes one report', async () => {
    const { client, core } = open()
    const tags = ['作风建设提升年']
    const { id } = await client.dossier.save({
      kind: 'honour',
      date: '2025-07-01',
      title: '先进',
      tags,
      content: { level: 'unit', awardedTo: 'branch' },
    })
    const { id: activityId } = await client.activities.save({
      date: '2025-03-05',
      tags,
      parts: [{ purpose: 'themedPartyDay', title: '3月主题党日' }],
    })
    await client.activities.save({ date: '2025-04-05', parts: [{ purpose: 'themedPartyDay', title: '4月主题党日' }] })
    expect(await client.roles.campaigns({})).toEqual([{ name: '作风建设提升年', count: 2 }])
    const { records, sittings } = await client.roles.campaign({ name: '作风建设提升年' })
    expect([records.map((each) => each.id), sittings.map((each) => each.id)]).toEqual([[id], [activityId]])
    expect((await client.activities.get({ id: activityId })).tags).toEqual(tags)
    const { token } = await client.documents.makeCampaign({ name: '作风建设提升年', format: 'html' })
    const html = new TextDecoder().decode(core.outbox.find(token).content)
    expect(html.indexOf('3月主题党日')).toBeLessThan(html.indexOf('先进'))
    await expect(
      call(router.documents.makeCampaign, { name: '没有', format: 'html' }, { context: { core } }),
    ).rejects.toMatchObject({ code: 'PAPER_NOTHING' })
  })
})
