import { app, BrowserWindow, dialog, Menu, screen } from 'electron'
import { newId } from '#shared/kernel/ids.ts'
import type { Core } from '../../core.ts'
import { chooseLedger, chooseTarget, printPage, showAbout } from './dialogs.ts'
import { contextTemplate, menuTemplate } from './menu.ts'
import { appPage } from './origin.ts'
import type { SettingsFile } from './settings.ts'
import { openingBounds, smallest } from './window-state.ts'

export interface WindowOptions {
  readonly core: Core
  readonly settings: SettingsFile
  readonly preloadFile: string
  readonly iconFile: string
  /** Ids of the windows whose messages are taken. */
  readonly known: Set<number>
}

function keepState(window: BrowserWindow, { core, settings }: WindowOptions): void {
  window.on('close', () => {
    try {
      settings.change({ window: { ...window.getNormalBounds(), isMaximized: window.isMaximized() } })
    } catch (error) {
      // A window must close also on a full disk.
      core.log.error(newId().slice(-12), error)
    }
  })
}

/** A page that still holds something unsaved is left only when the user says so. */
function askBeforeLeaving(window: BrowserWindow): void {
  window.webContents.on('will-prevent-unload', (event) => {
    const choice = dialog.showMessageBoxSync(window, {
      type: 'question',
      title: '支部手册',
      message: '还有没有保存的内容',
      detail: '现在离开，没有保存的内容会丢失。',
      buttons: ['返回', '离开'],
      defaultId: 0,
      cancelId: 0,
    })
    // Prevented here means: the page's objection is set aside.
    if (choice === 1) event.preventDefault()
  })
}

function recoverPage(window: BrowserWindow, core: Core): void {
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return
    core.log.error(newId().slice(-12), new Error(`the page ended: ${reason}`))
    const choice = dialog.showMessageBoxSync(window, {
      type: 'error',
      title: '支部手册',
      message: '窗口意外停止',
      detail: '已保存的内容都在数据文件夹里。',
      buttons: ['重新打开窗口', '退出'],
      defaultId: 0,
      cancelId: 0,
    })
    if (choice === 1) app.quit()
    else window.webContents.reload()
  })
}

/** Opens the one window of the program. */
export function openMainWindow(options: WindowOptions): BrowserWindow {
  const { core, settings, known } = options
  const state = settings.read().window
  const screens = screen.getAllDisplays().map((display) => display.workArea)
  const window = new BrowserWindow({
    ...openingBounds(state, screens),
    minWidth: smallest.width,
    minHeight: smallest.height,
    show: false,
    title: '支部手册',
    icon: options.iconFile,
    backgroundColor: '#ffffff',
    webPreferences: {
      preload: options.preloadFile,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      nodeIntegrationInWorker: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: !app.isPackaged,
    },
  })
  const { id } = window.webContents
  known.add(id)
  if (state?.isMaximized) window.maximize()
  window.once('ready-to-show', () => window.show())
  window.on('closed', () => {
    known.delete(id)
    // Not "window-all-closed": a hidden window that prints counts as one.
    app.quit()
  })
  keepState(window, options)
  askBeforeLeaving(window)
  recoverPage(window, core)
  window.webContents.on('context-menu', (_event, params) => {
    const template = contextTemplate(params)
    if (template) Menu.buildFromTemplate(template).popup({ window })
  })
  const failed = (error: unknown) => core.log.error(newId().slice(-12), error)
  Menu.setApplicationMenu(
    Menu.buildFromTemplate(
      menuTemplate(
        {
          chooseTarget: () => void chooseTarget(window, core).catch(failed),
          chooseLedger: () => void chooseLedger(window, core, settings).catch(failed),
          print: () => printPage(window, core),
          about: () => void showAbout(window, core).catch(failed),
        },
        app.isPackaged,
      ),
    ),
  )
  window.loadURL(appPage).catch(failed)
  return window
}
