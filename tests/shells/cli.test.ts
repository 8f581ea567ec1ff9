import { spawnSync } from 'node:child_process'
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { runCli } from '#main/shells/cli/run.ts'
import { temporaryFolder } from '../helpers/ledger.ts'

const samples = join(import.meta.dirname, '../fixtures/samples')
const roster = join(samples, '党员花名册-全国样式.xlsx')
const posts = join(samples, '支委会和党小组.xlsx')
const meetings = join(samples, '三会一课台账-2025.xlsx')

interface Run {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
  // The shape of each document is what the tests are about.
  readonly json: ReturnType<typeof JSON.parse>
}

/** Runs one command in `folder` with the ledger beside it. PDF is left to the tests that print. */
const cli = (folder: string, ...argv: string[]): Promise<Run> => bareCli(folder, '--ledger', 'ledger', ...argv)

/** The same with no more than the arguments given. */
async function bareCli(folder: string, ...argv: string[]): Promise<Run> {
  let stdout = ''
  let stderr = ''
  const code = await runCli(argv, {
    workingFolder: folder,
    signal: new AbortController().signal,
    stdout: (text) => {
      stdout += text
    },
    stderr: (text) => {
      stderr += text
    },
    openPrinter: () => null,
  })
  return { code, stdout, stderr, json: argv.includes('--json') ? JSON.parse(stdout) : null }
}

const record = {
  date: '2025-08-15',
  startTime: '15:00',
  endTime: '16:00',
  place: '三楼会议室',
  chair: { name: '张三' },
  parts: [{ purpose: 'committeeMeeting', title: '2025年第12次支部委员会会议', agenda: [{ title: '研究暑期学习安排' }] }],
}

describe('the year of a branch', () => {
  let folder: string
  beforeAll(async () => {
    folder = join(import.meta.dirname, `../../test-results/cli-${process.pid}`)
    rmSync(folder, { recursive: true, force: true })
    mkdirSync(folder, { recursive: true })
    expect((await cli(folder, 'init', '--name', '第三党支部', '--json')).json).toEqual({
      directory: join(folder, 'ledger'),
      name: '第三党支部',
    })
    return () => rmSync(folder, { recursive: true, force: true })
  })

  test('roster, posts and old ledger are imported with their counts', async () => {
    expect(await cli(folder, 'members', 'import', roster, '--json')).toMatchObject({ code: 0, json: { imported: 14, skipped: [] } })
    expect(await cli(folder, 'posts', 'import', posts, '--json')).toMatchObject({ code: 0, json: { imported: 14, skipped: [] } })
    expect(await cli(folder, 'activities', 'import', meetings, '--json')).toMatchObject({
      code: 0,
      json: { imported: 53, skipped: [], warnings: [] },
    })
  })

  test('the summary tells August missing, and no longer after it is saved', async () => {
    const committee = async () => {
      const { json } = await cli(folder, 'summary', '--year', '2025', '--json')
      expect(json.year).toBe(2025)
      return json.rules.find((rule: { id: string }) => rule.id === 'committee-meeting-monthly')
    }
    expect(await committee()).toMatchObject({
      due: 12,
      done: 11,
      missing: ['2025-08'],
      scope: { kind: 'branch', name: '第三党支部' },
    })
    writeFileSync(join(folder, '会议.json'), JSON.stringify(record))
    const saved = await cli(folder, 'activities', 'save', '会议.json', '--json')
    expect(saved.code).toBe(0)
    expect(saved.json).toEqual({ id: expect.stringMatching(/^[0-9a-f-]{36}$/) })
    expect(await committee()).toMatchObject({ due: 12, done: 12, missing: [] })
    const list = await cli(folder, 'activities', 'list', '--year', '2025', '--json')
    expect(list.json).toHaveLength(54)
    expect(list.json.find((line: { id: string }) => line.id === saved.json.id)).toEqual({
      id: saved.json.id,
      date: '2025-08-15',
      purposes: ['committeeMeeting'],
      title: expect.stringContaining('支部委员会会议'),
      due: 5,
      present: 5,
    })
  })

  test('minutes go where they are wanted; without a browser PDF is refused by name', async () => {
    const [line] = (await cli(folder, 'activities', 'list', '--year', '2025', '--json')).json
    const done = await cli(folder, 'minutes', line.id, '--format', 'docx', '--out', 'out/记录.docx', '--json')
    expect(done).toMatchObject({ code: 0, json: { path: join(folder, 'out/记录.docx') } })
    expect(readFileSync(join(folder, 'out/记录.docx')).subarray(0, 2).toString()).toBe('PK')
    expect(readFileSync(join(folder, 'out/记录.docx'))).toHaveLength(done.json.octets)
    const refused = await cli(folder, 'minutes', line.id, '--format', 'pdf', '--out', 'out/记录.pdf', '--json')
    expect([refused.code, refused.json.error.code]).toEqual([2, 'BROWSER_NOT_FOUND'])
    expect(existsSync(join(folder, 'out/记录.pdf'))).toBe(false)
    const unwritable = await cli(folder, 'minutes', line.id, '--format', 'html', '--out', 'ledger/ledger.sqlite/x.html', '--json')
    expect([unwritable.code, unwritable.json.error.code]).toEqual([2, 'TARGET_NOT_WRITABLE'])
    const unknown = await cli(
      folder,
      'minutes',
      '01900000-0000-7000-8000-000000000000',
      '--format',
      'html',
      '--out',
      'x.html',
      '--json',
    )
    expect([unknown.code, unknown.json.error.code]).toEqual([2, 'NOT_FOUND'])
  })

  test('a pack is written with the notice, and checked without a ledger', async () => {
    const written = await cli(folder, 'pack', 'export', '--year', '2025', '--out', 'packs', '--json')
    expect(written.code).toBe(0)
    expect(written.stderr).toContain('不含国家秘密')
    expect(readdirSync(join(folder, 'packs'))).toHaveLength(1)
    const away = temporaryFolder()
    expect(await cli(away, 'pack', 'verify', written.json.path, '--json')).toMatchObject({
      code: 0,
      json: { status: 'valid', problems: [] },
    })
    expect(existsSync(join(away, 'ledger'))).toBe(false)
    appendFileSync(join(written.json.path, 'data/00_请先打开_目录.html'), ' ')
    expect(await cli(away, 'pack', 'verify', written.json.path, '--json')).toMatchObject({
      code: 1,
      json: { status: 'damaged', problems: [{ path: 'data/00_请先打开_目录.html', problem: 'changed' }] },
    })
    expect(await cli(away, 'pack', 'verify', samples, '--json')).toMatchObject({ code: 1, json: { status: 'notABag' } })
    expect(await cli(away, 'pack', 'verify', join(away, 'none'), '--json')).toMatchObject({
      code: 2,
      json: { error: { code: 'FILE_UNREADABLE' } },
    })
  })
})

describe('refused', () => {
  test('arguments that make no sense, one JSON document with --json', async () => {
    const folder = temporaryFolder()
    const wrong = [
      [],
      ['nothing'],
      ['members'],
      ['members', 'export', 'x'],
      ['members', 'import'],
      ['members', 'import', 'a', 'b'],
      ['summary'],
      ['summary', '--year', '25'],
      ['summary', '--year', '2025', '--out', 'x'],
      ['minutes', 'x', '--format', 'odt', '--out', 'x'],
      ['init', '--unknown'],
      ['init', '--name'],
    ]
    // Arguments are looked at before a ledger is; those that only the command can judge need one.
    await cli(folder, 'init')
    for (const argv of wrong) {
      const run = await cli(folder, ...argv, '--json')
      expect([argv, run.code, run.json]).toEqual([
        argv,
        2,
        { error: { code: 'ARGUMENTS', text: expect.stringMatching(/\p{Script=Han}/u) } },
      ])
      expect(run.stdout.trim().split('\n')).toHaveLength(1)
      expect(await cli(folder, ...argv)).toMatchObject({ code: 2, stdout: '' })
    }
  })

  test('no ledger, one of another program, one that is open', async () => {
    const folder = temporaryFolder()
    expect(await cli(folder, 'summary', '--year', '2025', '--json')).toMatchObject({
      code: 2,
      json: { error: { code: 'LEDGER_NOT_FOUND' } },
    })
    expect(existsSync(join(folder, 'ledger'))).toBe(false)
    mkdirSync(join(folder, 'ledger'))
    writeFileSync(join(folder, 'ledger', 'ledger.sqlite'), 'not a ledger')
    for (const argv of [['init'], ['summary', '--year', '2025']]) {
      const foreign = await cli(folder, ...argv, '--json')
      expect(foreign).toMatchObject({ code: 2, json: { error: { code: 'LEDGER_FOREIGN' } } })
      expect(foreign.json.error.text).toContain(join(folder, 'ledger'))
    }
    expect(readFileSync(join(folder, 'ledger', 'ledger.sqlite'), 'utf8')).toBe('not a ledger')
  })

  test('an existing ledger is not made again', async () => {
    const folder = temporaryFolder()
    expect((await cli(folder, 'init')).code).toBe(0)
    expect(await cli(folder, 'init', '--json')).toMatchObject({ code: 2, json: { error: { code: 'LEDGER_EXISTS' } } })
  })

  test('files that are not what they should be', async () => {
    const folder = temporaryFolder()
    await cli(folder, 'init')
    writeFileSync(join(folder, '花名册.xlsx'), '姓名,性别')
    for (const command of [
      ['members', 'import'],
      ['posts', 'import'],
      ['activities', 'import'],
    ]) {
      const run = await cli(folder, ...command, '花名册.xlsx', '--json')
      expect(run).toMatchObject({
        code: 2,
        json: { error: { code: 'SHEET_NOT_A_WORKBOOK', text: expect.stringContaining('花名册.xlsx') } },
      })
      expect(await cli(folder, ...command, 'none.xlsx', '--json')).toMatchObject({
        code: 2,
        json: { error: { code: 'FILE_UNREADABLE' } },
      })
    }
    expect((await cli(folder, 'activities', 'list', '--year', '2025', '--json')).json).toEqual([])
  })

  test('a record that does not fit, with its fields named in Chinese', async () => {
    const folder = temporaryFolder()
    await cli(folder, 'init')
    const save = async (content: string) => {
      writeFileSync(join(folder, 'x.json'), content)
      return (await cli(folder, 'activities', 'save', 'x.json', '--json')).json.error
    }
    expect(await save('{"date":')).toMatchObject({ code: 'FILE_UNREADABLE', text: expect.stringContaining('JSON') })
    expect(await save(JSON.stringify({ ...record, date: '2025-02-30' }))).toMatchObject({
      code: 'INPUT_INVALID',
      text: expect.stringContaining('日期应为真实存在的一天'),
    })
    expect(await save(JSON.stringify({ ...record, parts: [] }))).toMatchObject({
      code: 'INPUT_INVALID',
      text: expect.stringContaining('会议内容'),
    })
  })

  test('fields that no record has are named, and the rest is saved', async () => {
    const folder = temporaryFolder()
    await cli(folder, 'init')
    const [part] = record.parts
    writeFileSync(join(folder, 'x.json'), JSON.stringify({ ...record, chiar: { name: '张三' }, parts: [{ ...part, agneda: [] }] }))
    const saved = await cli(folder, 'activities', 'save', 'x.json', '--json')
    expect(saved).toMatchObject({ code: 0, json: { id: expect.any(String) } })
    expect(saved.stderr).toContain('没有这些字段，未录入：parts.0.agneda、chiar')
    writeFileSync(join(folder, 'y.json'), JSON.stringify({ ...record, id: saved.json.id, revision: 1 }))
    const again = await cli(folder, 'activities', 'save', 'y.json', '--json')
    expect(again).toMatchObject({ code: 0, json: { id: saved.json.id } })
    expect(again.stderr).not.toContain('没有这些字段')
    expect((await cli(folder, 'activities', 'save', 'y.json', '--json')).json.error.code).toBe('CHANGED_ELSEWHERE')
  })
})

test('help names every command', async () => {
  const { code, stdout } = await cli(temporaryFolder(), '--help')
  expect(code).toBe(0)
  for (const command of [
    'init',
    'members import',
    'posts import',
    'activities import',
    'activities list',
    'activities save',
    'summary',
    'minutes',
    'pack export',
    'pack verify',
    'demo',
  ]) {
    expect(stdout).toContain(`  ${command}`)
  }
})

test('the demonstration does the whole job, and again beside what it wrote before', { timeout: 360_000 }, async () => {
  const folder = temporaryFolder()
  const first = await bareCli(folder, 'demo', '--out', 'show', '--json')
  expect(first).toMatchObject({ code: 0, json: { ledger: join(folder, 'show/ledger'), verdict: { status: 'valid' } } })
  expect(existsSync(join(folder, 'ledger'))).toBe(false)
  expect(readdirSync(join(folder, 'show')).toSorted()).toEqual(['ledger', 'minutes', 'packs'])
  expect(first.json.minutes.length).toBeGreaterThanOrEqual(4)
  for (const file of first.json.minutes) expect(existsSync(file)).toBe(true)
  const second = await bareCli(folder, 'demo', '--out', 'show', '--json')
  expect(second).toMatchObject({ code: 0, json: { ledger: join(folder, 'show/ledger-2'), verdict: { status: 'valid' } } })
  expect(second.json.pack.path).not.toBe(first.json.pack.path)
  const named = await bareCli(folder, '--ledger', 'own', 'demo', '--out', 'show', '--json')
  expect(named).toMatchObject({ code: 0, json: { ledger: join(folder, 'own'), verdict: { status: 'valid' } } })
  expect(await bareCli(folder, '--ledger', 'own', 'activities', 'list', '--year', '2025', '--json')).toMatchObject({ code: 0 })
})

test('the demonstration never goes into a ledger that is there', async () => {
  const folder = temporaryFolder()
  await bareCli(folder, '--ledger', 'own', 'init', '--name', '某支部')
  const refused = await bareCli(folder, '--ledger', 'own', 'demo', '--out', 'show', '--json')
  expect(refused).toMatchObject({ code: 2, json: { error: { code: 'LEDGER_EXISTS' } } })
  expect(await bareCli(folder, '--ledger', 'own', 'activities', 'list', '--year', '2025', '--json')).toMatchObject({
    code: 0,
    json: [],
  })
})

describe('the built program', () => {
  const built = join(import.meta.dirname, '../../dist/main/cli.js')
  const node = process.execPath

  test.skipIf(!existsSync(built))(
    'answers like the source, and refuses a ledger that another process has open',
    { timeout: 240_000 },
    async () => {
      const folder = temporaryFolder()
      const run = (...argv: string[]) => {
        // npm tells its scripts where it was called from; that is not where this program is called from.
        const env = { ...process.env, INIT_CWD: folder }
        const { status, stdout } = spawnSync(node, [built, ...argv, '--json'], { cwd: folder, env, encoding: 'utf8' })
        return { status, json: JSON.parse(stdout) as unknown }
      }
      expect(run('--ledger', 'x', 'init', '--name', '某支部')).toEqual({
        status: 0,
        json: { directory: join(folder, 'x'), name: '某支部' },
      })
      expect(run('--ledger', 'x', 'members', 'import', roster)).toMatchObject({ status: 0, json: { imported: 14 } })
      expect(run('--ledger', 'x', 'summary')).toMatchObject({ status: 2, json: { error: { code: 'ARGUMENTS' } } })

      const { openLedger } = await import('#main/ledger/open-ledger.ts')
      const { systemClock } = await import('#main/platform/clock.ts')
      const ledger = openLedger(join(folder, 'x'), systemClock, 'open')
      onTestFinished(() => ledger.close())
      expect(run('--ledger', 'x', 'summary', '--year', '2025')).toMatchObject({
        status: 2,
        json: { error: { code: 'LEDGER_IN_USE' } },
      })
    },
  )
})
