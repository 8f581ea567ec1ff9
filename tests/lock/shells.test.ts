import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { MessageChannel } from 'node:worker_threads'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import { expect, onTestFinished, test } from 'vitest'
import { makeBackup } from '#main/ledger/backup/make.ts'
import { router } from '#main/router.ts'
import { startBrowserServer } from '#main/shells/browser/server.ts'
import { runCli } from '#main/shells/cli/run.ts'
import { type Port, servePort } from '#main/shells/electron/port.ts'
import { appHandler } from '#main/shells/electron/protocol.ts'
import type { InProcessClient } from '#main/shells/in-process.ts'
import { openTestLedger, temporaryFolder } from '../helpers/ledger.ts'
import { fillSecrets, passphrase } from './secrets.ts'

/** A locked ledger with a finished document that waits for its download. */
async function lockedProgram() {
  const { core, ledger } = openTestLedger()
  const secretive = await fillSecrets(core)
  const { recoveryCode } = await secretive.client.lock.set({ passphrase })
  const document = await secretive.client.lock.recoverySheet({ recoveryCode, format: 'html' })
  await secretive.client.lock.lock({})
  return { core, ledger, document, ...secretive }
}

test('over HTTP: calls, uploads, documents and attachments are refused with their code while it is locked', async () => {
  const { core, document, attachmentId, client } = await lockedProgram()
  const rendererFolder = join(temporaryFolder(), 'page')
  mkdirSync(rendererFolder)
  writeFileSync(join(rendererFolder, 'index.html'), '<!doctype html><html><head></head></html>')
  const server = await startBrowserServer({ core, router, rendererFolder, fontFile: () => null })
  onTestFinished(() => server.close())
  const entered = await fetch(server.newStartAddress())
  const headers = { origin: server.origin, cookie: entered.headers.get('set-cookie')?.split(';')[0] ?? '' }
  const call = (path: string, input: object = {}) =>
    fetch(`${server.origin}/rpc/${path}`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify({ json: input }),
    })
  const upload = () =>
    fetch(`${server.origin}/upload`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/octet-stream', 'x-file-name': 'a.txt' },
      body: 'text',
    })
  const ask = (path: string) => fetch(`${server.origin}${path}`, { headers })
  const answers = [
    await call('members/all'),
    await call('ledger/backups'),
    await call('search/find', { text: '柳' }),
    await upload(),
    await ask(`/documents/${document.token}`),
    await ask(`/attachments/${attachmentId}`),
  ]
  for (const answer of answers) {
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('LEDGER_LOCKED')
  }
  expect((await call('lock/unlock', { passphrase })).status).toBe(200)
  expect((await call('members/all')).status).toBe(200)
  const shown = await ask(`/attachments/${attachmentId}`)
  expect(await shown.text()).toContain('谈话原件扫描内容')
  // Prepared before it was locked: forgotten.
  expect((await ask(`/documents/${document.token}`)).status).toBe(422)
  expect((await client.lock.accesses({})).map(({ what }) => what)).toEqual(['打开附件'])
})

test('over the port of Electron: the same, and its own scheme answers 423', async () => {
  const { core, attachmentId } = await lockedProgram()
  const { port1, port2 } = new MessageChannel()
  onTestFinished(() => port1.close())
  const port = {
    on: (event: string, listener: (event: { data: unknown }) => void) => port1.on(event, (data: unknown) => listener({ data })),
    postMessage: (data: unknown) => port1.postMessage(data),
    start: () => {},
    close: () => port1.close(),
  }
  servePort(port as unknown as Port, core, router)
  const client: InProcessClient = createORPCClient(new RPCLink({ port: port2 }))
  await expect(client.members.all({})).rejects.toMatchObject({ code: 'LEDGER_LOCKED' })
  const open = appHandler({ core, rendererFolder: temporaryFolder(), fontFile: () => null })
  const attachment = () => open({ method: 'GET', url: `app://bundle/attachments/${attachmentId}` })
  expect((await attachment()).status).toBe(423)
  await client.lock.unlock({ passphrase })
  expect(await client.members.all({})).toHaveLength(1)
  expect(await (await attachment()).text()).toContain('谈话原件扫描内容')
})

/** The command line over one data folder. */
function commandLine(directory: string) {
  return async (argv: readonly string[], around: { environment?: Record<string, string>; input?: string } = {}) => {
    let stdout = ''
    const code = await runCli(['--ledger', directory, ...argv], {
      workingFolder: directory,
      signal: new AbortController().signal,
      stdout: (text) => {
        stdout += text
      },
      stderr: () => {},
      openPrinter: () => null,
      environment: around.environment ?? {},
      readStdin: async () => around.input ?? '',
    })
    return { code, json: JSON.parse(stdout) }
  }
}

test('restore by the command line onto a locked ledger asks for its passphrase; elsewhere the copy stays locked', async () => {
  const { core, ledger } = await lockedProgram()
  const outside = temporaryFolder()
  const { path } = await makeBackup(ledger, { reason: 'manual', clock: core.clock, programVersion: '', outside })
  await core.close()
  const run = commandLine(ledger.directory)
  const before = readFileSync(join(ledger.directory, 'ledger.sqlite'))
  expect(await run(['restore', path, '--json'])).toMatchObject({ code: 2, json: { error: { code: 'LEDGER_LOCKED' } } })
  expect(readFileSync(join(ledger.directory, 'ledger.sqlite')).equals(before)).toBe(true)
  const right = { environment: { BRANCH_HANDBOOK_PASSPHRASE: passphrase } }
  expect(await run(['restore', path, '--json'], right)).toMatchObject({ code: 0, json: { members: 1, missing: [] } })
  for (const name of ['missing', 'empty']) {
    const directory = join(temporaryFolder(), name)
    if (name === 'empty') mkdirSync(directory)
    const elsewhere = commandLine(directory)
    expect(await elsewhere(['restore', path, '--json'])).toMatchObject({ code: 0, json: { keptAs: null, members: 1 } })
    expect(await elsewhere(['check', '--json'])).toMatchObject({ code: 2, json: { error: { code: 'LEDGER_LOCKED' } } })
    expect(await elsewhere(['check', '--json'], right)).toMatchObject({ code: 0, json: { status: 'ok' } })
  }
})

test('the command line asks for the passphrase: by the environment or standard input, never an argument', async () => {
  const { core, ledger } = await lockedProgram()
  await core.close()
  const run = commandLine(ledger.directory)
  expect(await run(['check', '--json'])).toMatchObject({ code: 2, json: { error: { code: 'LEDGER_LOCKED' } } })
  const wrong = { environment: { BRANCH_HANDBOOK_PASSPHRASE: 'wrong one' } }
  expect(await run(['check', '--json'], wrong)).toMatchObject({ code: 2, json: { error: { code: 'PASSPHRASE_WRONG' } } })
  const right = { environment: { BRANCH_HANDBOOK_PASSPHRASE: passphrase } }
  expect(await run(['check', '--json'], right)).toMatchObject({ code: 0, json: { status: 'ok' } })
  expect(await run(['check', '--json', '--passphrase-stdin'], { input: `${passphrase}\n` })).toMatchObject({ code: 0 })
  expect(await run(['check', '--json', '--passphrase-stdin'])).toMatchObject({ code: 2, json: { error: { code: 'ARGUMENTS' } } })
  expect(await run(['check', '--json', '--passphrase', passphrase])).toMatchObject({ code: 2 })
})
