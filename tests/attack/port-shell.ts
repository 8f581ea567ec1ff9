import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { portChannel, stageChannel } from '#main/shells/electron/channels.ts'
import { openPeer } from '../electron/level2/peer.ts'
import type { Place } from '../helpers/browser-app.ts'
import type { Answer } from './judge.ts'

const root = resolve(import.meta.dirname, '../..')
const dist = resolve(process.env['BRANCH_HANDBOOK_DIST'] ?? join(root, 'dist'))

/** The built Electron shell under Node, its window played by this process: frames go in, frames come out. */
export interface PortShell {
  readonly pid: number
  readonly output: () => string
  /** One call through the port of the page; a new port is handed over when the last one was closed. */
  call(path: string, body: string): Promise<Answer>
  /** Takes a file in as the preload does; answers its token. */
  stage(file: string): Promise<string>
  /** Any frame; answers whether the port was closed for it. */
  frame(data: unknown): Promise<{ readonly isClosed: boolean }>
  /** A port handed over by a sender that is not the page, with a call sent through it; answers whatever came back. */
  foreign(senderFrame: unknown, data: string): Promise<readonly unknown[]>
  readonly isAlive: boolean
  stop(): Promise<void>
}

interface Frame {
  readonly i?: string
  readonly t?: number
  readonly p?: { readonly s?: number; readonly b?: unknown; readonly e?: string; readonly d?: unknown }
}

const page = { url: 'app://bundle/index.html', origin: 'app://bundle', parent: null }
const unwrapped = (value: unknown): unknown => (typeof value === 'object' && value !== null && 'json' in value ? value.json : value)
const statusOf = (body: unknown, otherwise: number) =>
  typeof body === 'object' && body !== null && 'status' in body ? Number(body.status) : otherwise

/** Starts it on a data folder. @throws Error when it ends at once */
export async function openPortShell(place: Place): Promise<PortShell> {
  mkdirSync(place.home, { recursive: true })
  const child = fork(join(dist, 'main', 'electron.js'), ['--ledger', place.ledger], {
    cwd: place.folder,
    execArgv: ['--no-warnings', '--import', pathToFileURL(join(import.meta.dirname, '../electron/level2/main-process.ts')).href],
    serialization: 'advanced',
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: {
      ...process.env,
      FAKE_ELECTRON_APP: resolve(dist, '..'),
      FAKE_ELECTRON_HOME: place.home,
      HOME: place.home,
      USERPROFILE: place.home,
      XDG_DOCUMENTS_DIR: join(place.home, 'Documents'),
    },
  })
  let text = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => (text += chunk.toString()))
  const exited = once(child, 'exit')
  let windowId = 0
  let loaded = () => {}
  const isLoaded = new Promise<void>((done) => {
    loaded = done
  })
  const waiting = new Map<string, (answer: Answer) => void>()
  const received: { readonly portId: number; readonly data: unknown }[] = []

  const take = (data: unknown) => {
    const { i = '', t, p = {} } = JSON.parse(String(data)) as Frame
    const finish = waiting.get(i)
    if (!finish) return
    const body = unwrapped(p.b)
    if (t === undefined || t === 1 || t === 2) {
      // A long task answers first that it has begun, then with events.
      if ((p.s ?? 200) >= 400) finish({ status: p.s ?? 0, body })
      else if (p.b !== undefined) finish({ status: p.s ?? 200, body })
      return
    }
    const event = unwrapped(p.d)
    if (p.e === 'error') finish({ status: statusOf(event, 422), body: event })
    if (p.e === 'done') finish({ status: 200, body: event })
  }
  const peer = openPeer(
    {
      send: (message) => {
        if (child.connected) child.send(message as object)
      },
      onMessage: (listener) => void child.on('message', listener),
    },
    {
      load(id: number, _url: string, { hasPreload }: { hasPreload: boolean }) {
        if (hasPreload) windowId = id
        if (hasPreload) loaded()
      },
      toPage(_id: number, portId: number, data: unknown) {
        received.push({ portId, data })
        if (received.length > 100) received.shift()
        take(data)
      },
      // A window that cannot print: an expected failure, too.
      print: () => {
        throw new Error('no printer')
      },
      evaluate: () => true,
      close: () => true,
    },
  )
  if ((await Promise.race([isLoaded.then(() => true), exited.then(() => false)])) === false)
    throw new Error(`the program ended at once:\n${text}`)

  let lastPort = 0
  let port = 0
  const handOver = async (senderFrame: unknown) => {
    lastPort += 1
    await peer.call('handOver', windowId, senderFrame, portChannel, lastPort)
    return lastPort
  }
  const openPort = async () => {
    if (port === 0 || (await peer.call('isPortClosed', port)) === true) port = await handOver(page)
    return port
  }
  const isClosed = async (id: number) => (await peer.call('isPortClosed', id)) === true
  let number = 0
  return {
    pid: child.pid ?? 0,
    output: () => text,
    get isAlive() {
      return child.exitCode === null && child.signalCode === null
    },
    async call(path, body) {
      const id = `a${++number}`
      const used = await openPort()
      const answered = new Promise<Answer>((done) => void waiting.set(id, done))
      await peer.call('fromPage', used, `{"i":"${id}","p":{"u":${JSON.stringify(path)},"b":${body}}}`)
      if (await isClosed(used)) {
        waiting.delete(id)
        return { status: 400, body: { code: 'BAD_REQUEST' } }
      }
      let timer: NodeJS.Timeout | undefined
      const givenUp = new Promise<Answer>((done) => {
        timer = setTimeout(() => {
          void peer.call('fromPage', used, `{"i":"${id}","t":4}`)
          done({ status: 200, body: 'given up' })
        }, 8_000)
      })
      const answer = await Promise.race([answered, givenUp])
      clearTimeout(timer)
      waiting.delete(id)
      return answer
    },
    async stage(file) {
      const staged = await peer.call('invoke', windowId, page, stageChannel, [file])
      return (staged as { token: string }).token
    },
    async frame(data) {
      const used = await openPort()
      await peer.call('fromPage', used, data)
      return { isClosed: await isClosed(used) }
    },
    async foreign(senderFrame, data) {
      const id = await handOver(senderFrame)
      await peer.call('fromPage', id, data)
      await new Promise((done) => setTimeout(done, 20))
      return received.filter(({ portId }) => portId === id)
    },
    async stop() {
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL')
      await exited
    },
  }
}
