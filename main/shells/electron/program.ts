import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { app, type BrowserWindow, dialog, ipcMain, protocol, type Session, session } from 'electron'
import { errorLine, unexpectedText } from '#shared/kernel/error-text.ts'
import { AppError } from '#shared/kernel/errors.ts'
import { newId } from '#shared/kernel/ids.ts'
import { type Core, createCore } from '../../core.ts'
import { fontFile } from '../../documents/fonts.ts'
import { resourcesFolder } from '../../platform/resources.ts'
import { router } from '../../router.ts'
import { defaultLedgerFolder, ledgerFolderName } from '../default-ledger.ts'
import { workingFolder } from '../working-folder.ts'
import { ledgerArgument } from './arguments.ts'
import { guardContents, guardSession, isAllowedDownload } from './guards.ts'
import { listen } from './handover.ts'
import { fileLog } from './log-file.ts'
import { appScheme } from './origin.ts'
import { openElectronPrinter } from './printer.ts'
import { appHandler, schemePrivileges } from './protocol.ts'
import { openSettings, type SettingsFile } from './settings.ts'
import { openMainWindow } from './window.ts'

/** Chromium's own business with the network, which an offline program has no use for. No name is ever looked up. */
const switches: readonly (readonly [string, string?])[] = [
  ['lang', 'zh-CN'],
  ['host-resolver-rules', 'MAP * ~NOTFOUND'],
  ['disable-background-networking'],
  ['disable-component-update'],
  ['disable-domain-reliability'],
  ['no-pings'],
]

/** A built part of the program, inside the asar once packaged. @throws Error when it has not been built */
function builtFile(...segments: string[]): string {
  const file = join(app.getAppPath(), 'dist', ...segments)
  if (!existsSync(file)) throw new Error(`${file}: npm run build`)
  return file
}

/** `--ledger`, else the folder chosen on this machine, else 支部手册 in the user's documents. */
function ledgerFolder(settings: SettingsFile): string {
  // On Windows and macOS the system knows where 文档 has been moved to; on Linux all shells read the same file.
  const usual = () => (process.platform === 'linux' ? defaultLedgerFolder() : join(app.getPath('documents'), ledgerFolderName))
  return ledgerArgument(process.argv, workingFolder()) ?? settings.read().ledger ?? usual()
}

function guardDownloads(guarded: Session): void {
  guarded.on('will-download', (event, item) => {
    if (!isAllowedDownload(item.getURL())) return event.preventDefault()
    const name = item.getFilename()
    item.setSaveDialogOptions({ title: '保存', defaultPath: join(app.getPath('documents'), name) })
  })
}

async function open(): Promise<{ readonly core: Core; readonly window: BrowserWindow }> {
  const userData = app.getPath('userData')
  const rendererFolder = dirname(builtFile('renderer', 'index.html'))
  const settings = openSettings(join(userData, 'settings.json'))
  const core = createCore({
    ledgerDirectory: ledgerFolder(settings),
    programVersion: __PROGRAM_VERSION__,
    pdf: openElectronPrinter(fontFile),
    log: fileLog(join(userData, 'logs', 'program.log')),
  })
  // A ledger that cannot be opened is a screen of the page, not the end of the program.
  core.session.open()
  const known = new Set<number>()
  guardSession(session.defaultSession)
  guardDownloads(session.defaultSession)
  session.defaultSession.protocol.handle(appScheme, appHandler({ core, rendererFolder, fontFile }))
  listen(ipcMain, core, router, known)
  const window = openMainWindow({
    core,
    settings,
    known,
    preloadFile: builtFile('preload', 'preload.cjs'),
    iconFile: join(resourcesFolder(), 'icons', 'icon.png'),
  })
  return { core, window }
}

/** The ledger is closed before the process ends, once, whatever asks it to end. */
function closeBeforeEnd(core: Core): void {
  let isClosing = false
  app.on('will-quit', (event) => {
    event.preventDefault()
    if (isClosing) return
    isClosing = true
    core.close().then(
      () => app.exit(0),
      (error: unknown) => {
        core.log.error(newId().slice(-12), error)
        app.exit(1)
      },
    )
  })
}

function watchBugs(core: Core): void {
  process.on('unhandledRejection', (error) => core.log.error(newId().slice(-12), error))
  process.on('uncaughtException', (error) => {
    const reference = newId().slice(-12)
    core.log.error(reference, error)
    const { title, advice } = unexpectedText(reference)
    dialog.showErrorBox(title, advice)
  })
}

/** Starts the Electron shell (DESIGN §9). Everything that must be said before Electron is ready is said here at once. */
export function start(): void {
  if (!app.requestSingleInstanceLock()) {
    app.quit()
    return
  }
  let window: BrowserWindow | null = null
  app.on('second-instance', () => {
    if (!window || window.isDestroyed()) return
    if (window.isMinimized()) window.restore()
    window.show()
    window.focus()
  })
  app.enableSandbox()
  for (const [name, value] of switches) app.commandLine.appendSwitch(name, value)
  protocol.registerSchemesAsPrivileged(schemePrivileges)
  app.on('web-contents-created', (_event, contents) => guardContents(contents))
  app.on('session-created', (created) => guardSession(created))
  // The program ends with its window, which says so itself; Electron would end it while a hidden one still prints.
  app.on('window-all-closed', () => undefined)
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => app.quit())
  app
    .whenReady()
    .then(open)
    .then((opened) => {
      window = opened.window
      closeBeforeEnd(opened.core)
      watchBugs(opened.core)
    })
    .catch((error: unknown) => {
      const text =
        error instanceof AppError ? errorLine(error.code, error.params) : error instanceof Error ? error.message : String(error)
      dialog.showErrorBox('支部手册没有能启动', text)
      app.exit(1)
    })
}
