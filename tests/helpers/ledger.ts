import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { createBranch } from '#main/branch/service.ts'
import { type Core, createCore } from '#main/core.ts'
import type { OpenLedger } from '#main/ledger/open-ledger.ts'
import type { Clock } from '#main/platform/clock.ts'

/** A folder that is gone after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'branch-handbook-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A clock that a test moves: forward time goes by, backward somebody has set it back. */
export function testClock(day = '2026-01-10'): Clock & { set(day: string): void; pass(minutes: number): void } {
  let now = new Date(`${day}T09:00:00`)
  let elapsed = 0
  const moveTo = (next: Date) => {
    elapsed += Math.max(0, next.getTime() - now.getTime())
    now = next
  }
  return {
    now: () => now,
    elapsed: () => elapsed,
    set: (next) => moveTo(new Date(`${next}T09:00:00`)),
    pass: (minutes) => moveTo(new Date(now.getTime() + minutes * 60_000)),
  }
}

/** A program over a new folder, its ledger not yet opened. */
export function testCore(options: { directory?: string; clock?: Clock; backsUpOnClose?: boolean } = {}): Core {
  const core = createCore({
    ledgerDirectory: options.directory ?? join(temporaryFolder(), '支部手册'),
    programVersion: '0.0.0-test',
    pdf: null,
    backsUpOnClose: options.backsUpOnClose ?? false,
    clock: options.clock ?? testClock(),
    log: {
      error: (_reference, error) => {
        throw error
      },
    },
  })
  onTestFinished(() => core.close())
  return core
}

/** A program with an open ledger that has a branch and nothing else. */
export function openTestLedger(options: { clock?: Clock } = {}): { core: Core; ledger: OpenLedger } {
  const core = testCore(options)
  const ledger = core.session.create()
  createBranch(ledger, '某局机关第三党支部', false)
  return { core, ledger }
}

/** Every row of every table, for comparing a ledger before and after. */
export function dumpLedger(ledger: OpenLedger): Record<string, unknown[]> {
  const tables = ledger.db.all<{ name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
  return Object.fromEntries(tables.map(({ name }) => [name, ledger.db.all(`SELECT * FROM "${name}"`)]))
}
