import { registerHooks } from 'node:module'
import type { FakeWebContents } from '../fake/contents.ts'
import { preventable } from '../fake/contents.ts'
import type { Engine } from '../fake/engine.ts'
import { createFakeElectron } from '../fake/fake-electron.ts'
import { holder } from '../fake/holder.ts'
import { FakePort } from '../fake/port.ts'
import { openPeer } from './peer.ts'

// Imported before the built main process (`node --import`): 'electron' becomes the fake, whose windows are pages of a
// Chromium in the process that started this one.

/** A frame as Electron would describe it. */
interface Frame {
  readonly url: string
  readonly origin: string
  readonly parent: unknown
}

const all = new Map<number, FakeWebContents>()
const ports = new Map<number, FakePort>()
const contentsOf = (id: number) => {
  const contents = all.get(id)
  if (!contents) throw new Error(`no window ${id}`)
  return contents
}

const peer = openPeer(
  { send: (message) => void process.send?.(message), onMessage: (listener) => void process.on('message', listener) },
  {
    async fetch(id: number, url: string, method: string) {
      const response = await contentsOf(id).session.fetch(url, method)
      if (!response) return null
      const body = new Uint8Array(await response.arrayBuffer())
      return { status: response.status, headers: Object.fromEntries(response.headers), body }
    },
    navigates: (id: number, url: string, isMainFrame: boolean) => contentsOf(id).navigates(url, isMainFrame),
    opens: (id: number, url: string) => contentsOf(id).windowOpenHandler?.({ url } as Electron.HandlerDetails).action ?? 'allow',
    downloads(id: number, url: string, name: string) {
      const event = preventable({})
      const item = { getURL: () => url, getFilename: () => name, setSaveDialogOptions: () => undefined }
      contentsOf(id).session.emit('will-download', event, item, contentsOf(id))
      return event.defaultPrevented
    },
    handOver(id: number, senderFrame: Frame, channel: string, portId: number) {
      const port = new FakePort()
      port.onSent = (data) => void peer.call('toPage', id, portId, data)
      ports.set(portId, port)
      electron.ipcMain.emit(channel, { sender: contentsOf(id), senderFrame, ports: [port] })
    },
    fromPage: (portId: number, data: unknown) => ports.get(portId)?.receive(data),
    closePort: (portId: number) => ports.get(portId)?.close(),
    isPortClosed: (portId: number) => ports.get(portId)?.isClosed ?? true,
    invoke(id: number, senderFrame: Frame, channel: string, args: unknown[]) {
      return electron.fake.handlers.get(channel)?.({ sender: contentsOf(id), senderFrame } as never, ...args)
    },
    preventsUnload(id: number, answer: number) {
      electron.fake.answers.message.push(answer)
      const event = preventable({})
      contentsOf(id).emit('will-prevent-unload', event)
      return event.defaultPrevented
    },
    closeWindow: () => electron.fake.windows[0]?.close(),
    asked: () => electron.fake.asked,
  },
)

const engine: Engine = {
  async load(contents, url) {
    contents.loaded.push({ url, response: null })
    await peer.call('load', contents.id, url, { hasPreload: contents.preferences.preload !== undefined })
  },
  print: async (contents, options) => Buffer.from((await peer.call('print', contents.id, options)) as Uint8Array),
  close: async (contents, isAsked) => (await peer.call('close', contents.id, isAsked)) === true,
  evaluate: (contents, code) => peer.call('evaluate', contents.id, code),
}

const electron = createFakeElectron({
  appFolder: process.env['FAKE_ELECTRON_APP'] ?? '',
  homeFolder: process.env['FAKE_ELECTRON_HOME'] ?? '',
  engine,
})
electron.app.on('web-contents-created', (_event, contents: FakeWebContents) => all.set(contents.id, contents))
void electron.app.ended.then((code) => process.exit(code))
holder.fakeElectron = electron

const fake = new URL('../fake/alias.ts', import.meta.url).href
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' ? { url: fake, format: 'module-typescript', shortCircuit: true } : next(specifier, context),
})
