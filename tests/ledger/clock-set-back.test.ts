import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Core } from '#main/core.ts'
import { backupOnClose } from '#main/ledger/backup/automatic.ts'
import { ringEntries } from '#main/ledger/backup/manifest.ts'
import { lockWhenIdle } from '#main/lock/service.ts'
import { inProcessClient } from '#main/shells/in-process.ts'
import { type KeepableBackup, keptBackups } from '#shared/ledger/kept-backups.ts'
import { temporaryFolder, testClock, testCore } from '../helpers/ledger.ts'
import { sampleBranch } from '../helpers/sample-branch.ts'

// An office PC with an empty battery starts in 2020; somebody types the wrong year, and another puts it right.

function begun(day = '2026-01-10') {
  const clock = testClock(day)
  const { core } = sampleBranch({ clock })
  return { clock, core, client: inProcessClient(core), directory: core.session.directory }
}

const meeting = (place: string) => ({
  date: '2026-01-09',
  place,
  parts: [{ purpose: 'generalMeeting' as const, title: '第一季度支部党员大会' }],
})

async function closed(core: Core) {
  await backupOnClose(core)
  core.session.close()
  expect(core.session.open().state).toBe('open')
}

const members = (core: Core) => ringEntries(core.session.directory).map(({ manifest }) => manifest.counts['person'])

describe('a clock that was set back', () => {
  test('keeps nobody from saving; the history tells changes in the order in which they were made', async () => {
    const { client, clock } = begun()
    const first = await client.activities.save(meeting('一楼'))
    clock.set('2020-01-01')
    const { parts } = await client.activities.get({ id: first.id })
    await client.activities.save({
      ...meeting('二楼'),
      id: first.id,
      revision: first.revision,
      parts: [{ ...meeting('').parts[0], id: parts[0]?.id } as never],
    })
    expect((await client.activities.get({ id: first.id })).place).toBe('二楼')
    const { entries } = await client.history.of({ id: first.id })
    expect(entries.map(({ what, at }) => [what, at.slice(0, 4)])).toEqual([
      ['修改会议记录', '2020'],
      ['保存会议记录', '2026'],
    ])
    const recent = await client.history.recent({ limit: 2 })
    expect(recent.map(({ what }) => what)).toEqual(['修改会议记录', '保存会议记录'])
    for await (const event of await client.ledger.check({}))
      if (event.type === 'result') expect(event.result.findings.map(({ text }) => text)).toEqual([])
  })

  test('is said at the opening, and no longer when it is right again', () => {
    const { core, clock } = begun()
    const warningsOn = (day: string) => {
      core.session.close()
      clock.set(day)
      return core.session.open().warnings
    }
    // Another time zone is no reason.
    expect(warningsOn('2026-01-09')).toEqual([])
    expect(warningsOn('2020-01-01')).toEqual(['clockBehind'])
    expect(warningsOn('2026-01-10')).toEqual([])
  })

  test('a draft of then is kept and found', async () => {
    const { client, clock } = begun()
    clock.set('2020-01-01')
    const draft = { id: '0198a000-0000-7000-8000-00000000000a', activityId: null, title: '主题党日', content: '{"a":1}' }
    await client.activities.keepDraft(draft)
    await client.activities.keepDraft({ ...draft, content: '{"a":2}' })
    expect(await client.activities.drafts({})).toMatchObject([
      { ...draft, content: '{"a":2}', savedAt: expect.stringMatching(/^20(19|20)/) },
    ])
  })

  test('the last backup is the last that was made, and one without a change is not made twice', async () => {
    const { core, client, clock } = begun()
    await closed(core)
    clock.set('2020-01-01')
    const person = { declaredCategory: 'formalMember' as const, joinedOn: '1998-06-20' }
    await client.members.save({ person: { name: '何庚', ...person } })
    await closed(core)
    expect(members(core)).toEqual([15, 14])
    await closed(core)
    expect(members(core)).toHaveLength(2)
    expect((await client.ledger.backups({})).map((backup) => backup.members)).toEqual([15, 14])
    // Right again: what was made under the wrong date is neither the newest nor lost.
    clock.set('2026-01-12')
    await client.members.save({ person: { name: '何辛', ...person } })
    await closed(core)
    expect(members(core)).toEqual([16, 15, 14])
  })

  test('a much smaller ledger is compared with the last backup, whatever its date', async () => {
    const { core, client, clock } = begun()
    clock.set('2020-01-01')
    await closed(core)
    core.session.require().db.exec('PRAGMA foreign_keys=OFF; DELETE FROM history_payload; DELETE FROM history; DELETE FROM person')
    await closed(core)
    expect((await client.ledger.safety({})).isShrunk).toBe(true)
  })

  test('a backup on a stick under a date to come does not silence the reminder', async () => {
    const { core, client, clock } = begun('2026-01-10')
    clock.set('2099-01-01')
    const targetId = core.targets.admit(temporaryFolder())
    for await (const _ of await client.ledger.backup({ targetId }));
    clock.set('2026-01-11')
    expect((await client.ledger.safety({})).needsOutside).toBe(true)
    for await (const _ of await client.ledger.backup({ targetId }));
    expect((await client.ledger.safety({})).needsOutside).toBe(false)
  })

  test('a restore under a wrong date keeps what was there, and it comes back', async () => {
    const { core, client, clock, directory } = begun()
    await closed(core)
    clock.set('2020-01-01')
    await client.members.save({ person: { name: '何庚', declaredCategory: 'formalMember', joinedOn: '1998-06-20' } })
    const [before] = await client.ledger.backups({})
    for await (const _ of await client.ledger.restore({ backupId: before?.id ?? '' }));
    expect(await client.members.all({})).toHaveLength(14)
    const kept = ringEntries(directory)[0]
    expect(kept?.manifest).toMatchObject({ reason: 'restore', counts: { person: 15 } })
    for await (const _ of await client.ledger.restore({ backupId: kept?.id ?? '' }));
    expect(await client.members.all({})).toHaveLength(15)
  })

  test('the lock closes all the same, and a wrong passphrase waits seconds, not years', async () => {
    const { core, client, clock } = begun()
    await client.lock.set({ passphrase: '晴天 walking 42' })
    await client.lock.setIdle({ minutes: 5 })
    clock.set('2020-01-01')
    lockWhenIdle(core)
    expect((await client.lock.status({})).isLocked).toBe(false)
    clock.pass(6)
    lockWhenIdle(core)
    expect((await client.lock.status({})).isLocked).toBe(true)
    for (let attempt = 0; attempt < 4; attempt++)
      await expect(client.lock.unlock({ passphrase: '不是这个口令' })).rejects.toMatchObject({ code: 'PASSPHRASE_WRONG' })
    clock.set('2010-01-01')
    expect((await client.lock.status({})).waitSeconds).toBeLessThanOrEqual(2)
    clock.pass(1)
    await client.lock.unlock({ passphrase: '晴天 walking 42' })
  })

  test('a new ledger can be made and opened again at any date', async () => {
    const clock = testClock('2000-02-29')
    const core = testCore({ clock })
    await inProcessClient(core).ledger.create({ name: '某局机关第三党支部' })
    clock.set('1999-12-31')
    core.session.close()
    expect(core.session.open().state).toBe('open')
  })
})

test('a ring whose clock jumps: the ten that were made last are always there, and it stays small', () => {
  const day = 24 * 60 * 60 * 1000
  // Days by which the clock moves before each backup; mostly forward.
  const jumps = fc.array(
    fc.oneof({ weight: 9, arbitrary: fc.double({ min: 0, max: 3, noNaN: true }) }, fc.integer({ min: -2000, max: 800 })),
    {
      minLength: 1,
      maxLength: 90,
    },
  )
  fc.assert(
    fc.property(jumps, (moves) => {
      let now = Date.parse('2026-01-10T01:00:00Z')
      let ring: KeepableBackup[] = []
      let all: KeepableBackup[] = []
      for (const [index, move] of moves.entries()) {
        now += move * day
        const madeAt = new Date(now).toISOString()
        const made = { id: String(index), number: index + 1, madeAt, reason: 'close' as const, schemaVersion: 4, seq: index }
        all = [...all, made]
        const kept = keptBackups([...ring, made], new Date(now))
        ring = [...ring, made].filter(({ id }) => kept.has(id))
        const future = all.filter((entry) => Date.parse(entry.madeAt) > now)
        // What is dated later than now stays, beside the ten last of the others.
        const past = all.filter((entry) => Date.parse(entry.madeAt) <= now)
        for (const { id } of past.slice(-10)) if (!ring.some((entry) => entry.id === id)) throw new Error(`lost ${id} at ${index}`)
        expect(ring.length).toBeLessThanOrEqual(33 + future.length)
      }
    }),
  )
})
