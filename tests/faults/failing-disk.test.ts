import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addAttachment } from '#main/attachments/service.ts'
import { createBranch } from '#main/branch/service.ts'
import { createCore } from '#main/core.ts'
import { makeBackup } from '#main/ledger/backup/make.ts'
import { saveMember } from '#main/members/service.ts'
import { buildWorker } from './built-worker.ts'
import { faults, makeControl } from './disk.ts'
import { buildLibrary, hasCompiler } from './library.ts'
import { hasSmallDisk, onSmallDisk } from './small-disk.ts'

// The program on a disk that is full, errs once, or breaks down, at every single call by which Node or SQLite uses it. The calls
// fail below the C library's names (`failing-calls.c`), so that SQLite's own steps are among them.

/** Every how-manyth step of a kind of fault is tried; `npm run faults` tries all. An error of the device is met at every read as well. */
const strideOf = (fault: string) => Number(process.env['FAULT_STRIDE'] ?? { full: 7, room: 5 }[fault] ?? 29)
const samples = resolve(import.meta.dirname, '../fixtures/samples')
const ledgers = resolve(import.meta.dirname, '../fixtures/ledgers')

let home = ''
let program = ''
let library = ''
let removeWorker = () => {}
const place = (name: string) => join(home, name)

beforeAll(async () => {
  if (!hasCompiler && !hasSmallDisk) return
  home = mkdtempSync(join(tmpdir(), 'branch-handbook-disk-'))
  if (hasCompiler) library = buildLibrary('failing-calls', home)
  const worker = await buildWorker('failing-worker')
  program = worker.program
  removeWorker = worker.remove
  writeFileSync(place('签到表.txt'), '签到'.repeat(20_000))
  writeFileSync(place('照片.jpg'), Buffer.alloc(300_000, 0x55))
  const core = createCore({ ledgerDirectory: place('ledger'), programVersion: '', pdf: null, backsUpOnClose: false })
  createBranch(core.session.create(), '某局机关第三党支部', false)
  const add = (name: string) =>
    saveMember(core.session.require(), { person: { name, declaredCategory: 'formalMember', joinedOn: '1998-06-20' } })
  for (const name of ['何一', '吕二', '施三']) add(name)
  await addAttachment(core, core.staging.fromPath(place('签到表.txt')).token, undefined)
  mkdirSync(place('outside'))
  const options = { reason: 'manual' as const, clock: core.clock, programVersion: '', outside: place('outside') }
  backup = (await makeBackup(core.session.require(), options)).path
  add('孔四')
  await core.close()
}, 120_000)
let backup = ''

afterAll(() => {
  removeWorker()
  if (home !== '') rmSync(home, { recursive: true, force: true })
})

interface Options {
  /** The ledger that is copied; the template without it. */
  readonly from?: string
  /** A file that is taken in. */
  readonly source?: string
}

interface Round {
  readonly number: number
  readonly failed: number
  readonly code: string
  readonly isAcknowledged: boolean
  readonly problems: readonly string[]
}

/** Every round of a scenario under a fault, one process for all of them. */
async function rounds(scenario: string, fault: string, options: Options): Promise<Round[]> {
  const root = mkdtempSync(place(`${scenario}-`))
  const control = fault === 'room' ? '' : `${root}.control`
  if (control !== '') makeControl(control)
  const given = {
    scenario,
    fault,
    root,
    control,
    from: options.from ?? place('ledger'),
    backup,
    source: options.source ?? '',
    stride: String(strideOf(fault)),
  }
  const argv = [program, ...Object.entries(given).map(([name, value]) => `--${name}=${value}`)]
  const [command, all] = control === '' ? onSmallDisk(root, process.execPath, argv) : [process.execPath, argv]
  const failing = control === '' ? {} : { LD_PRELOAD: library, FAULT_ROOT: `${root}/`, FAULT_CONTROL: control }
  const child = spawn(command, all, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...failing, NODE_NO_WARNINGS: '1' },
  })
  let output = ''
  let errors = ''
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()))
  const [code] = (await once(child, 'close')) as [number]
  expect([code, errors]).toEqual([0, ''])
  return output
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Round)
}

const scenarios: [name: string, options: Options][] = [
  ['save', {}],
  ['attach', { source: '照片.jpg' }],
  ['import', { source: join(samples, '党员花名册-全国样式.xlsx') }],
  ['export', {}],
  ['backup', {}],
  ['ring', {}],
  ['restore', {}],
  ['migrate', { from: join(ledgers, 'v1.sqlite') }],
]

/** What may be said of a disk that is full, and of one that errs; a code is the cause, or what came of it on another disk. */
const said = {
  full: ['', 'LEDGER_NO_SPACE', 'TARGET_NO_SPACE', 'noSpace'],
  errs: ['', 'LEDGER_DISK_ERROR', 'BACKUP_FAILED', 'TARGET_NOT_WRITABLE', 'diskError'],
}

async function expectSound(scenario: string, fault: string, options: Options): Promise<void> {
  const source = options.source === '照片.jpg' ? place('照片.jpg') : options.source
  const all = await rounds(scenario, fault, { ...options, ...(source ? { source } : {}) })
  expect(all.flatMap(({ number, code, problems }) => problems.map((problem) => `${number} ${code}: ${problem}`))).toEqual([])
  // The last one met no fault.
  expect(all.at(-1)).toMatchObject({ failed: 0, isAcknowledged: true })
  const codes = [...new Set(all.map(({ code }) => code))]
  console.info(`${scenario} ${fault}: ${all.length} rounds; ${codes.join(' ')}`)
  const known = ['full', 'room'].includes(fault) ? said.full : said.errs
  expect(codes.filter((code) => !known.includes(code))).toEqual([])
}

describe.skipIf(!hasCompiler)('a disk that fails at every step of', { timeout: 600_000 }, () => {
  for (const [scenario, options] of scenarios)
    for (const { name } of faults) test(`${scenario}: ${name}`, async () => await expectSound(scenario, name, options))
})

describe.skipIf(!hasSmallDisk)(
  'a small disk with room for less than all of (needs the right to mount)',
  { timeout: 600_000 },
  () => {
    for (const [scenario, options] of scenarios) test(scenario, async () => await expectSound(scenario, 'room', options))
  },
)
