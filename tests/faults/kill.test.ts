import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { importActivities } from '#main/activities/import.ts'
import { addAttachment } from '#main/attachments/service.ts'
import { createBranch } from '#main/branch/service.ts'
import { type Core, createCore } from '#main/core.ts'
import { inspectLedgerFile } from '#main/ledger/backup/inspect.ts'
import { makeBackup } from '#main/ledger/backup/make.ts'
import { ringEntries } from '#main/ledger/backup/manifest.ts'
import { findSource } from '#main/ledger/backup/source.ts'
import { checkLedger } from '#main/ledger/check/check.ts'
import { importRoster } from '#main/members/import.ts'
import { saveMember } from '#main/members/service.ts'
import { verifyPack } from '#main/packs/verify/verify.ts'
import { migrations, schemaVersion } from '#main/platform/database/migrations.ts'
import { buildWorker } from './built-worker.ts'
import { type Killed, killed as killedIn } from './killed.ts'

/** Rounds of all scenarios together; `npm run faults -- --rounds N` sets another number. */
const rounds = Number(process.env['FAULT_ROUNDS'] ?? 100)
const samples = resolve(import.meta.dirname, '../fixtures/samples')
const roster = join(samples, '党员花名册-全国样式.xlsx')
/** A ledger of every version that has been left behind. */
const oldLedgers = migrations
  .filter(({ version }) => version < schemaVersion)
  .map(({ version }) => resolve(import.meta.dirname, `../fixtures/ledgers/v${version}.sqlite`))
const control = { signal: new AbortController().signal, onProgress: () => {} }

let home = ''
let program = ''
let removeWorker = () => {}
/** A ledger with people, meetings and an attachment; another with nobody in it; two backups with 14 and 15 more people. */
let template = ''
let empty = ''
let backups = ''
let attachment = ''

const openCore = (ledgerDirectory: string): Core => {
  const core = createCore({ ledgerDirectory, programVersion: '0.0.0-test', pdf: null, backsUpOnClose: false })
  expect(core.session.open().state).toBe('open')
  return core
}

const member = (core: Core, name: string) =>
  saveMember(core.session.require(), { person: { name, declaredCategory: 'formalMember', joinedOn: '1998-06-20' } })

const staged = (core: Core, file: string) => core.staging.find(core.staging.fromPath(file).token)

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'branch-handbook-faults-'))
  const worker = await buildWorker()
  program = worker.program
  removeWorker = worker.remove
  attachment = join(home, '照片.jpg')
  writeFileSync(attachment, Buffer.alloc(700_000, 0x55))
  empty = join(home, 'empty')
  template = join(home, 'template')
  backups = join(home, 'backups')
  mkdirSync(backups)
  for (const directory of [empty, template]) {
    const core = createCore({ ledgerDirectory: directory, programVersion: '', pdf: null, backsUpOnClose: false })
    createBranch(core.session.create(), '某局机关第三党支部', false)
    if (directory === template) {
      await importRoster(core, staged(core, roster))
      await importActivities(core, staged(core, join(samples, '三会一课台账-2025.xlsx')))
      for (const [index, name] of ['a', 'b'].entries()) {
        await addAttachment(core, core.staging.fromPath(attachment).token, undefined)
        member(core, `第${index}`)
        const { path } = await makeBackup(core.session.require(), {
          reason: 'manual',
          clock: core.clock,
          programVersion: '',
          outside: backups,
        })
        cpSync(path, join(backups, name), { recursive: true })
      }
    }
    await core.close()
  }
}, 120_000)

afterAll(() => {
  removeWorker()
  rmSync(home, { recursive: true, force: true })
})

/** Runs a scenario on a copy of a ledger and ends it at a random moment after it has begun. */
const killed = (scenario: string, from: string, longest: number, source = ''): Promise<Killed> =>
  killedIn({ program, home, scenario, from, longest, source, ...(scenario === 'restore' ? { place: backups } : {}) })

/** Opens what is left: integrity_check runs because the end was unclean; then everything else is checked too. */
async function reopened(directory: string, look: (core: Core) => Promise<void> | void, isBare = false): Promise<void> {
  const core = openCore(directory)
  try {
    const { findings } = await checkLedger(core, control)
    // The ledger of an old version is a file alone: its attachments were never there.
    const looked = findings.filter(({ isNote, part }) => !isNote && !(isBare && (part === 'attachments' || part === 'backups')))
    expect(looked.map(({ text }) => text)).toEqual([])
    await look(core)
  } finally {
    await core.close()
  }
}

const persons = (core: Core) =>
  core.session
    .require()
    .db.all<{ name: string }>('SELECT name FROM person')
    .map(({ name }) => name)

/** Rounds of one scenario; its share of all of them. */
function repeat(share: number, round: (done: number) => Promise<void>): () => Promise<void> {
  return async () => {
    for (let done = 0; done < Math.max(1, Math.round((rounds * share) / 100)); done++) await round(done)
  }
}

describe(`killed at a random moment, ${rounds} rounds`, { timeout: Math.max(300_000, rounds * 15_000) }, () => {
  test(
    'save: what was acknowledged is there, with all its rows; at most one more',
    repeat(30, async () => {
      const { directory, acknowledged } = await killed('save', template, 120)
      await reopened(directory, (core) => {
        const added = persons(core).filter((name) => name.startsWith('新'))
        for (const name of acknowledged) expect(added).toContain(name)
        expect(added.length).toBeLessThanOrEqual(acknowledged.length + 1)
        const intervals = core.session
          .require()
          .db.all("SELECT id FROM member_interval WHERE value LIKE '第%' AND kind = 'exemption'")
        expect(intervals).toHaveLength(added.length)
      })
    }),
  )

  test(
    'attach: a row never names a file that is not whole',
    repeat(15, async () => {
      const { directory, acknowledged } = await killed('attach', template, 120, attachment)
      await reopened(directory, (core) => {
        const ids = core.session
          .require()
          .db.all<{ id: string }>('SELECT id FROM attachment')
          .map(({ id }) => id)
        for (const id of acknowledged) expect(ids).toContain(id)
        expect(readdirSync(join(directory, 'attachments')).filter((name) => name.endsWith('.part'))).toEqual([])
      })
    }),
  )

  test(
    'import: all of it or nothing',
    repeat(10, async () => {
      const { directory, acknowledged } = await killed('import', empty, 250, roster)
      await reopened(directory, async (core) => {
        const before = persons(core).length
        if (acknowledged.includes('imported')) expect(before).toBeGreaterThan(0)
        // Imported once more, the whole list is there: nothing half-way stood in the way.
        await importRoster(core, staged(core, roster))
        if (before > 0) expect(persons(core)).toHaveLength(before)
        else expect(persons(core).length).toBeGreaterThan(0)
      })
    }),
  )

  test(
    'export: a pack that has its name is whole',
    repeat(10, async () => {
      const { directory, place, acknowledged } = await killed('export', template, 900)
      for (const name of readdirSync(place)) {
        if (name.endsWith('.in-progress')) continue
        expect((await verifyPack(join(place, name), control)).status).toBe('valid')
      }
      for (const path of acknowledged) expect(existsSync(path)).toBe(true)
      await reopened(directory, () => {})
    }),
  )

  test(
    'backup: one that has its name is whole',
    repeat(15, async () => {
      const { directory, place, acknowledged } = await killed('backup', template, 300)
      const named = [...readdirSync(place).map((name) => join(place, name)), ...ringEntries(directory).map(({ path }) => path)]
      for (const path of named.filter((name) => !name.endsWith('.in-progress'))) {
        expect(inspectLedgerFile(findSource(path).file).counts['person']).toBeGreaterThan(0)
      }
      for (const path of acknowledged) expect(named).toContain(path)
      await reopened(directory, () => {})
    }),
  )

  test(
    'restore: the one ledger or the other',
    repeat(10, async () => {
      const { directory, acknowledged } = await killed('restore', template, 700)
      const sizes = ['a', 'b'].map((name) => inspectLedgerFile(join(backups, name, 'ledger.sqlite')).counts['person'])
      await reopened(directory, (core) => {
        expect(sizes).toContain(persons(core).length)
        // The last acknowledged one, or the one that was under way.
        if (acknowledged.length > 0) expect(sizes).toContain(Number(acknowledged.at(-1)))
        expect(readdirSync(directory)).not.toContain('restore-pending.json')
      })
    }),
  )

  test(
    'migrate, from every version in turn: the old ledger or the new one, and the new one at the next start',
    repeat(10, async (done) => {
      const { place, acknowledged } = await killed('migrate', '', 300, oldLedgers[done % oldLedgers.length])
      const begun = acknowledged.filter((line) => line.startsWith('begun')).length
      // The last two: the one under way, and the one before it.
      for (let n = Math.max(0, begun - 2); n < begun; n++) {
        await reopened(
          join(place, String(n)),
          (core) => {
            expect(core.session.require().db.get('PRAGMA user_version')).toEqual({ user_version: schemaVersion })
            expect(persons(core)).toHaveLength(5)
          },
          true,
        )
      }
    }),
  )
})
