import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { runCli } from '#main/shells/cli/run.ts'
import { temporaryFolder } from '../helpers/ledger.ts'

/** Runs a command that is ended when it has said `after`; null: before it begins. */
async function interrupted(folder: string, after: string | null, ...argv: string[]) {
  const controller = new AbortController()
  if (after === null) controller.abort()
  let stdout = ''
  const code = await runCli(['--ledger', 'ledger', '--json', ...argv], {
    workingFolder: folder,
    environment: {},
    readStdin: async () => '',
    signal: controller.signal,
    stdout: (text) => {
      stdout += text
    },
    stderr: (text) => {
      if (after !== null && text.includes(after)) controller.abort()
    },
    openPrinter: () => null,
  })
  return { code, json: JSON.parse(stdout) }
}

describe('a command that the user ends', () => {
  test.each([null, '非涉密介质', '写入'])('after %s: one JSON document, code 2, nothing left', async (after) => {
    const folder = temporaryFolder()
    mkdirSync(join(folder, 'packs'))
    const name = '第三党支部'
    expect((await interrupted(folder, 'never', 'init', '--name', name)).code).toBe(0)
    expect(await interrupted(folder, after, 'pack', 'export', '--kind', 'exchange', '--out', 'packs')).toMatchObject({
      code: 2,
      json: { error: { code: 'CANCELLED' } },
    })
    expect(readdirSync(join(folder, 'packs'))).toEqual([])
  })
})
