import { EventEmitter } from 'node:events'
import type Electron from 'electron'

type Handler = Parameters<Electron.Protocol['handle']>[1]
type RequestListener = (details: { url: string }, answer: (answer: Electron.CallbackResponse) => void) => void

/** A session: keeps what it is told, and can be asked the way Chromium would ask. */
export class FakeSession extends EventEmitter {
  readonly partition: string
  readonly handlers = new Map<string, Handler>()
  permissionRequest: Parameters<Electron.Session['setPermissionRequestHandler']>[0] = null
  permissionCheck: Parameters<Electron.Session['setPermissionCheckHandler']>[0] = null
  devicePermission: Parameters<Electron.Session['setDevicePermissionHandler']>[0] = null
  isSpellChecked = true
  private beforeRequest: RequestListener | null = null

  readonly protocol = {
    handle: (scheme: string, handler: Handler) => void this.handlers.set(scheme, handler),
  } satisfies Pick<Electron.Protocol, 'handle'>
  readonly webRequest = {
    onBeforeRequest: (listener: unknown) => {
      this.beforeRequest = listener as RequestListener
    },
  } satisfies Pick<Electron.WebRequest, 'onBeforeRequest'>

  constructor(partition: string) {
    super()
    this.partition = partition
  }

  setPermissionRequestHandler(handler: FakeSession['permissionRequest']) {
    this.permissionRequest = handler
  }
  setPermissionCheckHandler(handler: FakeSession['permissionCheck']) {
    this.permissionCheck = handler
  }
  setDevicePermissionHandler(handler: FakeSession['devicePermission']) {
    this.devicePermission = handler
  }
  setSpellCheckerEnabled(isOn: boolean) {
    this.isSpellChecked = isOn
  }

  /** Whether a request would be cancelled before it is sent. */
  isCancelled(url: string): boolean {
    let isCancelled = false
    this.beforeRequest?.({ url }, (answer) => {
      isCancelled = answer.cancel === true
    })
    return isCancelled
  }

  /** What a page of this session would get; null: cancelled, or a scheme nobody serves. */
  async fetch(url: string, method = 'GET'): Promise<Response | null> {
    const handler = this.handlers.get(url.slice(0, Math.max(0, url.indexOf(':'))))
    if (!handler || this.isCancelled(url)) return null
    // Not `new Request(url)`: it would mend the address first.
    return handler({ url, method } as Request)
  }
}

// A member that Electron does not have, or has otherwise, fails here.
type Used = 'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'setDevicePermissionHandler' | 'setSpellCheckerEnabled'
FakeSession.prototype satisfies Pick<Electron.Session, Used>
