import { fork } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { type ChromiumWindows, openChromiumWindows } from './chromium-windows.ts'
import { openPeer, type Peer } from './peer.ts'

const root = resolve(import.meta.dirname, '../../..')
/** Folder of the built program; `BRANCH_HANDBOOK_DIST` names another one. */
const dist = () => resolve(process.env['BRANCH_HANDBOOK_DIST'] ?? join(root, 'dist'))

/** The built Electron shell, running under Node with windows of Chromium. */
export interface LaunchedShell {
  readonly page: Page
  /** Errors of the page: uncaught ones and what it wrote to the console. */
  readonly problems: readonly string[]
  readonly output: () => string
  readonly peer: Peer
  /** Closes the window as a user would and waits for the process; answers its exit code. */
  stop(): Promise<number | null>
  /** Ends it without a chance to do anything, as a power cut would. */
  kill(): Promise<void>
}

export interface LaunchPlace {
  readonly folder: string
  readonly home: string
  readonly ledger: string
}

/** Starts it on a data folder. @throws Error when it is not built or ends at once */
export async function launchElectronShell(browser: Browser, place: LaunchPlace, built = dist()): Promise<LaunchedShell> {
  const program = join(built, 'main', 'electron.js')
  if (!existsSync(program)) throw new Error(`${program} is missing: run "npm run build" first`)
  mkdirSync(place.home, { recursive: true })
  const child = fork(program, ['--ledger', place.ledger], {
    cwd: place.folder,
    execArgv: ['--no-warnings', '--import', pathToFileURL(join(import.meta.dirname, 'main-process.ts')).href],
    serialization: 'advanced',
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: {
      ...process.env,
      FAKE_ELECTRON_APP: resolve(built, '..'),
      FAKE_ELECTRON_HOME: place.home,
      HOME: place.home,
      USERPROFILE: place.home,
      XDG_DOCUMENTS_DIR: join(place.home, 'Documents'),
    },
  })
  let text = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => (text += chunk.toString()))
  const exited = once(child, 'exit') as Promise<[number | null]>
  const windows: ChromiumWindows = openChromiumWindows(browser, join(built, 'preload', 'preload.cjs'), () => peer)
  const peer = openPeer(
    {
      send: (message) => {
        if (child.connected) child.send(message as object)
      },
      onMessage: (listener) => void child.on('message', listener),
    },
    windows.handlers,
  )
  const page = await Promise.race([windows.main, exited.then(() => null)])
  if (!page) throw new Error(`the program ended at once:\n${text}`)
  return {
    page,
    problems: windows.problems,
    output: () => text,
    peer,
    async stop() {
      if (child.exitCode === null && child.signalCode === null) void peer.call('closeWindow')
      const [code] = await exited
      await windows.close()
      return code
    },
    async kill() {
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL')
      await exited
      await windows.close()
    },
  }
}
