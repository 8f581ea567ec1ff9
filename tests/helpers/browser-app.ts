import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { browserEnvironment } from '#main/platform/browser-environment.ts'
import { findBrowser } from '#main/platform/browser-finder.ts'

const root = resolve(import.meta.dirname, '../..')

/** Folder of the built program; `BRANCH_HANDBOOK_DIST` names another one. */
const dist = () => resolve(process.env['BRANCH_HANDBOOK_DIST'] ?? join(root, 'dist'))

/** The built browser shell as a process of its own, without a window. */
export interface RunningApp {
  /** Opens the page by a one-time address; each call needs a program that was just started. */
  readonly startAddress: string
  readonly output: () => string
  readonly pid: number
  /** Asks it to end and waits. */
  stop(): Promise<void>
  /** Ends it without a chance to do anything, as a power cut would. */
  kill(): Promise<void>
}

/** A folder of the test's own with a home of its own, so that nothing of this machine's user is listed or written. */
export interface Place {
  readonly folder: string
  readonly home: string
  readonly ledger: string
  remove(): void
}

export function makePlace(): Place {
  const folder = mkdtempSync(join(tmpdir(), 'branch-handbook-e2e-'))
  const home = join(folder, 'home')
  mkdirSync(join(home, 'Documents'), { recursive: true })
  return { folder, home, ledger: join(folder, 'ledger'), remove: () => rmSync(folder, { recursive: true, force: true }) }
}

const ADDRESS = /http:\/\/127\.0\.0\.1:\d+\/\S+/

async function firstAddress(child: ChildProcess, output: () => string): Promise<string> {
  const ended = once(child, 'exit')
  for (;;) {
    const address = ADDRESS.exec(output())?.[0]
    if (address) return address
    const next = await Promise.race([once(child.stdout as NodeJS.ReadableStream, 'data'), ended.then(() => null)])
    if (next === null) throw new Error(`the program ended at once:\n${output()}`)
  }
}

/** Starts the built program on a data folder. @throws Error when it is not built or ends at once */
export async function startApp(place: Place): Promise<RunningApp> {
  const program = join(dist(), 'main', 'browser.js')
  if (!existsSync(program)) throw new Error(`${program} is missing: run "npm run build" first`)
  const child = spawn(process.execPath, [program, '--no-window', '--ledger', place.ledger], {
    cwd: place.folder,
    env: { ...process.env, HOME: place.home, USERPROFILE: place.home, XDG_DOCUMENTS_DIR: join(place.home, 'Documents') },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let text = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (text += chunk.toString()))
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const exited = once(child, 'exit')
    child.kill(signal)
    await exited
  }
  return {
    startAddress: await firstAddress(child, () => text),
    output: () => text,
    pid: child.pid ?? 0,
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  }
}

/** A browser of this machine for tests, headless. @throws Error that says what to install */
export async function launchTestBrowser(): Promise<Browser> {
  const found = findBrowser()
  if (!found) throw new Error('no Chromium, Chrome or Edge here: apt-get install -y chromium')
  const isRoot = process.getuid?.() === 0
  return chromium.launch({
    executablePath: found.path,
    env: browserEnvironment(),
    args: [...(isRoot ? ['--no-sandbox'] : []), '--disable-gpu', '--disable-quic', '--lang=zh-CN'],
  })
}

export interface OpenedPage {
  readonly page: Page
  readonly context: BrowserContext
  /** Errors of the page: uncaught ones and what it wrote to the console. An expected failure's status is none. */
  readonly problems: readonly string[]
}

/** Opens the program's page at the commonest office screen. */
export async function openPage(browser: Browser, app: RunningApp): Promise<OpenedPage> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN', acceptDownloads: true })
  const page = await context.newPage()
  const problems: string[] = []
  page.on('pageerror', (error) => problems.push(error.stack ?? error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of 422/.test(message.text()))
      problems.push(`${message.text()} ${message.location().url}`)
  })
  await page.goto(app.startAddress)
  return { page, context, problems }
}
