/**
 * How fast a pack is taken in: its files against plain `cp` and `sha256sum`, its rows against better-sqlite3 keeping the same lines
 * as text in one transaction.
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { createCore } from '../../main/core.ts'
import { createLedger } from '../../main/ledger/service.ts'
import { inProcessClient } from '../../main/shells/in-process.ts'
import { copied, eachMib, filesOf, type Measured, makePhoto, measured, rate, report, summed } from './measured.ts'

const total = Number(process.argv[2] ?? 1024)
/** Files of one sitting. */
const perSitting = 16
/** Sittings of the packs with rows alone: a year of a branch, and many years. */
const sizes = [70, 1000]

async function openBranch(ledgerDirectory: string) {
  const core = createCore({ ledgerDirectory, programVersion: '', pdf: null, backsUpOnClose: false, log: { error: () => {} } })
  await createLedger(core, '某支部', false)
  const client = inProcessClient(core)
  const save = async (at: number) => {
    const date = `2025-${String((at % 12) + 1).padStart(2, '0')}-${String((at % 28) + 1).padStart(2, '0')}`
    const agenda = [{ title: '学习文件', content: [{ kind: 'text' as const, text: '集体学习，交流讨论。'.repeat(60) }] }]
    return await client.activities.save({ date, parts: [{ purpose: 'committeeMeeting', title: `第${at + 1}次会议`, agenda }] })
  }
  const exported = async (targetPath: string) => {
    mkdirSync(targetPath)
    const targetId = core.targets.admit(targetPath)
    for await (const event of await client.packs.export({ year: 2025, kind: 'exchange', targetId, confirmed: true }))
      if (event.type === 'result') return event.result.path
    throw new Error('no pack')
  }
  const taken = (path: string) => async () => {
    for await (const event of await client.packs.import({ targetId: core.targets.admit(path) })) if (event.type === 'result') return
    throw new Error('nothing was taken in')
  }
  return { core, client, save, exported, taken }
}

/** The same lines as text, in one transaction, flushed as the ledger flushes. */
function keepAsText(file: string, pack: string): number {
  const records = join(pack, 'data/records')
  const lines = readdirSync(records)
    .filter((name) => name.endsWith('.jsonl'))
    .flatMap((name) => readFileSync(join(records, name), 'utf8').split('\n').filter(Boolean))
  const db = new Database(file)
  db.pragma('journal_mode = DELETE')
  db.pragma('synchronous = EXTRA')
  db.exec('CREATE TABLE line (id INTEGER PRIMARY KEY, text TEXT) STRICT')
  const insert = db.prepare('INSERT INTO line (text) VALUES (?)')
  db.transaction(() => {
    for (const line of lines) insert.run(line)
  })()
  db.close()
  return lines.length
}

/** Takes a pack into an empty ledger, in a process of its own: memory is what this alone needs. */
function takenIn(what: string, ledger: string, pack: string): Measured {
  const answer = execFileSync(process.execPath, [process.argv[1] ?? '', 'take', what, ledger, pack], { encoding: 'utf8' })
  return JSON.parse(answer) as Measured
}

async function take(what: string, ledger: string, pack: string): Promise<void> {
  const { core, taken } = await openBranch(ledger)
  console.log(JSON.stringify(await measured(what, taken(pack))))
  await core.close()
}

async function compare(folder: string): Promise<void> {
  const source = join(folder, 'source')
  for (const name of ['source', 'cp']) mkdirSync(join(folder, name))
  const photos = filesOf(source, Math.ceil(total / eachMib))
  const size = photos.length * eachMib
  const first = await openBranch(join(folder, 'first'))
  let activityId = ''
  for (const [index, photo] of photos.entries()) {
    makePhoto(photo, index)
    if (index % perSitting === 0) activityId = (await first.save(index / perSitting)).id
    await first.client.attachments.add({ file: first.core.staging.fromPath(photo).token, activityId })
    rmSync(photo)
  }
  const pack = await first.exported(join(folder, 'pack'))
  await first.core.close()
  const cp = await copied(pack, join(folder, 'cp'))
  const sum = await summed(pack)
  const files = takenIn('import, files', join(folder, 'second'), pack)
  // A pack is checked whole before the first row is written; then each file is copied and hashed.
  report(files, rate(size, files), cp.seconds + 2 * sum.seconds, 'plain tools')

  for (const sittings of sizes) await compareRows(join(folder, String(sittings)), sittings)
}

async function compareRows(folder: string, sittings: number): Promise<void> {
  mkdirSync(folder)
  const source = await openBranch(join(folder, 'source'))
  for (let at = 0; at < sittings; at++) await source.save(at)
  const rows = await source.exported(join(folder, 'rows'))
  await source.core.close()
  const whole = takenIn('import, rows', join(folder, 'taken'), rows)
  let lines = 0
  const plain = await measured('insert', () => {
    lines = keepAsText(join(folder, 'plain.sqlite'), rows)
  })
  report(whole, `${sittings} sittings, ${lines} lines in ${whole.seconds.toFixed(1)} s`, plain.seconds, 'plain inserts')
}

const [mode, ...given] = process.argv.slice(2)
if (mode === 'take') {
  const [what = '', ledger = '', pack = ''] = given
  await take(what, ledger, pack)
} else {
  const folder = mkdtempSync(join(tmpdir(), 'branch-handbook-bench-'))
  try {
    await compare(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
