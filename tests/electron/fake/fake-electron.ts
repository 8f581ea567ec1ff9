import { EventEmitter } from 'node:events'
import { join } from 'node:path'
import type Electron from 'electron'
import { FakeWebContents, preventable } from './contents.ts'
import { type Engine, noEngine } from './engine.ts'
import { FakeSession } from './session.ts'
import { FakeBrowserWindow } from './window.ts'

export interface FakeOptions {
  /** `app.getAppPath()`: has `dist/renderer` and `dist/preload`. */
  readonly appFolder: string
  /** Under it lie userData and documents. */
  readonly homeFolder: string
  readonly engine?: Engine
  readonly isPackaged?: boolean
  /** Another one is running already. */
  readonly isSecond?: boolean
  readonly displays?: readonly Electron.Rectangle[]
}

type IpcListener = Parameters<Electron.IpcMain['handle']>[1]

function fakeApp(options: FakeOptions, quit: () => void) {
  const log: string[] = []
  const switches = new Map<string, string | undefined>()
  const exit = Promise.withResolvers<number>()
  const members = {
    isPackaged: options.isPackaged ?? false,
    commandLine: {
      appendSwitch: (name: string, value?: string) => void switches.set(name, value),
    } satisfies Pick<Electron.CommandLine, 'appendSwitch'>,
    requestSingleInstanceLock: () => !options.isSecond,
    enableSandbox: () => void log.push('enableSandbox'),
    whenReady: async () => {
      log.push('ready')
    },
    getAppPath: () => options.appFolder,
    getPath: (name: Parameters<Electron.App['getPath']>[0]) => join(options.homeFolder, name),
    quit,
    exit: (code = 0) => exit.resolve(code),
    relaunch: (how?: Electron.RelaunchOptions) => void log.push(`relaunch ${(how?.args ?? []).join(' ')}`),
  } satisfies Partial<Omit<Electron.App, 'commandLine'>> & { commandLine: unknown }
  return Object.assign(new EventEmitter(), members, { log, switches, ended: exit.promise })
}

/** Everything of Electron that the shell uses, without Electron, and what a test wants to know of it. */
export function createFakeElectron(options: FakeOptions) {
  const engine = options.engine ?? noEngine
  const windows: FakeBrowserWindow[] = []
  const sessions = new Map<string, FakeSession>()
  const privileged: Electron.CustomScheme[] = []

  const app = fakeApp(options, () => {
    // As Electron does: windows first, each may object; then will-quit, which may be prevented.
    app.log.push('quit')
    const open = windows.filter((window) => !window.isGone)
    if (open.length > 0) return open.forEach((window) => window.close())
    const event = preventable({})
    app.emit('will-quit', event)
    if (!event.defaultPrevented) app.exit(0)
  })

  const sessionOf = (partition: string) => {
    const known = sessions.get(partition)
    if (known) return known
    const made = new FakeSession(partition)
    sessions.set(partition, made)
    app.emit('session-created', made)
    return made
  }
  const defaultSession = new FakeSession('')
  sessions.set('', defaultSession)

  class BrowserWindow extends FakeBrowserWindow {
    constructor(windowOptions: Electron.BrowserWindowConstructorOptions = {}) {
      const { session = defaultSession } = windowOptions.webPreferences ?? {}
      const contents = new FakeWebContents(engine, session as unknown as FakeSession, windowOptions.webPreferences ?? {})
      super(windowOptions, contents, engine)
      windows.push(this)
      app.emit('web-contents-created', {}, contents)
    }
  }

  const handlers = new Map<string, IpcListener>()
  const ipcMain = Object.assign(new EventEmitter(), {
    handle: (channel: string, listener: IpcListener) => void handlers.set(channel, listener),
  }) satisfies Pick<Electron.IpcMain, 'handle'>

  const asked: { readonly kind: string; readonly options: unknown }[] = []
  const answers = { open: [] as string[][], message: [] as number[] }
  const dialog = {
    showErrorBox: (title: string, content: string) => void asked.push({ kind: 'error', options: { title, content } }),
    showOpenDialog: async (_window: unknown, dialogOptions?: unknown) => {
      asked.push({ kind: 'open', options: dialogOptions })
      const filePaths = answers.open.shift() ?? []
      return { canceled: filePaths.length === 0, filePaths }
    },
    showMessageBox: async (_window: unknown, dialogOptions?: unknown) => {
      asked.push({ kind: 'message', options: dialogOptions })
      return { response: answers.message.shift() ?? 0, checkboxChecked: false }
    },
    showMessageBoxSync: (_window: unknown, dialogOptions?: unknown) => {
      asked.push({ kind: 'message', options: dialogOptions })
      return answers.message.shift() ?? 0
    },
  } satisfies Pick<Electron.Dialog, 'showErrorBox' | 'showOpenDialog' | 'showMessageBox' | 'showMessageBoxSync'>

  const menus: { template: Electron.MenuItemConstructorOptions[]; popups: number }[] = []
  const Menu = {
    buildFromTemplate: (template: Electron.MenuItemConstructorOptions[]) => {
      const menu = { template, popups: 0, popup: () => void menu.popups++ }
      menus.push(menu)
      return menu
    },
    setApplicationMenu: () => undefined,
  }

  const display = (workArea: Electron.Rectangle) => ({ workArea })
  const screens = options.displays ?? [{ x: 0, y: 0, width: 1920, height: 1040 }]
  return {
    app,
    BrowserWindow,
    dialog,
    ipcMain,
    Menu,
    protocol: {
      registerSchemesAsPrivileged: (schemes: Electron.CustomScheme[]) => void privileged.push(...schemes),
    } satisfies Pick<Electron.Protocol, 'registerSchemesAsPrivileged'>,
    screen: { getAllDisplays: () => screens.map(display) },
    session: { defaultSession, fromPartition: (partition: string) => sessionOf(partition) },
    /** Not of Electron: what a test looks at and decides. */
    fake: { windows, sessions, privileged, handlers, asked, answers, menus },
  }
}

export type FakeElectron = ReturnType<typeof createFakeElectron>
