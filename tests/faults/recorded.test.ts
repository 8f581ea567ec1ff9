import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createBranch } from '#main/branch/service.ts'
import { createCore } from '#main/core.ts'
import { checkLedger } from '#main/ledger/check/check.ts'
import { saveMember } from '#main/members/service.ts'
import { buildWorker } from './built-worker.ts'
import { buildLibrary, hasCompiler } from './library.ts'
import { distinct, layOut, type PowerCut } from './power-model.ts'
import { RecordedDisk, readRecording, type Survival } from './recording.ts'

// A power cut after every write, flush and naming of Node **and of SQLite**, which writes past Node: recorded below the C library's
// names and played again. What was not flushed is lost, is there, or is there in any of its sectors.

const coreOf = (ledgerDirectory: string) =>
  createCore({ ledgerDirectory, programVersion: '', pdf: null, backsUpOnClose: false, log: { error: () => {} } })

/** Numbers from 0 to 1, the same in every run (mulberry32). */
function chances(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const survivals: readonly Survival[] = ['flushed', 'kept', 'torn', 'torn']

test.skipIf(!hasCompiler)(
  'saves and an attachment: what was acknowledged is there after a power cut at any moment',
  {
    timeout: 400_000,
  },
  async () => {
    const home = mkdtempSync(join(tmpdir(), 'branch-handbook-record-'))
    onTestFinished(() => rmSync(home, { recursive: true, force: true }))
    const root = join(home, 'disk')
    mkdirSync(join(root, 'marks'), { recursive: true })
    const first = coreOf(join(root, 'ledger'))
    createBranch(first.session.create(), '某局机关第三党支部', false)
    saveMember(first.session.require(), { person: { name: '何一', declaredCategory: 'formalMember', joinedOn: '1998-06-20' } })
    await first.close()
    const source = join(home, '照片.jpg')
    writeFileSync(source, Buffer.alloc(200_000, 0x55))
    const disk = new RecordedDisk(root)

    const worker = await buildWorker('recorded-worker')
    onTestFinished(worker.remove)
    const record = join(home, 'record')
    execFileSync(process.execPath, [worker.program, join(root, 'ledger'), join(root, 'marks'), source], {
      env: { ...process.env, LD_PRELOAD: buildLibrary('recorded-calls', home), FAULT_ROOT: `${root}/`, FAULT_RECORD: record },
    })

    const acknowledged: string[] = []
    const cuts: (PowerCut & { readonly acknowledged: readonly string[] })[] = []
    const chance = chances(20_260_110)
    const steps = readRecording(record)
    for (const [index, step] of steps.entries()) {
      disk.play(step)
      if (step.path.startsWith(join(root, 'marks'))) acknowledged.push(basename(step.path))
      for (const survival of survivals)
        cuts.push({
          after: `${index} ${step.kind} ${survival}`,
          kind: survival === 'flushed' ? 'flushed' : 'names',
          disk: disk.state(survival, chance),
          acknowledged: [...acknowledged],
        })
    }
    expect(acknowledged).toHaveLength(6)
    // SQLite's own steps are among them: its journal is flushed before the ledger is touched.
    expect(steps.filter(({ kind }) => kind === 'flushed').length).toBeGreaterThan(12)

    const every = Number(process.env['FAULT_STRIDE'] ?? 12)
    const looked = distinct(cuts).filter((cut, index) => index % every === 0 || cut.after.includes('made'))
    for (const cut of looked as typeof cuts) {
      const at = mkdtempSync(join(home, 'cut-'))
      layOut(cut.disk, at)
      const core = coreOf(join(at, 'ledger'))
      const { state, detail } = core.session.open()
      expect([cut.after, state, detail]).toEqual([cut.after, 'open', {}])
      const { db, attachments } = core.session.require()
      const names = db.all<{ name: string }>('SELECT name FROM person').map(({ name }) => name)
      for (const what of cut.acknowledged.filter((each) => each.startsWith('新'))) expect(names, cut.after).toContain(what)
      expect(names, cut.after).toContain('何一')
      expect(names.length, cut.after).toBeLessThanOrEqual(1 + cut.acknowledged.filter((each) => each.startsWith('新')).length + 1)
      const files = db.all<{ sha256: string }>('SELECT sha256 FROM attachment').map(({ sha256 }) => sha256)
      for (const what of cut.acknowledged.filter((each) => each.length === 64)) expect(files, cut.after).toContain(what)
      for (const sha256 of files) expect(existsSync(attachments.pathOf(sha256)), cut.after).toBe(true)
      const { findings } = await checkLedger(core, { signal: new AbortController().signal, onProgress: () => {} })
      expect(findings.filter(({ isNote }) => !isNote).map(({ text }) => `${cut.after}: ${text}`)).toEqual([])
      await core.close()
      rmSync(at, { recursive: true, force: true })
    }
    console.info(`${steps.length} steps, ${looked.length} of ${cuts.length} states opened`)
  },
)
