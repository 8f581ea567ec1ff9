import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createBranch } from '#main/branch/service.ts'
import { type Core, createCore } from '#main/core.ts'
import { checkLedger } from '#main/ledger/check/check.ts'
import { inProcessClient } from '#main/shells/in-process.ts'
import { fillSecrets, foundSecrets, secrets, textOfAttachment } from '../lock/secrets.ts'
import { buildWorker } from './built-worker.ts'
import { killed } from './killed.ts'

/** A tenth of all rounds: ten in the test command, more with `npm run faults`. */
const rounds = Math.max(1, Math.round(Number(process.env['FAULT_ROUNDS'] ?? 100) / 10))
const passphrases = ['晴天 walking 42', '另一个 passphrase 7']

let home = ''
let program = ''
let removeWorker = () => {}

const coreOf = (ledgerDirectory: string): Core =>
  createCore({ ledgerDirectory, programVersion: '', pdf: null, backsUpOnClose: false })

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'branch-handbook-faults-'))
  const worker = await buildWorker()
  program = worker.program
  removeWorker = worker.remove
}, 120_000)

afterAll(() => {
  removeWorker()
  rmSync(home, { recursive: true, force: true })
})

test.each([
  // The keys are made beforehand there, so that every round falls into what is written.
  ['passphrase', rounds, 400],
  ['lock', Math.ceil(rounds / 3), 5000],
] as const)(
  'passphrase set, changed, removed (%s): killed at a random moment, %i rounds; the old or the new state is whole',
  {
    timeout: Math.max(300_000, rounds * 20_000),
  },
  async (scenario, times, longest) => {
    const from = join(home, `template-${scenario}`)
    const first = coreOf(from)
    createBranch(first.session.create(), '某局机关第三党支部', false)
    const { personId, talkId, attachmentId } = await fillSecrets(first)
    await first.close()

    for (let round = 0; round < times; round++) {
      const { directory, acknowledged } = await killed({
        program,
        home,
        scenario,
        from,
        longest,
        source: passphrases.join(','),
      })
      const said = (word: string) =>
        acknowledged.filter((line) => line.startsWith(`${word} `)).map((line) => line.slice(word.length + 1))
      const core = coreOf(directory)
      try {
        expect(core.session.open().state).toBe('open')
        const client = inProcessClient(core)
        // What was acknowledged last, or what was under way.
        const possible = [said('changed').at(-1) ?? '', said('begun').at(-1) ?? '']
        const { isSet, isLocked } = await client.lock.status({})
        expect(isLocked).toBe(isSet)
        if (isSet) {
          expect(foundSecrets(directory)).toEqual([])
          const tried = await Promise.allSettled(
            [...new Set(possible)].filter((each) => each !== '').map((passphrase) => client.lock.unlock({ passphrase })),
          )
          expect(tried.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
        } else expect(possible).toContain('')

        const { idNumber, mobile, phone, address } = secrets
        expect(await client.members.unmask({ id: personId })).toEqual({ idNumber, mobile, phone, address })
        expect(await client.dossier.unseal({ id: talkId })).toEqual({ points: secrets.talk })
        expect((await client.activities.drafts({})).map(({ title }) => title)).toEqual([secrets.draft])
        expect(await textOfAttachment(core, attachmentId)).toBe(secrets.file.repeat(20_000))
        const { findings } = await checkLedger(core, { signal: new AbortController().signal, onProgress: () => {} })
        expect(findings.filter(({ isNote }) => !isNote).map(({ text }) => text)).toEqual([])
      } finally {
        await core.close()
      }
    }
  },
)
