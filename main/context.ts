import { mapEventIterator } from '@orpc/client'
import { ValidationError } from '@orpc/contract'
import { implement, ORPCError } from '@orpc/server'
import { contract } from '#shared/contract.ts'
import { expectedFailureStatus } from '#shared/kernel/contract.ts'
import { AppError } from '#shared/kernel/errors.ts'
import { newId } from '#shared/kernel/ids.ts'
import { inputParams } from '#shared/kernel/input-text.ts'
import { unstorableIssues } from '#shared/kernel/storable.ts'
import type { Core } from './core.ts'

/** What every handler is given besides its input. */
export interface CallContext {
  readonly core: Core
}

const base = implement(contract).$context<CallContext>()

/** An expected failure as it travels: code, parameters, never a stack. */
function travelling(error: AppError): ORPCError<string, AppError['params']> {
  return new ORPCError(error.code, { status: expectedFailureStatus, data: { ...error.params }, message: error.code, cause: error })
}

const diskFailures = /^(SQLITE_(FULL|READONLY|IOERR|CANTOPEN|CORRUPT|NOTADB).*|ENOSPC|EDQUOT|EIO|ENXIO|ENODEV|EROFS|EACCES|EPERM)$/

/** What leaves the program for an error of any kind. */
function outgoing(error: unknown, context: CallContext, signal: AbortSignal | undefined): unknown {
  if (error instanceof AppError) return travelling(error)
  // A disk that is full, gone, broken or write-protected is met by any call that writes.
  if (error instanceof Error && 'code' in error && diskFailures.test(String(error.code))) {
    const known = context.core.session.failure(error)
    if (known instanceof AppError) {
      context.core.log.error(known.code, error)
      return travelling(known)
    }
  }
  // An id in the input that no row has, met only by the database: the transaction has been taken back.
  if (error instanceof Error && 'code' in error && error.code === 'SQLITE_CONSTRAINT_FOREIGNKEY')
    return travelling(new AppError('NOT_FOUND', { what: '所指的记录' }, { cause: error }))
  if (signal?.aborted) return travelling(new AppError('CANCELLED', {}, { cause: error }))
  if (error instanceof ORPCError) {
    if (error.code === 'BAD_REQUEST' && error.cause instanceof ValidationError) {
      return travelling(new AppError('INPUT_INVALID', inputParams(error.cause.issues), { cause: error }))
    }
    // An answer that does not fit the contract is a bug like any other; everything else is already what it should be.
    if (!(error.cause instanceof ValidationError)) return error
  }
  const reference = newId().slice(-12)
  context.core.log.error(reference, error)
  return new ORPCError('INTERNAL_SERVER_ERROR', { message: reference, cause: error })
}

/** The same, done only the first time. */
function once(work: () => void): () => void {
  let isDone = false
  return () => {
    if (!isDone) work()
    isDone = true
  }
}

const isIterator = (value: unknown): value is AsyncIteratorObject<unknown, unknown, unknown> =>
  typeof value === 'object' && value !== null && Symbol.asyncIterator in value && 'next' in value

/** What is answered while an open ledger waits for its passphrase; everything else is refused, whichever shell carries it. */
const answeredWhileLocked: ReadonlySet<string> = new Set([
  'ledger.status',
  'ledger.retry',
  'lock.status',
  'lock.unlock',
  'lock.recover',
  'lock.lock',
])

/** Calls that a page makes by itself: somebody who has gone away does not seem to be there because of them. */
const madeByClock: ReadonlySet<string> = new Set(['ledger.status', 'lock.status'])

/**
 * The contract, ready to be implemented. Expected failures leave as typed errors with their parameters, input that does
 * not fit, or cannot be stored as it is, as INPUT_INVALID; anything else is a bug: logged with a reference, and only the
 * reference leaves.
 */
export const os = base.use(async ({ context, next, signal, path }, input) => {
  const call = path.join('.')
  let ended = () => {}
  try {
    if (!answeredWhileLocked.has(call)) context.core.session.refuseWhileLocked()
    const unstorable = unstorableIssues(input)
    if (unstorable.length > 0) throw new AppError('INPUT_INVALID', inputParams(unstorable))
    ended = madeByClock.has(call) ? ended : once(context.core.lock.begin())
    const result = await next()
    if (!isIterator(result.output)) {
      ended()
      return result
    }
    // A long task fails while it is being read, long after this function has returned.
    const output = mapEventIterator(result.output, {
      value: async (value, done) => {
        if (done) ended()
        return value
      },
      error: async (error) => {
        ended()
        return outgoing(error, context, signal)
      },
    })
    signal?.addEventListener('abort', ended, { once: true })
    return { ...result, output }
  } catch (error) {
    ended()
    throw outgoing(error, context, signal)
  }
})
