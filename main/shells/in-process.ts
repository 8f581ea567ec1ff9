import { createRouterClient, type RouterClient } from '@orpc/server'
import type { Core } from '../core.ts'
import { router } from '../router.ts'

export type InProcessClient = RouterClient<typeof router>

/** The contract without a wire between: the same checks, the same typed errors. For the command line and tests. */
export function inProcessClient(core: Core): InProcessClient {
  return createRouterClient(router, { context: { core } })
}
