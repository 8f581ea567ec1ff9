import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { onTestFinished, vi } from 'vitest'
import { temporaryFolder } from '../helpers/ledger.ts'
import { createFakeElectron, type FakeElectron, type FakeOptions } from './fake/fake-electron.ts'
import { holder } from './fake/holder.ts'
import { FakePort } from './fake/port.ts'
import { FakeSession } from './fake/session.ts'
import { FakeBrowserWindow } from './fake/window.ts'

/** A program folder with a page and a preload in it, as the build leaves them. */
export function builtFolder(): string {
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'dist', 'renderer', 'assets'), { recursive: true })
  mkdirSync(join(folder, 'dist', 'preload'), { recursive: true })
  writeFileSync(join(folder, 'dist', 'renderer', 'index.html'), '<!doctype html><title>支部手册</title>')
  writeFileSync(join(folder, 'dist', 'renderer', 'assets', 'page.js'), 'export {}')
  writeFileSync(join(folder, 'dist', 'renderer', 'assets', '.hidden.js'), 'hidden')
  writeFileSync(join(folder, 'dist', 'secret.html'), 'secret')
  writeFileSync(join(folder, 'dist', 'preload', 'preload.cjs'), '')
  return folder
}

export interface StartedShell {
  readonly electron: FakeElectron
  readonly home: string
  readonly ledger: string
  readonly window: FakeBrowserWindow
  readonly session: FakeSession
  /** What the preload does: hands over a port, as the given sender. */
  handOver(sender?: Record<string, unknown>, ports?: number): FakePort[]
}

const processEvents = ['unhandledRejection', 'uncaughtException', 'SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** Runs the real main process against the fake until its window has loaded. */
export async function startShell(options: Partial<FakeOptions> & { argv?: readonly string[] } = {}): Promise<StartedShell> {
  const home = options.homeFolder ?? temporaryFolder()
  const ledger = join(home, '支部手册')
  const electron = createFakeElectron({ appFolder: builtFolder(), homeFolder: home, ...options })
  const before = new Map(processEvents.map((name) => [name, process.listeners(name as 'SIGINT')]))
  const argv = process.argv
  process.argv = ['electron', '.', ...(options.argv ?? ['--ledger', ledger])]
  holder.fakeElectron = electron
  onTestFinished(async () => {
    process.argv = argv
    vi.restoreAllMocks()
    for (const window of electron.fake.windows) if (!window.isGone) window.destroy()
    electron.app.emit('will-quit', { preventDefault: () => undefined })
    if (electron.fake.windows.length > 0) await electron.app.ended
    for (const name of processEvents) {
      for (const listener of process.listeners(name as 'SIGINT'))
        if (!before.get(name)?.includes(listener)) process.off(name, listener)
    }
  })
  // Refusals are written down; the test's own output need not show them.
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  vi.resetModules()
  await import('#main/shells/electron/main.ts')
  if (!options.isSecond) {
    await vi.waitFor(() => {
      if (!electron.fake.windows[0]?.calls.includes('show') && electron.fake.asked.length === 0) throw new Error('not yet')
    })
  }
  const window = electron.fake.windows[0] as FakeBrowserWindow
  return {
    electron,
    home,
    ledger,
    window,
    session: electron.session.defaultSession,
    handOver(sender = {}, count = 1) {
      const ports = Array.from({ length: count }, () => new FakePort())
      const senderFrame = { url: 'app://bundle/index.html', origin: 'app://bundle', parent: null }
      electron.ipcMain.emit('branch-handbook:port', { sender: window.webContents, senderFrame, ports, ...sender })
      return ports
    },
  }
}
