import { copyFileSync, cpSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Core, createCore } from '#main/core.ts'
import { inspectLedgerFile } from '#main/ledger/backup/inspect.ts'
import { ringEntries } from '#main/ledger/backup/manifest.ts'
import { findSource } from '#main/ledger/backup/source.ts'
import { checkLedger } from '#main/ledger/check/check.ts'
import { verifyPack } from '#main/packs/verify/verify.ts'
import { sha256OfFile } from '#main/platform/files/content-store.ts'
import { type InProcessClient, inProcessClient } from '#main/shells/in-process.ts'
import { errorCodes } from '#shared/kernel/errors.ts'
import { type Fault, faults, openDisk } from './disk.ts'
import { openSmallDisk } from './small-disk.ts'

// Does one thing again and again on a disk that fails at its first call, at its second, and so on until nothing fails any more, or
// on one that is full but for one block, for two, and so on until it is done;
// after each time the disk is well again, and it is looked at what is there. Every round is a line of JSON on standard output.

const { values } = parseArgs({
  options: {
    scenario: { type: 'string', default: '' },
    fault: { type: 'string', default: '' },
    /** Folder on the failing disk, and the file that says when it fails; without one it is a small disk that fills up. */
    root: { type: 'string', default: '' },
    control: { type: 'string', default: '' },
    /** A ledger, a backup with one person less, a file that is taken in. */
    from: { type: 'string', default: '' },
    backup: { type: 'string', default: '' },
    source: { type: 'string', default: '' },
    /** Every how-manyth call fails. */
    stride: { type: 'string', default: '1' },
  },
})

/** What a round leaves: how many people, attachments, and everything that is not as it should be. */
interface Round {
  readonly core: Core
  readonly client: InProcessClient
  readonly directory: string
  readonly place: string
}

interface Scenario {
  /** Answers what it acknowledges. */
  attempt(round: Round): Promise<string>
  /** Problems of what is there afterwards. `acknowledged`: null when it was refused. */
  look(round: Round, acknowledged: string | null): Promise<string[]> | string[]
  /** Whether it was done, for what acknowledges nothing. */
  isDone?(round: Round): boolean
}

const control = { signal: new AbortController().signal, onProgress: () => {} }

async function resultOf<T>(task: AsyncIterable<{ type: 'progress' } | { type: 'result'; result: T }>): Promise<T> {
  let result: T | undefined
  for await (const event of task) if (event.type === 'result') result = event.result
  if (result === undefined) throw new Error('a task without a result')
  return result
}

const count = ({ core }: Round, table: string, where = '1') =>
  core.session.require().db.all(`SELECT id FROM ${table} WHERE ${where}`).length

const isOneOf = (what: string, found: number, allowed: readonly number[]) =>
  allowed.includes(found) ? [] : [`${what}: ${found} instead of ${allowed.join(' or ')}`]

const finished = (folder: string) =>
  (existsSync(folder) ? readdirSync(folder) : []).filter((name) => !name.endsWith('.in-progress')).map((name) => join(folder, name))

/** People of the ledger and of the backup that is restored. */
const people = 4

const scenarios: Record<string, Scenario> = {
  save: {
    async attempt({ client }) {
      const intervals = [{ kind: 'exemption' as const, value: '长期外出', title: '', validFrom: null, validTo: null }]
      const person = { name: '新党员', declaredCategory: 'formalMember' as const, joinedOn: '2000-07-01' }
      return (await client.members.save({ person, intervals, sealed: { mobile: '10000000001' } })).person.id
    },
    look(round, acknowledged) {
      const found = count(round, 'person', "name = '新党员'")
      return [
        ...isOneOf('saved', found, acknowledged === null ? [0, 1] : [1]),
        ...isOneOf('intervals', count(round, 'member_interval', "value = '长期外出'"), [found]),
        ...isOneOf('memberships', count(round, 'membership'), [people + found]),
      ]
    },
  },
  attach: {
    async attempt({ core, client }) {
      return (await client.attachments.add({ file: core.staging.fromPath(values.source).token })).id
    },
    look(round, acknowledged) {
      return isOneOf('attachments', count(round, 'attachment'), acknowledged === null ? [1, 2] : [2])
    },
  },
  import: {
    async attempt({ core, client }) {
      return String((await client.members.import({ file: core.staging.fromPath(values.source).token })).imported)
    },
    look(round, acknowledged) {
      const all = people + Number(acknowledged ?? 14)
      return isOneOf('imported', count(round, 'person'), acknowledged === null ? [people, all] : [all])
    },
  },
  export: {
    async attempt({ core, client, place }) {
      const targetId = core.targets.admit(place)
      return (await resultOf(await client.packs.export({ year: 2025, targetId, confirmed: true, kind: 'exchange' }))).path
    },
    async look({ place }, acknowledged) {
      const states = await Promise.all(finished(place).map(async (path) => (await verifyPack(path, control)).status))
      return [
        ...states.filter((status) => status !== 'valid').map((status) => `a pack that is ${status}`),
        ...(acknowledged === null || existsSync(acknowledged) ? [] : ['the pack is gone']),
      ]
    },
  },
  backup: {
    async attempt({ core, client, place }) {
      return (await resultOf(await client.ledger.backup({ targetId: core.targets.admit(place) }))).path
    },
    async look({ place }, acknowledged) {
      const problems: string[] = []
      for (const path of finished(place)) {
        const { counts, attachments } = inspectLedgerFile(findSource(path).file)
        problems.push(...isOneOf('people in the backup', counts['person'] ?? 0, [people]))
        for (const { sha256 } of attachments)
          if ((await sha256OfFile(join(path, 'attachments', sha256.slice(0, 2), sha256))) !== sha256)
            problems.push('a spoilt attachment')
      }
      return [...problems, ...(acknowledged === null || existsSync(acknowledged) ? [] : ['the backup is gone'])]
    },
  },
  ring: {
    async attempt({ core }) {
      // What closing does with a ledger that has changed; it never stops the closing.
      await core.close()
      return ''
    },
    isDone: ({ directory }) => ringEntries(directory).length > 0,
    look({ directory }) {
      return ringEntries(directory).flatMap(({ path }) =>
        isOneOf('people in the ring', inspectLedgerFile(findSource(path).file).counts['person'] ?? 0, [people]),
      )
    },
  },
  restore: {
    async attempt({ core, client }) {
      return String((await resultOf(await client.ledger.restore({ targetId: core.targets.admit(values.backup) }))).members)
    },
    look(round, acknowledged) {
      const before = people - 1
      return isOneOf('people', count(round, 'person'), acknowledged === null ? [before, people] : [before])
    },
  },
  migrate: {
    async attempt({ core }) {
      const { state } = core.session.open()
      if (state !== 'open') throw Object.assign(new Error(state), { code: state })
      return state
    },
    look(round) {
      const kept = ringEntries(round.directory).some(({ manifest }) => manifest.reason === 'migration')
      return [...isOneOf('people', count(round, 'person'), [5]), ...(kept ? [] : ['no copy of the old ledger'])]
    },
  },
}

const states = ['damaged', 'diskError', 'noSpace', 'readOnly', 'migrationFailed', 'foreign']

function begin(number: number): Round {
  const home = join(values.root, String(number))
  const directory = join(home, 'ledger')
  const place = join(home, 'place')
  mkdirSync(place, { recursive: true })
  if (values.scenario === 'migrate') {
    mkdirSync(directory)
    copyFileSync(values.from, join(directory, 'ledger.sqlite'))
  } else cpSync(values.from, directory, { recursive: true })
  return openAt(directory, place, values.scenario === 'ring')
}

function openAt(directory: string, place: string, backsUpOnClose: boolean): Round {
  const core = createCore({
    ledgerDirectory: directory,
    programVersion: '0.0.0-fault',
    pdf: null,
    backsUpOnClose,
    log: { error: () => {} },
  })
  return { core, client: inProcessClient(core), directory, place }
}

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : String(error))

/** A disk that fails in this round and is well again afterwards; answers how many calls have failed, as far as that is known. */
function diskOf(fault: Fault | undefined): { fail(number: number): void; mend(): number | null; close(): void } {
  if (!fault) {
    const disk = openSmallDisk(values.root)
    return { fail: disk.fill, mend: () => (disk.clear(), null), close: () => undefined }
  }
  const disk = openDisk(values.control)
  return { fail: (number) => disk.fail(fault, number), mend: disk.mend, close: disk.close }
}

async function play(scenario: Scenario, fault: Fault | undefined, number: number): Promise<boolean> {
  const disk = diskOf(fault)
  const problems: string[] = []
  let acknowledged: string | null = null
  let code = ''
  const round = begin(number)
  if (values.scenario !== 'migrate') round.core.session.open()
  disk.fail(number)
  try {
    acknowledged = await scenario.attempt(round)
  } catch (error) {
    code = codeOf(error)
    if (![...errorCodes, ...states].includes(code))
      problems.push(`untyped: ${(error as Error).stack}${String((error as Error).cause)}`)
  }
  const mended = disk.mend()
  // The program lives on, and can be closed.
  await round.client.ledger.status({}).catch((error: unknown) => problems.push(`no answer: ${String(error)}`))
  await round.core.close().catch((error: unknown) => problems.push(`not closed: ${String(error)}`))

  const later = openAt(round.directory, round.place, false)
  let present = false
  let isDone = acknowledged !== null
  try {
    const { state, detail } = later.core.session.open()
    if (state !== 'open') problems.push(`afterwards ${state} ${JSON.stringify(detail)}`)
    else {
      // A ledger of the fixtures comes without the file of its one attachment; its backup has none either.
      const namesItsAttachment = ({ part, text }: { readonly part: string; readonly text: string }) =>
        part === 'attachments' || text.endsWith('备份中缺少附件：1 个')
      const isBare = values.scenario === 'migrate'
      const { findings } = await checkLedger(later.core, control)
      problems.push(
        ...findings.filter((finding) => !finding.isNote && !(isBare && namesItsAttachment(finding))).map(({ text }) => text),
      )
      problems.push(...(await scenario.look(later, acknowledged)))
      isDone = isDone && (scenario.isDone?.(later) ?? true)
      present = acknowledged === null && (await scenario.look(later, '0')).length === 0
    }
  } catch (error) {
    problems.push(`afterwards: ${error instanceof Error ? error.stack : String(error)}`)
  } finally {
    await later.core.close()
    disk.close()
  }
  const failed = mended ?? (isDone ? 0 : 1)
  console.log(JSON.stringify({ number, failed, code, isAcknowledged: acknowledged !== null, present, problems }))
  rmSync(join(values.root, String(number)), { recursive: true, force: true })
  return failed > 0
}

const scenario = scenarios[values.scenario]
const fault = faults.find(({ name }) => name === values.fault)
if (!scenario || (values.control !== '' && !fault))
  throw new Error(`no ${values.scenario} or ${values.fault} (${basename(values.source)})`)
for (let number = 1; await play(scenario, fault, number); ) number += Number(values.stride)
