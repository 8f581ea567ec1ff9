import { RPCHandler } from '@orpc/server/message-port'
import type { MessagePortMain } from 'electron'
import { newId } from '#shared/kernel/ids.ts'
import type { CallContext } from '../../context.ts'
import type { Core } from '../../core.ts'
import { isCallFrame } from './envelope.ts'

/** What is used of Electron's port. */
export type Port = Pick<MessagePortMain, 'on' | 'postMessage' | 'start' | 'close'>

export type Router = ConstructorParameters<typeof RPCHandler<CallContext>>[0]

/** Serves the contract on a port until it closes or a frame comes that is no call. */
export function servePort(port: Port, core: Core, router: Router): void {
  const listeners: Record<string, ((event?: { data: unknown }) => void)[]> = { message: [], close: [] }
  let isOpen = true
  const closed = () => {
    if (!isOpen) return
    isOpen = false
    for (const listener of listeners['close'] ?? []) listener()
  }
  // oRPC is given this in place of the port: it never meets a frame that has not been looked at, nor a port that is gone.
  const guarded = {
    on: (event: string, listener: (event?: { data: unknown }) => void) => void listeners[event]?.push(listener),
    postMessage: (data: unknown) => {
      if (isOpen) port.postMessage(data)
    },
  }
  new RPCHandler<CallContext>(router).upgrade(guarded, { context: { core } })
  port.on('message', ({ data }) => {
    if (!isOpen) return
    if (isCallFrame(data)) {
      for (const listener of listeners['message'] ?? []) listener({ data })
      return
    }
    core.log.error(newId().slice(-12), new Error('a frame that is no call: the port is closed'))
    port.close()
    closed()
  })
  port.on('close', closed)
  port.start()
}
