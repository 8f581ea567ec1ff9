import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { runCli } from '#main/shells/cli/run.ts'
import { temporaryFolder } from '../helpers/ledger.ts'

const samples = join(import.meta.dirname, '../fixtures/samples')

/** Runs one command in `folder`; its one JSON document and its exit code. */
async function cli(
  folder: string,
  ...argv: string[]
): Promise<{ code: number; json: ReturnType<typeof JSON.parse>; text: string }> {
  let text = ''
  const code = await runCli(['--ledger', 'ledger', ...argv], {
    workingFolder: folder,
    signal: new AbortController().signal,
    stdout: (piece) => {
      text += piece
    },
    stderr: () => {},
    openPrinter: () => null,
  })
  return { code, json: argv.includes('--json') ? JSON.parse(text) : null, text }
}

async function sampleYear(): Promise<string> {
  const folder = temporaryFolder()
  await cli(folder, 'init', '--name', '第三党支部')
  await cli(folder, 'members', 'import', join(samples, '党员花名册-全国样式.xlsx'))
  await cli(folder, 'posts', 'import', join(samples, '支委会和党小组.xlsx'))
  await cli(folder, 'activities', 'import', join(samples, '三会一课台账-2025.xlsx'))
  return folder
}

describe('search', () => {
  test('prints records and persons with what was found', async () => {
    const folder = await sampleYear()
    const { code, json } = await cli(folder, 'search', '转正', '--json')
    expect(code).toBe(0)
    expect(json.length).toBeGreaterThan(0)
    for (const hit of json) {
      expect(Object.keys(hit)).toEqual(['id', 'title', 'date', 'snippet'])
      expect(`${hit.title}${hit.snippet}`).toContain('转正')
    }
    expect((await cli(folder, 'search', 'zs', '--json')).json[0]).toMatchObject({ title: '张三', date: '' })
    expect(await cli(folder, 'search', '绝无此语', '--json')).toMatchObject({ code: 0, json: [] })
    expect((await cli(folder, 'search', '绝无此语')).text).toBe('没有找到\n')
    expect((await cli(folder, 'search', '--json')).code).toBe(2)
  })
})

describe('inspect', () => {
  test('prints the real gaps of the sample year, and a contradiction when there is one', async () => {
    const folder = await sampleYear()
    const { code, json } = await cli(folder, 'inspect', '--year', '2025', '--json')
    expect(code).toBe(0)
    const texts = json.findings.map((finding: { kind: string; text: string }) => `${finding.kind} ${finding.text}`).join('\n')
    expect(texts).toContain('missing 2025年支部委员会会议：8月未记录')
    expect(texts).not.toMatch(/restDay|overlap|twoPlaces|absentActs|sharedText|unsigned|overdue/)
    const record = {
      date: '2025-08-16',
      state: 'signed',
      chair: { name: '赵六' },
      parts: [{ purpose: 'committeeMeeting', title: '第12次支委会', absentees: [{ name: '赵六', reason: 'sickLeave' }] }],
    }
    writeFileSync(join(folder, '会议.json'), JSON.stringify(record))
    const { id } = (await cli(folder, 'activities', 'save', '会议.json', '--json')).json
    const found = (await cli(folder, 'inspect', '--year', '2025', '--json')).json.findings
    expect(
      found.filter(({ records }: { records: string[] }) => records.includes(id)).map(({ kind }: { kind: string }) => kind),
    ).toEqual(['restDay', 'absentActs'])
    expect((await cli(folder, 'inspect', '--json')).code).toBe(2)
  })
})

describe('report', () => {
  test('writes the working ledger of a year or a half, and the papers of the duty report', async () => {
    const folder = await sampleYear()
    for (const [kind, file] of [
      ['year', '台账.xlsx'],
      ['half', '上半年.docx'],
      ['duty', '述职.html'],
    ] as const) {
      const { code, json } = await cli(folder, 'report', '--year', '2025', '--kind', kind, '--out', file, '--json')
      expect([code, json.path, json.octets > 1_000]).toEqual([0, join(folder, file), true])
    }
    expect(readFileSync(join(folder, '述职.html'), 'utf8')).toContain('述职数据表')
    expect((await cli(folder, 'report', '--year', '2025', '--kind', 'duty', '--out', '述职.xlsx', '--json')).code).toBe(2)
    expect((await cli(folder, 'report', '--year', '2025', '--out', '台账.txt', '--json')).code).toBe(2)
  })
})
