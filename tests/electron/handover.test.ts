import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { MessageChannel } from 'node:worker_threads'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import type { ContractRouterClient } from '@orpc/contract'
import fc from 'fast-check'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { contract } from '#shared/contract.ts'
import { stagedFileSchema } from '#shared/files/schema.ts'
import type { FakePort } from './fake/port.ts'
import { malformedFrames } from './frames.ts'
import { type StartedShell, startShell } from './start-fake.ts'

type Client = ContractRouterClient<typeof contract>

/** The page's client on the other end of a port. */
function clientOf(port: FakePort): Client {
  const { port1, port2 } = new MessageChannel()
  port1.on('message', (data) => port.receive(data))
  port.onSent = (data) => port1.postMessage(data)
  onTestFinished(() => port1.close())
  return createORPCClient(new RPCLink({ port: port2 }))
}

/** What would have ended the process. */
function watchRejections(): unknown[] {
  const seen: unknown[] = []
  const listener = (error: unknown) => seen.push(error)
  process.on('unhandledRejection', listener)
  onTestFinished(() => void process.off('unhandledRejection', listener))
  return seen
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 20))

const handOverOne = (shell: StartedShell, sender?: Record<string, unknown>) => shell.handOver(sender)[0] as FakePort

describe('the port', () => {
  it('carries the contract to the page of the program', async () => {
    const shell = await startShell()
    const port = handOverOne(shell)
    const client = clientOf(port)
    expect(await client.ledger.status({})).toMatchObject({ state: 'notFound', directory: shell.ledger })
    expect(await client.ledger.create({ name: '某局机关第三党支部', sample: false })).toMatchObject({ state: 'open' })
    expect(port.isStarted).toBe(true)
    await expect(client.attachments.rename({ id: '01990000-0000-7000-8000-000000000000', name: 'x' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
  })

  it('is given anew when the page is loaded again', async () => {
    const shell = await startShell()
    clientOf(handOverOne(shell))
    expect(await clientOf(handOverOne(shell)).ledger.status({})).toMatchObject({ state: 'notFound' })
  })

  const frame = { url: 'app://bundle/index.html', origin: 'app://bundle', parent: null }
  it.each([
    ['another window', { sender: { id: 4711 } }],
    ['a frame inside the page', { senderFrame: { ...frame, parent: frame } }],
    ['a frame that has gone', { senderFrame: null }],
    ['a foreign origin', { senderFrame: { ...frame, origin: 'https://evil.example' } }],
    ['an opaque origin', { senderFrame: { ...frame, origin: 'null' } }],
    ['a host with our name in front', { senderFrame: { ...frame, url: 'app://bundle.evil/index.html' } }],
    ['a file', { senderFrame: { ...frame, url: 'file:///index.html' } }],
  ])('from %s is closed unread', async (_name, sender) => {
    const shell = await startShell()
    const port = handOverOne(shell, sender)
    expect(port.isClosed).toBe(true)
    expect(port.isStarted).toBe(false)
    port.receive('{"i":"1","p":{"u":"/ledger/status","b":{"json":{}}}}')
    await settled()
    expect(port.sent).toEqual([])
  })

  it('comes alone or not at all', async () => {
    const shell = await startShell()
    for (const port of shell.handOver({}, 2)) expect(port.isClosed).toBe(true)
    expect(shell.handOver({}, 0)).toEqual([])
  })

  it('is closed on the first frame that is no call, and the program goes on', async () => {
    const rejections = watchRejections()
    const shell = await startShell()
    for (const [name, data] of malformedFrames) {
      const port = handOverOne(shell)
      port.receive(data)
      expect(port.isClosed, name).toBe(true)
      port.receive('{"i":"1","p":{"u":"/ledger/status","b":{"json":{}}}}')
      expect(port.sent, name).toEqual([])
    }
    await settled()
    expect(rejections).toEqual([])
    expect(await clientOf(handOverOne(shell)).ledger.status({})).toMatchObject({ state: 'notFound' })
  })

  it('answers any well-formed frame without an unhandled rejection', async () => {
    const rejections = watchRejections()
    const shell = await startShell()
    const paths = fc.constantFrom(
      '/ledger/status',
      '/ledger/create',
      '/packs/export',
      '/nothing',
      '/ledger',
      '/__proto__/x',
      '/constructor',
    )
    await fc.assert(
      fc.asyncProperty(paths, fc.jsonValue(), async (u, json) => {
        const port = handOverOne(shell)
        port.receive(JSON.stringify({ i: '1', p: { u, b: { json } } }))
        await settled()
        expect(port.isClosed).toBe(false)
        port.close()
      }),
      { numRuns: 40 },
    )
    expect(rejections).toEqual([])
  })

  it('that closes in the middle of a call ends the call and nothing else', async () => {
    const rejections = watchRejections()
    const shell = await startShell()
    const port = handOverOne(shell)
    port.receive('{"i":"1","p":{"u":"/ledger/status","b":{"json":{}}}}')
    port.close()
    await settled()
    expect(port.sent).toEqual([])
    expect(rejections).toEqual([])
  })
})

describe('a dropped file', () => {
  const stage = (
    shell: StartedShell,
    path: unknown,
    senderFrame: unknown = { url: 'app://bundle/', origin: 'app://bundle', parent: null },
  ) => {
    const handler = shell.electron.fake.handlers.get('branch-handbook:stage')
    return (async () => handler?.({ sender: shell.window.webContents, senderFrame } as never, path))()
  }

  it('becomes a token; its path stays with main', async () => {
    const shell = await startShell()
    const path = join(shell.home, '签字页.png')
    writeFileSync(path, 'scan')
    const answer = stagedFileSchema.strict().parse(await stage(shell, path))
    expect(answer).toMatchObject({ name: '签字页.png', octets: 4 })
    expect(JSON.stringify(answer)).not.toContain(shell.home)
  })

  it.each(['', null, 7, {}, ['/etc/passwd'], undefined])('that lies nowhere (%j) is refused in words', async (path) => {
    expect(await stage(await startShell(), path)).toEqual({ code: 'FILE_UNREADABLE', params: {} })
  })

  it('that is a folder or has gone is refused in words', async () => {
    const shell = await startShell()
    expect(await stage(shell, shell.home)).toMatchObject({ code: 'FILE_UNREADABLE' })
    expect(await stage(shell, join(shell.home, 'gone.png'))).toMatchObject({ code: 'FILE_UNREADABLE' })
  })

  it.each([
    ['a frame inside the page', { url: 'app://bundle/', origin: 'app://bundle', parent: {} }],
    ['a frame that has gone', null],
    ['a foreign page', { url: 'https://evil.example/', origin: 'https://evil.example', parent: null }],
  ])('from %s is not looked at', async (_name, frame) => {
    const shell = await startShell()
    await expect(stage(shell, join(shell.home, 'x'), frame)).rejects.toThrow(/not the program's page/)
  })
})
