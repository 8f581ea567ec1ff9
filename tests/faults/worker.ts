import { copyFileSync, mkdirSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { addAttachment } from '#main/attachments/service.ts'
import { createCore } from '#main/core.ts'
import { makeBackup } from '#main/ledger/backup/make.ts'
import { restoreBackup } from '#main/ledger/backup/restore.ts'
import { saveMember } from '#main/members/service.ts'

// A program that does one thing over and over until it is killed. A line on standard output is an acknowledgement: what it
// names must be there afterwards. Written past Node's own buffers, which a kill would take along.

const [scenario = '', directory = '', place = '', source = ''] = process.argv.slice(2)
const say = (line: string) => void writeSync(1, `${line}\n`)

const open = (ledgerDirectory: string) => {
  const core = createCore({ ledgerDirectory, programVersion: '0.0.0-fault', pdf: null, backsUpOnClose: false })
  const { state } = core.session.open()
  if (state !== 'open') throw new Error(`the ledger is ${state}`)
  return core
}
const control = { signal: new AbortController().signal, onProgress: () => {} }

const scenarios: Record<string, () => Promise<void>> = {
  async save() {
    const core = open(directory)
    say('ready')
    for (let n = 1; ; n++) {
      const intervals = [{ kind: 'exemption' as const, value: `第${n}`, title: '', validFrom: null, validTo: null }]
      saveMember(core.session.require(), {
        person: { name: `新${n}`, declaredCategory: 'formalMember', joinedOn: '2000-07-01' },
        intervals,
      })
      say(`新${n}`)
      await new Promise((resolve) => void setImmediate(resolve))
    }
  },
  async attach() {
    const core = open(directory)
    say('ready')
    for (;;) {
      const { id } = await addAttachment(core, core.staging.fromPath(source).token, undefined)
      say(id)
    }
  },
  async import() {
    const { importRoster } = await import('#main/members/import.ts')
    const core = open(directory)
    const file = core.staging.find(core.staging.fromPath(source).token)
    say('ready')
    await importRoster(core, file)
    say('imported')
    await new Promise((resolve) => void setTimeout(resolve, 60_000))
  },
  async export() {
    // Loaded only where it is needed: the whole contract takes longer to load than most rounds take.
    const { inProcessClient } = await import('#main/shells/in-process.ts')
    const core = open(directory)
    const client = inProcessClient(core)
    const targetId = core.targets.admit(place)
    say('ready')
    for (;;) {
      for await (const event of await client.packs.export({ year: 2025, targetId, confirmed: true })) {
        if (event.type === 'result') say(event.result.path)
      }
    }
  },
  async backup() {
    const core = open(directory)
    const options = { reason: 'manual' as const, clock: core.clock, programVersion: '' }
    say('ready')
    for (;;) {
      say((await makeBackup(core.session.require(), { ...options, outside: place })).path)
      say((await makeBackup(core.session.require(), { ...options, reason: 'close' })).path)
    }
  },
  async restore() {
    const core = open(directory)
    say('ready')
    for (let n = 0; ; n++) {
      const { members } = await restoreBackup(core, join(place, n % 2 === 0 ? 'a' : 'b'), control)
      say(String(members))
    }
  },
  async passphrase() {
    const { changeKeys } = await import('#main/lock/change-keys.ts')
    const { endChange } = await import('#main/lock/sweep.ts')
    const { newLedgerKeys } = await import('#main/sealed/keys.ts')
    const { makeSlot } = await import('#main/sealed/slots.ts')
    const core = open(directory)
    const ledger = core.session.require()
    // Made beforehand: scrypt would take nearly all of the time, and nothing is written meanwhile.
    const steps = await Promise.all(
      ['', ...source.split(',')].map(async (secret) => {
        if (secret === '') return { secret, keys: null, slots: [] }
        const keys = await newLedgerKeys()
        return { secret, keys, slots: [await makeSlot('passphrase', secret, keys, '2026-01-10T01:00:00.000Z')] }
      }),
    )
    say('ready')
    for (let n = 1; ; n++) {
      const step = steps[n % steps.length]
      if (!step) throw new Error('no step')
      say(`begun ${step.secret}`)
      const replaced = await changeKeys(ledger, '口令', step.keys, step.slots)
      say(`changed ${step.secret}`)
      endChange(ledger.db, ledger.directory, replaced)
    }
  },
  async lock() {
    const { inProcessClient } = await import('#main/shells/in-process.ts')
    const core = open(directory)
    const client = inProcessClient(core)
    const secrets = ['', ...source.split(',')]
    say('ready')
    for (let n = 1; ; n++) {
      const current = secrets[(n - 1) % secrets.length] ?? ''
      const next = secrets[n % secrets.length] ?? ''
      say(`begun ${next}`)
      // As the page does it, with what scrypt costs.
      if (next === '') await client.lock.remove({ current })
      else await client.lock.set({ passphrase: next, ...(current === '' ? {} : { current }) })
      say(`changed ${next}`)
    }
  },
  async migrate() {
    say('ready')
    for (let n = 0; ; n++) {
      const folder = join(place, String(n))
      mkdirSync(folder)
      copyFileSync(source, join(folder, 'ledger.sqlite'))
      say(`begun ${n}`)
      const core = open(folder)
      say(`migrated ${n}`)
      core.session.close()
    }
  },
}

const run = scenarios[scenario]
if (!run) throw new Error(`no scenario ${scenario}`)
await run()
