import type Electron from 'electron'

/** What the preload is given by Electron, and what it has done with it. */
export function createFakePage(pathOf: (file: unknown) => string) {
  const exposed = new Map<string, unknown>()
  const posted: { channel: string; message: unknown; ports: readonly unknown[] }[] = []
  const invoked: { channel: string; args: unknown[] }[] = []
  return {
    contextBridge: {
      exposeInMainWorld: (name: string, api: unknown) => void exposed.set(name, api),
    } satisfies Pick<Electron.ContextBridge, 'exposeInMainWorld'>,
    ipcRenderer: {
      postMessage: (channel: string, message: unknown, ports: unknown[] = []) => void posted.push({ channel, message, ports }),
      invoke: async (channel: string, ...args: unknown[]) => {
        invoked.push({ channel, args })
        return { token: 't', name: 'n', octets: 1 }
      },
    } satisfies Pick<Electron.IpcRenderer, 'postMessage' | 'invoke'>,
    webUtils: { getPathForFile: pathOf } satisfies Pick<Electron.WebUtils, 'getPathForFile'>,
    fake: { exposed, posted, invoked },
  }
}

export type FakePage = ReturnType<typeof createFakePage>
