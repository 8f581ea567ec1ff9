import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { runCli } from '#main/shells/cli/run.ts'
import { temporaryFolder } from '../helpers/ledger.ts'

async function cli(folder: string, ...argv: string[]) {
  let stdout = ''
  let stderr = ''
  const code = await runCli(['--ledger', 'ledger', ...argv], {
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
  return { code, stdout, stderr }
}

const samples = join(import.meta.dirname, '../fixtures/samples')

test('due tells what wants doing as of a day', async () => {
  const folder = temporaryFolder()
  mkdirSync(folder, { recursive: true })
  await cli(folder, 'init', '--name', '第三党支部')
  await cli(folder, 'members', 'import', join(samples, '党员花名册-全国样式.xlsx'))
  await cli(folder, 'posts', 'import', join(samples, '支委会和党小组.xlsx'))
  await cli(folder, 'activities', 'import', join(samples, '三会一课台账-2025.xlsx'))
  const due = async (date: string) => {
    const { code, stdout } = await cli(folder, 'due', '--date', date, '--json')
    expect(code).toBe(0)
    return JSON.parse(stdout) as { items: { rule: string; period: string; state: string; action: string }[] }
  }
  const { items } = await due('2025-09-04')
  const august = { rule: 'committee-meeting-monthly', period: '2025-08', state: 'missing', action: 'record' }
  expect(items).toContainEqual(expect.objectContaining(august))
  expect(items).toContainEqual(expect.objectContaining({ rule: 'committee-meeting-monthly', period: '2025-09', state: 'open' }))
  expect((await due('2025-08-31')).items).toContainEqual(expect.objectContaining({ ...august, state: 'soon', action: 'prepare' }))
  const sitting = { date: '2025-08-15', parts: [{ purpose: 'committeeMeeting', title: '2025年第12次支部委员会会议' }] }
  writeFileSync(join(folder, 'august.json'), JSON.stringify(sitting))
  await cli(folder, 'activities', 'save', 'august.json')
  const after = (await due('2025-09-04')).items
  expect(after.some((item) => item.rule === august.rule && item.period === august.period)).toBe(false)

  const text = await cli(folder, 'due', '--date', '2025-09-04')
  expect(text.stdout).toContain('9月支部委员会会议待开')
  expect(await cli(folder, 'due', '--date', '2025-02-30')).toMatchObject({ code: 2, stdout: '' })
  expect((await cli(folder, 'due')).code).toBe(0)
})
