import { readdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { makePlace } from '../helpers/browser-app.ts'
import { attackCalls } from './envelopes.ts'
import { openHttpShell } from './http-shell.ts'
import type { KnownValues } from './inputs.ts'
import { type Answer, complaintAbout } from './judge.ts'
import { peakMemory } from './memory.ts'
import { openPortShell } from './port-shell.ts'
import { procedures } from './procedures.ts'

// The built program, attacked over both its transports. Every procedure of the contract takes part, with inputs made from
// its own schema. Everything happens in a data folder and a home of the test's own.

/** Calls over each of the two transports; `ATTACK_CALLS` and `ATTACK_SEED` set others. */
const count = Number(process.env['ATTACK_CALLS'] ?? 5_000)
const seed = Number(process.env['ATTACK_SEED'] ?? 20_260_110)
const samples = resolve(import.meta.dirname, '../fixtures/samples')
/** Most memory that the process may ever have had; exports of a whole year are among the calls. */
const limit = 512 * 1024 ** 2

type Call = (path: string, body: string) => Promise<Answer>

const result = async (call: Call, path: string, input: unknown): Promise<unknown> => {
  const { status, body } = await call(path, JSON.stringify({ json: input }))
  expect([path, status]).toEqual([path, 200])
  return body
}

const idsIn = (value: unknown, found: Set<string> = new Set()): Set<string> => {
  if (typeof value === 'string' && /^[0-9a-f]{8}-[0-9a-f]{4}-7/.test(value)) found.add(value)
  else if (typeof value === 'object' && value !== null) for (const inner of Object.values(value)) idsIn(inner, found)
  return found
}

/** Makes a branch of a roster and a year's meetings, and finds out what a caller could know of it. */
async function settle(call: Call, stage: (file: string) => Promise<string>, folder: string): Promise<KnownValues> {
  await result(call, '/ledger/create', { name: '某局机关第三党支部' })
  await result(call, '/members/import', { file: await stage(join(samples, '党员花名册-全国样式.xlsx')) })
  await result(call, '/activities/import', { file: await stage(join(samples, '三会一课台账-2025.xlsx')) })
  const lists: [string, unknown][] = [
    ['/members/all', {}],
    ['/activities/list', { year: 2025 }],
    ['/dossier/list', { year: 2025 }],
  ]
  const found = await Promise.all(lists.map(([path, input]) => result(call, path, input)))
  const idsOf = found.map((list) => [...idsIn(list)].slice(0, 8))
  const ids = idsOf.flat()
  const targets = (await result(call, '/packs/targets', {})) as { id: string; path: string }[]
  const rules = (await result(call, '/obligations/rules', { year: 2025 })) as { rules: { id: string }[] }
  const files = await Promise.all([...readdirSync(samples).map((name) => join(samples, name)), ...strangeFiles(folder)].map(stage))
  return {
    ids,
    byFeature: Object.fromEntries(lists.map(([path], index) => [path.split('/')[1], idsOf[index] ?? []])),
    byField: {
      // Only what lies in the test's own home may be written to.
      targetId: targets.filter(({ path }) => path.startsWith(folder)).map(({ id }) => id),
      file: files,
      ruleId: rules.rules.slice(0, 10).map(({ id }) => id),
      period: ['2025', '2025-Q2', '2025-06', '2025-H1'],
    },
  }
}

/** Files that are not what they say. */
function strangeFiles(folder: string): string[] {
  const contents: Record<string, string> = {
    '名册.xlsx': 'PK\u0003\u0004这不是工作簿',
    '台账.csv': '姓名,日期\n"=cmd|calc",2025-02-30\n"未闭合',
    '规则.json': '{"rules":[{"id":"__proto__"}]}',
    '记录.docx': '<html>',
    '空.xls': '',
  }
  return Object.entries(contents).map(([name, content]) => {
    const file = join(folder, name)
    writeFileSync(file, content)
    return file
  })
}

/** Sends all of them, two at a time as a page does; answers what was wrong with the answers, and how many were results. */
async function attack(call: Call, known: KnownValues): Promise<{ readonly complaints: string[]; readonly results: number }> {
  const calls = attackCalls(count, known, seed)
  const complaints: string[] = []
  let results = 0
  let next = 0
  const worker = async () => {
    for (let at = next++; at < calls.length; at = next++) {
      const { path, body } = calls[at] as (typeof calls)[number]
      const complaint = await call(path, body).then(
        (answer) => {
          if (answer.status === 200) results += 1
          return complaintAbout(answer)
        },
        (error: unknown) => `no answer: ${String(error)}`,
      )
      if (complaint !== null) complaints.push(`${complaint} ← ${path} ${body.slice(0, 600)}`)
    }
  }
  await Promise.all(Array.from({ length: 2 }, worker))
  return { complaints, results }
}

/** The process is there, answers as before, and has never had more memory than it may. */
async function expectUnharmed(call: Call, pid: number): Promise<void> {
  const status = (await result(call, '/ledger/status', {})) as { state: string }
  expect(['open', 'notFound']).toContain(status.state)
  const peak = peakMemory(pid)
  if (peak !== null) expect(peak).toBeLessThan(limit)
  console.info(`peak memory: ${peak === null ? 'not known here' : `${Math.round(peak / 1024 ** 2)} MB`}`)
}

describe(`${procedures.length} procedures under attack, ${count} calls over each transport (seed ${seed})`, {
  timeout: 600_000,
}, () => {
  test('over HTTP, as the browser shell serves them', async () => {
    const place = makePlace()
    onTestFinished(place.remove)
    const shell = await openHttpShell(place)
    onTestFinished(shell.app.stop)
    const known = await settle(shell.call, shell.stage, place.folder)
    const { complaints, results } = await attack(shell.call, known)
    expect(complaints, shell.app.output().slice(-2000)).toEqual([])
    // Not only refusals: enough got through to the rules behind the schemas.
    expect(results).toBeGreaterThan(count / 5)
    await expectUnharmed(shell.call, shell.app.pid)
  })

  test('over the port of the Electron shell', async () => {
    const place = makePlace()
    onTestFinished(place.remove)
    const shell = await openPortShell(place)
    onTestFinished(shell.stop)
    const known = await settle(shell.call, shell.stage, place.folder)
    const { complaints, results } = await attack(shell.call, known)
    expect(complaints, shell.output().slice(-2000)).toEqual([])
    expect(results).toBeGreaterThan(count / 5)
    expect(shell.isAlive).toBe(true)
    await expectUnharmed(shell.call, shell.pid)
  })
})
