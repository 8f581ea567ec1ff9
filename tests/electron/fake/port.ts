import { EventEmitter } from 'node:events'
import type Electron from 'electron'

/** Main's end of a port, with what has been sent through it. */
export class FakePort extends EventEmitter {
  readonly sent: unknown[] = []
  isStarted = false
  isClosed = false
  /** Where the answers go besides, for a client on the other end. */
  onSent: (data: unknown) => void = () => undefined

  postMessage(data: unknown) {
    if (this.isClosed) throw new Error('the port is closed')
    this.sent.push(data)
    this.onSent(data)
  }
  start() {
    this.isStarted = true
  }
  close() {
    if (this.isClosed) return
    this.isClosed = true
    this.emit('close')
  }
  /** What the page sends. */
  receive(data: unknown) {
    this.emit('message', { data, ports: [] })
  }
}
FakePort.prototype satisfies Pick<Electron.MessagePortMain, 'postMessage' | 'start' | 'close'>
