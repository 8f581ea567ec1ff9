import { EventEmitter } from 'node:events'
import type Electron from 'electron'
import type { Engine } from './engine.ts'
import type { FakeSession } from './session.ts'

let lastId = 0

/** An event that can be prevented. */
export const preventable = <T extends object>(details: T) => {
  const event = {
    ...details,
    defaultPrevented: false,
    preventDefault: () => {
      event.defaultPrevented = true
    },
  }
  return event
}

export class FakeWebContents extends EventEmitter {
  readonly id = ++lastId
  readonly session: FakeSession
  readonly preferences: Electron.WebPreferences
  readonly loaded: { url: string; response: Response | null }[] = []
  readonly printed: Electron.WebContentsPrintOptions[] = []
  windowOpenHandler: Parameters<Electron.WebContents['setWindowOpenHandler']>[0] | null = null
  rtcPolicy = 'default'
  /** What the system's printing answers. */
  printAnswer: readonly [boolean, string] = [true, '']
  private readonly engine: Engine

  constructor(engine: Engine, session: FakeSession, preferences: Electron.WebPreferences) {
    super()
    this.engine = engine
    this.session = session
    this.preferences = preferences
  }

  setWindowOpenHandler(handler: Parameters<Electron.WebContents['setWindowOpenHandler']>[0]) {
    this.windowOpenHandler = handler
  }
  setWebRTCIPHandlingPolicy(policy: Parameters<Electron.WebContents['setWebRTCIPHandlingPolicy']>[0]) {
    this.rtcPolicy = policy
  }
  printToPDF(options: Electron.PrintToPDFOptions) {
    return this.engine.print(this, options)
  }
  print(options?: Electron.WebContentsPrintOptions, callback?: (success: boolean, failureReason: string) => void) {
    this.printed.push(options ?? {})
    callback?.(...this.printAnswer)
  }
  reload() {
    void this.engine.load(this, this.loaded.at(-1)?.url ?? '')
  }
  async executeJavaScriptInIsolatedWorld(_world: number, scripts: Electron.WebSource[]): Promise<unknown> {
    let last: unknown = null
    for (const { code } of scripts) last = await this.engine.evaluate(this, code)
    return last
  }

  /** Lets a frame try to go somewhere, as Electron tells of it; answers whether it was stopped. */
  navigates(url: string, isMainFrame = true): boolean {
    const frame = preventable({ url, isMainFrame, isSameDocument: false, frame: null })
    this.emit('will-frame-navigate', frame)
    if (!isMainFrame) return frame.defaultPrevented
    const main = preventable({ url, isMainFrame, isSameDocument: false, frame: null })
    this.emit('will-navigate', main)
    return frame.defaultPrevented && main.defaultPrevented
  }
}

type Used =
  | 'setWindowOpenHandler'
  | 'setWebRTCIPHandlingPolicy'
  | 'printToPDF'
  | 'print'
  | 'reload'
  | 'executeJavaScriptInIsolatedWorld'
FakeWebContents.prototype satisfies Pick<Electron.WebContents, Used>
