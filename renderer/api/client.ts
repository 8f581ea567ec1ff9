import { createORPCClient, DynamicLink } from '@orpc/client'
import type { ContractRouterClient } from '@orpc/contract'
import { createTanstackQueryUtils } from '@orpc/tanstack-query'
import type { contract } from '#shared/contract.ts'
import { fetchTransport } from './transport-fetch.ts'
import { portTransport } from './transport-port.ts'

export type Client = ContractRouterClient<typeof contract>

function openTransport(): () => Promise<ReturnType<typeof fetchTransport>> {
  if (window.branchHandbook) return portTransport()
  const link = fetchTransport()
  return () => Promise.resolve(link)
}

/** Everything the program can do, typed by the contract; for streams and for calls outside of components. */
export const client: Client = createORPCClient(new DynamicLink(openTransport()))

/** The same as options of TanStack Query: `useQuery(orpc.members.roster.queryOptions({ input: { date } }))`. */
export const orpc = createTanstackQueryUtils(client)
