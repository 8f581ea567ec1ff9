import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { addAttachment } from '#main/attachments/service.ts'
import { type Core, createCore } from '#main/core.ts'
import { makeBackup } from '#main/ledger/backup/make.ts'
import { ringEntries } from '#main/ledger/backup/manifest.ts'
import { restoreBackup } from '#main/ledger/backup/restore.ts'
import { findSource, stageSource } from '#main/ledger/backup/source.ts'
import { checkLedger } from '#main/ledger/check/check.ts'
import { createLedger } from '#main/ledger/service.ts'
import { saveMember } from '#main/members/service.ts'
import { verifyPack } from '#main/packs/verify/verify.ts'
import { migrations, schemaVersion } from '#main/platform/database/migrations.ts'
import { inProcessClient } from '#main/shells/in-process.ts'
import { temporaryFolder, testClock } from '../helpers/ledger.ts'
import { distinct, layOut, type PowerCut, watchDisk } from './power-model.ts'

// A power cut after every call by which the program writes or flushes a file: what has been acknowledged by then is
// there, and the ledger opens. What is modelled, and what is taken from SQLite's word, stands in `power-model.ts`.

const control = { signal: new AbortController().signal, onProgress: () => {} }
const oldVersions = migrations.map(({ version }) => version).filter((version) => version < schemaVersion)

const open = (ledgerDirectory: string): Core => {
  const log = {
    error: (_reference: string, error: unknown) => {
      throw error
    },
  }
  return createCore({ ledgerDirectory, programVersion: '0.0.0-test', pdf: null, backsUpOnClose: false, clock: testClock(), log })
}

/** A folder with a ledger and a place for what is written elsewhere; and the means to lay out what a cut leaves of it. */
async function scene() {
  const root = temporaryFolder()
  const directory = join(root, 'ledger')
  const place = join(root, 'place')
  mkdirSync(place)
  const source = join(temporaryFolder(), '签到表.txt')
  writeFileSync(source, '签到'.repeat(5000))
  const core = open(directory)
  onTestFinished(() => core.close())
  await createLedger(core, undefined, true)
  const attach = () => addAttachment(core, core.staging.fromPath(source).token, undefined)
  return { root, directory, place, core, attach, source }
}

/** Opens what a cut has left and looks at it; every attachment named by a row is whole. */
async function afterCut(cut: PowerCut, look: (core: Core, root: string) => Promise<void> | void) {
  const root = temporaryFolder()
  try {
    layOut(cut.disk, root)
    const core = open(join(root, 'ledger'))
    try {
      expect(core.session.open().state, `${cut.kind} after ${cut.after}`).toBe('open')
      const { findings } = await checkLedger(core, control)
      const found = findings.filter(({ isNote }) => !isNote)
      expect(
        found.map(({ text }) => text),
        `${cut.kind} after ${cut.after}`,
      ).toEqual([])
      await look(core, root)
    } finally {
      await core.close()
    }
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}

const watch = (root: string, directory: string) => {
  const model = watchDisk(root, (path) => path === join(directory, 'ledger.sqlite'))
  onTestFinished(model.stop)
  return model
}

const persons = (core: Core) => core.session.require().db.all('SELECT id FROM person').length

// Linux alone tells which file a descriptor belongs to.
describe.skipIf(process.platform !== 'linux')('a power cut at every prefix of', { timeout: 240_000 }, () => {
  test('attach: a row never names a file that is not whole, and an acknowledged one is there', async () => {
    const { root, directory, core, attach } = await scene()
    const model = watch(root, directory)
    const { id } = await attach()
    const acknowledged = model.mark('attached')
    model.stop()
    expect(model.cuts.length).toBeGreaterThan(8)
    for (const cut of distinct(model.cuts)) {
      const isAcknowledged = model.cuts.indexOf(cut) >= acknowledged
      await afterCut(cut, (later) => {
        const found = later.session.require().db.get('SELECT id FROM attachment WHERE id = ?', id)
        if (isAcknowledged) expect(found).toBeDefined()
      })
    }
    // Also the very last state, whatever the others were.
    for (const cut of model.cuts.slice(acknowledged))
      await afterCut(cut, (later) =>
        expect(later.session.require().db.get('SELECT id FROM attachment WHERE id = ?', id)).toBeDefined(),
      )
    await core.close()
  })

  test('backup, in the ring and elsewhere: one that has its name is whole, an acknowledged one is there', async () => {
    const { root, directory, place, core, attach } = await scene()
    await attach()
    const model = watch(root, directory)
    const made: { readonly at: number; readonly path: string }[] = []
    for (const outside of [undefined, place]) {
      const { path } = await makeBackup(core.session.require(), {
        reason: 'manual',
        clock: core.clock,
        programVersion: '',
        control,
        ...(outside ? { outside } : {}),
      })
      made.push({ at: model.mark('backed up'), path: path.slice(root.length) })
    }
    model.stop()
    const cuts = distinct(model.cuts)
    expect(cuts.length).toBeGreaterThan(10)
    for (const cut of [...cuts, ...made.flatMap(({ at }) => model.cuts.slice(at, at + 2))]) {
      const at = model.cuts.indexOf(cut)
      await afterCut(cut, (later, here) => {
        const outside = existsSync(join(here, 'place'))
          ? readdirSync(join(here, 'place')).map((name) => join(here, 'place', name))
          : []
        const named = [...ringEntries(later.session.directory).map(({ path }) => path), ...outside]
        for (const path of named.filter((name) => !name.endsWith('.in-progress') && existsSync(join(name, 'ledger.sqlite')))) {
          const { counts, attachments } = stageSource(findSource(path), join(here, 'staged'))
          expect(counts['person']).toBe(persons(later))
          if (path.startsWith(join(here, 'place')))
            for (const { sha256, octets } of attachments)
              expect(readFileSync(join(path, 'attachments', sha256.slice(0, 2), sha256)).length, cut.after).toBe(octets)
        }
        for (const backup of made) if (at >= backup.at) expect(named).toContain(join(here, backup.path))
      })
    }
  })

  test('export: a pack that has its name is whole, an acknowledged one is there', async () => {
    const { root, directory, place, core } = await scene()
    const model = watch(place, directory)
    const client = inProcessClient(core)
    const targetId = core.targets.admit(place)
    let name = ''
    for await (const event of await client.packs.export({ year: 2025, targetId, confirmed: true, kind: 'exchange' }))
      if (event.type === 'result') name = event.result.name
    const acknowledged = model.mark('exported')
    model.stop()
    expect(root).not.toBe('')
    const cuts = distinct(model.cuts)
    expect(cuts.length).toBeGreaterThan(10)
    // Until it has its name nothing is claimed; looked at are the states around the renaming, and a sample of those before.
    const near = cuts.filter(
      (cut, index) => index % 10 === 0 || [...cut.disk.keys()].some((path) => !path.includes('.in-progress')),
    )
    for (const cut of [...near, ...model.cuts.slice(acknowledged)]) {
      const here = mkdtempSync(join(temporaryFolder(), 'cut-'))
      layOut(cut.disk, here)
      const named = readdirSync(here).filter((each) => !each.endsWith('.in-progress'))
      for (const each of named)
        expect((await verifyPack(join(here, each), control)).status, `${cut.kind} after ${cut.after}`).toBe('valid')
      if (model.cuts.indexOf(cut) >= acknowledged) expect(named).toEqual([name])
      rmSync(here, { recursive: true, force: true })
    }
  })

  test('restore: the one ledger or the other, and the new one once it was acknowledged', async () => {
    const { root, directory, core, attach } = await scene()
    await attach()
    const options = { reason: 'manual' as const, clock: core.clock, programVersion: '', outside: temporaryFolder() }
    const { path } = await makeBackup(core.session.require(), options)
    const before = persons(core)
    saveMember(core.session.require(), { person: { name: '何庚', declaredCategory: 'formalMember', joinedOn: '1998-06-20' } })
    rmSync(join(directory, 'attachments'), { recursive: true })
    const model = watch(root, directory)
    await restoreBackup(core, path, control)
    const acknowledged = model.mark('restored')
    model.stop()
    const cuts = distinct(model.cuts)
    expect(cuts.length).toBeGreaterThan(10)
    for (const cut of [...cuts, ...model.cuts.slice(acknowledged)]) {
      const isAcknowledged = model.cuts.indexOf(cut) >= acknowledged
      const at = temporaryFolder()
      layOut(cut.disk, at)
      const later = open(join(at, 'ledger'))
      expect(later.session.open().state, `${cut.kind} after ${cut.after}`).toBe('open')
      expect(isAcknowledged ? [before] : [before, before + 1], `${cut.kind} after ${cut.after}`).toContain(persons(later))
      // The attachments were lost before: they are back as soon as the ledger that was restored is.
      const parts = (await checkLedger(later, control)).findings.filter(({ isNote }) => !isNote).map(({ part }) => part)
      expect(persons(later) === before ? parts : parts.filter((part) => part !== 'attachments')).toEqual([])
      await later.close()
      rmSync(at, { recursive: true, force: true })
    }
  })

  test.each(oldVersions)(
    'migrate from version %i: the old ledger or the new one, never without a copy of the old',
    async (version) => {
      const root = temporaryFolder()
      const directory = join(root, 'ledger')
      mkdirSync(directory)
      copyFileSync(resolve(import.meta.dirname, `../fixtures/ledgers/v${version}.sqlite`), join(directory, 'ledger.sqlite'))
      const model = watch(root, directory)
      const core = open(directory)
      expect(core.session.open().state).toBe('open')
      model.mark('migrated')
      model.stop()
      const count = persons(core)
      await core.close()
      for (const cut of [...distinct(model.cuts), ...model.cuts.slice(-2)]) {
        const at = temporaryFolder()
        layOut(cut.disk, at)
        const later = open(join(at, 'ledger'))
        expect(later.session.open().state, `${cut.kind} after ${cut.after}`).toBe('open')
        expect(persons(later)).toBe(count)
        expect(ringEntries(join(at, 'ledger')).some(({ manifest }) => manifest.reason === 'migration')).toBe(true)
        await later.close()
        rmSync(at, { recursive: true, force: true })
      }
    },
  )
})
