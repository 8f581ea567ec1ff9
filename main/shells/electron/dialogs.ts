import { app, type BrowserWindow, dialog } from 'electron'
import { newId } from '#shared/kernel/ids.ts'
import type { Core } from '../../core.ts'
import type { SettingsFile } from './settings.ts'

async function chooseFolder(window: BrowserWindow, title: string, button: string): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title,
    buttonLabel: button,
    properties: ['openDirectory', 'createDirectory', 'dontAddToRecent'],
  })
  return canceled ? null : (filePaths[0] ?? null)
}

/** Makes a folder of the user's choice one of the places that the page offers for export and checking. */
export async function chooseTarget(window: BrowserWindow, core: Core): Promise<void> {
  const folder = await chooseFolder(window, '选择可供导出、校验的文件夹', '选择')
  if (folder === null) return
  core.targets.admit(folder)
  await dialog.showMessageBox(window, {
    type: 'info',
    title: '支部手册',
    message: '已加入可选位置',
    detail: `${folder}\n\n在导出、校验时的位置列表里选用；退出程序后不再保留。`,
    buttons: ['知道了'],
  })
}

/** Leaves this 数据文件夹 for another: the program starts again with it, so that no state of the old one stays. */
export async function chooseLedger(window: BrowserWindow, core: Core, settings: SettingsFile): Promise<void> {
  const folder = await chooseFolder(window, '选择数据文件夹', '打开')
  if (folder === null || folder === core.session.directory) return
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    title: '支部手册',
    message: '换用另一个数据文件夹？',
    detail: `现在：${core.session.directory}\n换用：${folder}\n\n程序将重新启动。原来的数据文件夹不会改动。`,
    buttons: ['换用并重新启动', '取消'],
    defaultId: 0,
    cancelId: 1,
  })
  if (response !== 0) return
  settings.change({ ledger: folder })
  // An AppImage and a portable program run from a folder that goes with them; the file that was started stays.
  const execPath = process.env['APPIMAGE'] ?? process.env['PORTABLE_EXECUTABLE_FILE']
  app.relaunch({ args: withoutLedger(process.argv.slice(1)), ...(execPath ? { execPath } : {}) })
  app.quit()
}

/** The arguments of this run without `--ledger`, which would win over what has just been chosen. */
export function withoutLedger(argv: readonly string[]): string[] {
  return argv.filter((argument, at) => argument !== '--ledger' && !argument.startsWith('--ledger=') && argv[at - 1] !== '--ledger')
}

/** 打印 of the system, for what the window shows. A printer that fails is said; PDF is always there instead. */
export function printPage(window: BrowserWindow, core: Core): void {
  window.webContents.print({ silent: false, printBackground: true }, (isDone, reason) => {
    if (isDone || /cancel/i.test(reason)) return
    core.log.error(newId().slice(-12), new Error(`print: ${reason}`))
    dialog.showErrorBox('没有能打印', '请检查打印机是否连接、开机，或先生成 PDF，再用其他程序打印。')
  })
}

export async function showAbout(window: BrowserWindow, core: Core): Promise<void> {
  await dialog.showMessageBox(window, {
    type: 'info',
    title: '关于支部手册',
    message: `支部手册 ${core.programVersion}`,
    detail: `数据文件夹：${core.session.directory}\n本程序单机运行，不连接网络。`,
    buttons: ['知道了'],
  })
}
