import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { browserEnvironment } from '../../platform/browser-environment.ts'
import { startFile } from './start-page.ts'

/**
 * Arguments of a Chromium-family browser that opens one window of its own. There is never a debugging port, and the
 * sandbox stays on except for root, for whom Chromium refuses to start with it.
 *
 * @param pageFile the local file that holds the start code
 */
export function launchArguments(pageFile: string, profileFolder: string, isRoot: boolean): string[] {
  return [
    `--app=${pathToFileURL(pageFile).href}`,
    `--user-data-dir=${profileFolder}`,
    '--lang=zh-CN',
    '--window-size=1366,768',
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-quic',
    '--disable-features=Translate',
    ...(isRoot ? ['--no-sandbox', '--disable-gpu'] : []),
  ]
}

/** Whether a window can be shown here at all. */
export function hasDisplay(platform: NodeJS.Platform, environment: NodeJS.ProcessEnv): boolean {
  if (platform !== 'linux') return true
  return Boolean(environment['DISPLAY'] || environment['WAYLAND_DISPLAY'])
}

/** False for the edition of Chromium that only prints. */
export function canShowWindow(browser: string): boolean {
  return !basename(browser).includes('headless')
}

/** A browser that was started for this run of the program. */
export interface LaunchedBrowser {
  /** Resolves when its last window is closed, or when it could not start. */
  readonly ended: Promise<{ readonly code: number | null }>
  /** Ends it if it still runs, and removes its folder. */
  close(): Promise<void>
}

const goneAfterMs = 3_000

/**
 * Opens the window. The profile is a new private folder for each run: nothing that was shown stays behind, and a
 * browser the user has open already cannot take the window over.
 */
export function launchBrowser(browser: string, startAddress: string): LaunchedBrowser {
  const folder = mkdtempSync(join(tmpdir(), 'branch-handbook-window-'))
  const profile = join(folder, 'profile')
  const pageFile = join(folder, 'start.html')
  mkdirSync(profile, { mode: 0o700 })
  writeFileSync(pageFile, startFile(startAddress), { mode: 0o600 })
  const isRoot = process.getuid?.() === 0
  const child: ChildProcess = spawn(browser, launchArguments(pageFile, profile, isRoot), {
    stdio: 'ignore',
    env: browserEnvironment(),
  })
  const ended = new Promise<{ code: number | null }>((resolve) => {
    child.once('error', () => resolve({ code: null }))
    child.once('exit', (code) => resolve({ code }))
  })
  return {
    ended,
    async close() {
      if (child.exitCode === null && child.signalCode === null && child.pid !== undefined) {
        child.kill('SIGTERM')
        const timer = setTimeout(() => child.kill('SIGKILL'), goneAfterMs)
        await ended
        clearTimeout(timer)
      }
      // Chromium's helpers may write for a moment longer.
      rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
    },
  }
}
