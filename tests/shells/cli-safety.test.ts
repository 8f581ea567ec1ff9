import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

// The built command line as a process of its own: what it writes, and the exit codes that scripts rely on.

const program = resolve(process.env['BRANCH_HANDBOOK_DIST'] ?? resolve(import.meta.dirname, '../../dist'), 'main', 'cli.js')
let home = ''
let ledger = ''

function cli(...argv: string[]): { readonly code: number | null; readonly json: Record<string, unknown>; readonly stderr: string } {
  const run = spawnSync(process.execPath, [program, ...argv, '--json'], {
    cwd: home,
    encoding: 'utf8',
    env: { ...process.env, HOME: home },
  })
  return { code: run.status, json: JSON.parse(run.stdout) as Record<string, unknown>, stderr: run.stderr }
}

beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'branch-handbook-cli-'))
  ledger = join(home, '数据')
  expect(cli('init', '--ledger', ledger, '--name', '某局机关第三党支部').code).toBe(0)
  const roster = resolve(import.meta.dirname, '../fixtures/samples/党员花名册-全国样式.xlsx')
  expect(cli('members', 'import', roster, '--ledger', ledger).code).toBe(0)
}, 120_000)
afterAll(() => rmSync(home, { recursive: true, force: true }))

test('backup writes exactly one new entry; restore takes it into a missing and into an empty folder; check passes', {
  timeout: 120_000,
}, () => {
  const stick = join(home, 'U盘')
  mkdirSync(stick)
  writeFileSync(join(stick, '别的文件.txt'), 'x')
  const first = cli('backup', '--out', stick, '--ledger', ledger)
  expect(first.code).toBe(0)
  expect(readdirSync(stick)).toHaveLength(2)
  expect(cli('backup', '--out', stick, '--ledger', ledger).code).toBe(0)
  expect(readdirSync(stick)).toHaveLength(3)
  expect(readFileSync(join(stick, '别的文件.txt'), 'utf8')).toBe('x')
  const path = String(first.json['path'])
  for (const name of ['没有过', '空的']) {
    const target = join(home, name)
    if (name === '空的') mkdirSync(target)
    expect(cli('restore', path, '--ledger', target)).toMatchObject({ code: 0, json: { keptAs: null } })
    expect(cli('check', '--ledger', target)).toMatchObject({ code: 0, json: { status: 'ok' } })
    expect(cli('restore', path, '--ledger', target)).toMatchObject({ code: 0 })
  }
})

test('exit codes: 1 for what a check finds, 2 for what cannot be read or makes no sense', { timeout: 120_000 }, () => {
  const damaged = join(home, '损坏')
  mkdirSync(damaged)
  writeFileSync(join(damaged, 'ledger.sqlite'), readFileSync(join(ledger, 'ledger.sqlite')).fill(0x41, 4096))
  expect(cli('check', '--ledger', damaged)).toMatchObject({ code: 1, json: { status: 'problems' } })
  expect(cli('check', '--ledger', join(home, '没有')).code).toBe(2)
  expect(existsSync(join(home, '没有'))).toBe(false)
  const cases: string[][] = [
    ['backup'],
    ['backup', '--out', join(ledger, 'ledger.sqlite')],
    ['restore'],
    ['restore', join(home, '没有')],
    ['restore', program],
    ['check', '多余'],
    ['check', '--unknown'],
    ['nonsense'],
  ]
  for (const argv of cases) {
    const { code, json, stderr } = cli(...argv, '--ledger', ledger)
    expect([argv.join(' '), code]).toEqual([argv.join(' '), 2])
    expect(json).toMatchObject({ error: { code: expect.any(String), text: expect.stringMatching(/\p{Script=Han}/u) } })
    expect(stderr).not.toMatch(/^ +at /m)
  }
  expect(cli('check', '--ledger', ledger)).toMatchObject({ code: 0 })
})

test('the log to hand over names nobody and no place', { timeout: 60_000 }, () => {
  const out = join(home, '日志.json')
  expect(cli('log', '--out', out, '--ledger', ledger)).toMatchObject({ code: 0 })
  const text = readFileSync(out, 'utf8')
  expect(text).not.toMatch(/\p{Script=Han}/u)
  expect(text).not.toContain(home)
  expect(JSON.parse(text)).toMatchObject({ kind: 'branch-handbook-log', ledger: { state: 'open' }, findings: [] })
})
