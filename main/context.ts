import { implement } from '@orpc/server'
import { ORPCError } from '@orpc/server'
import { contract } from '#shared/contract.ts'
import { AppError } from '#shared/kernel/errors.ts'
import { newId } from '#shared/kernel/ids.ts'
import type { Core } from './core.ts'

/** What every handler is given besides its input. */
export interface CallContext {
  readonly core: Core
}

const base = implement(contract).$context<CallContext>()

/**
 * The contract, ready to be implemented. Expected failures leave as typed errors with their parameters; anything else
 * is a bug: logged with a reference, and only the reference leaves.
 */
export const os = base.use(async ({ context, next }) => {
  try {
    return await next()
  } catch (error) {
    if (error instanceof AppError) throw new ORPCError(error.code, { data: { ...error.params }, message: error.code, cause: error })
    if (error instanceof ORPCError) throw error
    const reference = newId().slice(-12)
    context.core.log.error(reference, error)
    throw new ORPCError('INTERNAL_SERVER_ERROR', { message: reference, cause: error })
  }
})
