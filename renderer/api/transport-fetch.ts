import type { ClientContext } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'

/** Calls over the loopback server that served this page; the cookie of the start code goes with every call. */
export function fetchTransport(): RPCLink<ClientContext> {
  return new RPCLink({
    url: new URL('/rpc', window.location.href).href,
    fetch: (request, init) => window.fetch(request, { ...init, credentials: 'same-origin', cache: 'no-store' }),
  })
}
