import type { ClientContext } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'

/** The message by which Electron's preload hands over the port of the main process. */
export const portMessageKind = 'branch-handbook:port'

function isPortMessage(event: MessageEvent<unknown>): boolean {
  const data = event.data
  if (event.source !== window || typeof data !== 'object' || data === null) return false
  return (data as { kind?: unknown }).kind === portMessageKind && event.ports.length === 1
}

/**
 * Calls over the port that the preload hands over. The port may arrive before or after the first call, so every
 * call waits for it; a later port (the main process started again) takes the place of the first.
 */
export function portTransport(): () => Promise<RPCLink<ClientContext>> {
  let current = new Promise<RPCLink<ClientContext>>((resolve) => {
    window.addEventListener('message', (event: MessageEvent<unknown>) => {
      const port = isPortMessage(event) ? event.ports[0] : undefined
      if (!port) return
      const link = new RPCLink({ port })
      port.start()
      resolve(link)
      current = Promise.resolve(link)
    })
  })
  return () => current
}
