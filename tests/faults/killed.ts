import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdirSync, mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'

interface Scenario {
  /** The built worker. */
  readonly program: string
  /** Where the folders of the rounds go. */
  readonly home: string
  readonly scenario: string
  /** The ledger that a copy is made of; '': none. */
  readonly from: string
  /** Milliseconds after the beginning, at most. */
  readonly longest: number
  readonly source?: string
  /** A folder beside the ledger that the scenario uses; a new one without it. */
  readonly place?: string
}

export interface Killed {
  readonly directory: string
  readonly place: string
  /** Lines that were acknowledged before the end. */
  readonly acknowledged: readonly string[]
}

/** Runs a scenario of the worker on a copy of a ledger and ends it at a random moment after it has begun. */
export async function killed({ program, home, scenario, from, longest, source = '', ...given }: Scenario): Promise<Killed> {
  const folder = mkdtempSync(join(home, `${scenario}-`))
  const directory = join(folder, 'ledger')
  const place = given.place ?? join(folder, 'place')
  if (from !== '') cpSync(from, directory, { recursive: true })
  mkdirSync(place, { recursive: true })
  const child = spawn(process.execPath, [program, scenario, directory, place, source], { stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  let errors = ''
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()))
  const exited = once(child, 'exit')
  const ready = new Promise<void>((resolveReady) => {
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString()
      if (output.startsWith('ready\n')) resolveReady()
    })
  })
  await Promise.race([ready, exited])
  await new Promise((resolvePause) => void setTimeout(resolvePause, Math.random() * longest))
  expect(child.exitCode, errors).toBeNull()
  child.kill('SIGKILL')
  await exited
  // A last line that was cut off was not acknowledged.
  return { directory, place, acknowledged: output.split('\n').slice(1, -1) }
}
