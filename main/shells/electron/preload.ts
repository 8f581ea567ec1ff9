import { contextBridge, ipcRenderer, webUtils } from 'electron'
import { portChannel, portMessageKind, stageChannel } from './channels.ts'

/** The little of the page's window that this file touches; the main process is compiled without the DOM. */
interface PageWindow {
  readonly location: { readonly origin: string }
  addEventListener(type: 'DOMContentLoaded', listener: () => void, options: { readonly once: true }): void
  postMessage(message: unknown, targetOrigin: string, transfer: readonly unknown[]): void
}
declare const window: PageWindow

type PageFile = Parameters<typeof webUtils.getPathForFile>[0]

/**
 * All that the page is given besides the port. The path goes straight to the main process and never into the page, which
 * gets a token (or `{code, params}` of an expected failure): so a page can hand over only files that the user dropped or
 * chose, and no path that it has made up.
 */
const bridge = {
  getPathForFile: (file: PageFile): Promise<unknown> => ipcRenderer.invoke(stageChannel, webUtils.getPathForFile(file)),
}
contextBridge.exposeInMainWorld('branchHandbook', bridge)

// The page's scripts are modules: they have run, and wait for the port, when this event comes.
window.addEventListener(
  'DOMContentLoaded',
  () => {
    const { port1, port2 } = new MessageChannel()
    ipcRenderer.postMessage(portChannel, null, [port1 as never])
    window.postMessage({ kind: portMessageKind }, window.location.origin, [port2])
  },
  { once: true },
)
