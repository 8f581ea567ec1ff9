import type { ClientContext } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'

/** Calls over the loopback server that served this page; the cookie of the start code goes with every call. */
export function fetchTransport(): RPCLink<ClientContext> {
  return new RPCLink({
    url: new URL('/rpc', window.location.href).href,
    fetch: send,
  })
}

let isLeaving = false
window.addEventListener('pagehide', () => {
  isLeaving = true
})
window.addEventListener('pageshow', () => {
  isLeaving = false
})

async function send(request: Request, init: RequestInit): Promise<Response> {
  const options: RequestInit = { ...init, credentials: 'same-origin', cache: 'no-store' }
  if (!isLeaving) return window.fetch(request, options)
  try {
    // The last words of a page that is being closed must outlive it; the Fetch standard allows them 64 KiB.
    return await window.fetch(request.clone(), { ...options, keepalive: true })
  } catch {
    return window.fetch(request, options)
  }
}
