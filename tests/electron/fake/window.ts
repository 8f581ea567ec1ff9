import { EventEmitter } from 'node:events'
import type Electron from 'electron'
import type { FakeWebContents } from './contents.ts'
import type { Engine } from './engine.ts'

/** A window without a screen. `makeContents` gives it its page. */
export class FakeBrowserWindow extends EventEmitter {
  readonly options: Electron.BrowserWindowConstructorOptions
  readonly webContents: FakeWebContents
  readonly calls: string[] = []
  isGone = false
  isSmall = false
  private isLarge = false
  private readonly engine: Engine

  constructor(options: Electron.BrowserWindowConstructorOptions, webContents: FakeWebContents, engine: Engine) {
    super()
    this.options = options
    this.webContents = webContents
    this.engine = engine
  }

  async loadURL(url: string): Promise<void> {
    await this.engine.load(this.webContents, url)
    this.emit('ready-to-show')
  }
  show() {
    this.calls.push('show')
  }
  focus() {
    this.calls.push('focus')
  }
  restore() {
    this.isSmall = false
    this.calls.push('restore')
  }
  maximize() {
    this.isLarge = true
  }
  isMaximized() {
    return this.isLarge
  }
  isMinimized() {
    return this.isSmall
  }
  isDestroyed() {
    return this.isGone
  }
  getNormalBounds() {
    return { x: 10, y: 20, width: 1100, height: 700, ...this.moved }
  }
  /** As the user has dragged it. */
  moved: Partial<Electron.Rectangle> = {}

  close() {
    void this.engine.close(this.webContents, true).then((isClosed) => isClosed && this.gone(true))
  }
  destroy() {
    void this.engine.close(this.webContents, false)
    this.gone(false)
  }
  private gone(isAsked: boolean) {
    if (this.isGone) return
    if (isAsked) this.emit('close', { preventDefault: () => undefined })
    this.isGone = true
    this.emit('closed')
  }
}

type Used =
  | 'show'
  | 'focus'
  | 'restore'
  | 'maximize'
  | 'isMaximized'
  | 'isMinimized'
  | 'isDestroyed'
  | 'close'
  | 'destroy'
  | 'loadURL'
FakeBrowserWindow.prototype satisfies Pick<Electron.BrowserWindow, Used | 'getNormalBounds'>
