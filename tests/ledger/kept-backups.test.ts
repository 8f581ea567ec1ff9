import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { backupReasons } from '#shared/ledger/backup-schema.ts'
import { type KeepableBackup, keptBackups } from '#shared/ledger/kept-backups.ts'
import { isMuchSmaller } from '#shared/ledger/shrinkage.ts'

const now = new Date('2026-01-10T09:00:00')
const day = 24 * 60 * 60 * 1000
const at = (daysAgo: number, reason: KeepableBackup['reason'] = 'close', schemaVersion = 2): KeepableBackup => ({
  id: `${daysAgo}-${reason}-${schemaVersion}`,
  madeAt: new Date(now.getTime() - daysAgo * day).toISOString(),
  reason,
  schemaVersion,
  number: 0,
  seq: 1,
})

const entries = fc.array(
  fc.record({
    daysAgo: fc.double({ min: -3, max: 900, noNaN: true }),
    reason: fc.constantFrom(...backupReasons),
    schemaVersion: fc.integer({ min: 1, max: 6 }),
  }),
  { maxLength: 80 },
)
const named = (made: readonly { daysAgo: number; reason: KeepableBackup['reason']; schemaVersion: number }[]) =>
  made.map(({ daysAgo, ...rest }, index) => ({ ...at(daysAgo), ...rest, id: String(index) }))

describe('backups that are kept', () => {
  test('of a backup an hour for two years: 10 last, 7 days, 4 weeks, 12 months', () => {
    const all = Array.from({ length: 730 * 24 }, (_, hour) => at(hour / 24))
    const kept = keptBackups(all, now)
    expect(kept.size).toBeGreaterThanOrEqual(10 + 6 + 2 + 10)
    expect(kept.size).toBeLessThanOrEqual(10 + 7 + 4 + 12)
    for (const entry of all.slice(0, 10)) expect(kept.has(entry.id)).toBe(true)
    // Eleven months back there is still one.
    expect(all.some((entry) => kept.has(entry.id) && entry.madeAt < '2025-03')).toBe(true)
  })

  test('those from before a migration stay for three versions', () => {
    const many = Array.from({ length: 40 }, (_, index) => at(index / 100))
    const old = [1, 2, 3, 4].map((version) => at(500 + version, 'migration', version))
    const kept = keptBackups([...many, ...old], now)
    // The first is also the newest of its month, and months are few here: only the version rule is looked at.
    for (const entry of old.slice(1)) expect(kept.has(entry.id)).toBe(true)
    const later = keptBackups([...many, ...old, ...Array.from({ length: 14 }, (_, month) => at(31 * month + 5))], now)
    expect(old.map(({ id }) => later.has(id))).toEqual([false, true, true, true])
  })

  test('a clock set back lets nothing go that it calls future', () => {
    const all = Array.from({ length: 30 }, (_, index) => at(-index - 1))
    expect(keptBackups(all, now).size).toBe(30)
  })

  test('rules that hold for every ring', () => {
    fc.assert(
      fc.property(entries, (made) => {
        const all = named(made)
        const kept = keptBackups(all, now)
        const byAge = all.toSorted((a, b) => (a.madeAt < b.madeAt ? 1 : -1))
        // Nothing invented; the newest is always there; up to ten nothing goes.
        for (const id of kept) expect(all.some((entry) => entry.id === id)).toBe(true)
        if (byAge[0]) expect(kept.has(byAge[0].id)).toBe(true)
        if (all.length <= 10) expect(kept.size).toBe(all.length)
        // Thinning what is left changes nothing: a second rotation lets nothing go.
        const again = keptBackups(
          all.filter(({ id }) => kept.has(id)),
          now,
        )
        expect([...again].toSorted()).toEqual([...kept].toSorted())
        // Bounded: what is not from before a migration or from the future is at most 33.
        const ordinary = all.filter(
          (entry) => kept.has(entry.id) && entry.reason !== 'migration' && entry.madeAt <= now.toISOString(),
        )
        expect(ordinary.length).toBeLessThanOrEqual(10 + 7 + 4 + 12)
      }),
    )
  })
})

describe('a backup much smaller than the one before', () => {
  test('is noticed from a fifth on, and never for a nearly empty ledger', () => {
    expect(isMuchSmaller({ activity: 10 }, { activity: 100 })).toBe(true)
    expect(isMuchSmaller({ activity: 79 }, { activity: 100 })).toBe(true)
    expect(isMuchSmaller({ activity: 80 }, { activity: 100 })).toBe(false)
    expect(isMuchSmaller({ activity: 0 }, { activity: 5 })).toBe(false)
    // Drafts and the search index come and go.
    expect(isMuchSmaller({ activity: 100 }, { activity: 100, draft: 500, search_text: 900 })).toBe(false)
  })
})
