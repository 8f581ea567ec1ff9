import { ORPCError } from '@orpc/client'
import { errorLine, unexpectedText } from '#shared/kernel/error-text.ts'
import { AppError, type ErrorCode, type ErrorParams, errorCodes } from '#shared/kernel/errors.ts'
import { newId } from '#shared/kernel/ids.ts'
import { ArgumentError } from './arguments.ts'

/** A failure as the command line tells it. */
export interface Failure {
  readonly code: string
  readonly text: string
}

const isErrorCode = (code: string): code is ErrorCode => (errorCodes as readonly string[]).includes(code)

/** Says what went wrong; a bug is logged here unless the contract has logged it already. */
export function failureOf(error: unknown, log: (reference: string, error: unknown) => void): Failure {
  if (error instanceof ArgumentError) return { code: 'ARGUMENTS', text: error.message }
  if (error instanceof AppError) return { code: error.code, text: errorLine(error.code, error.params) }
  if (error instanceof ORPCError && isErrorCode(error.code)) {
    return { code: error.code, text: errorLine(error.code, (error.data ?? {}) as ErrorParams) }
  }
  const isLogged = error instanceof ORPCError && error.code === 'INTERNAL_SERVER_ERROR'
  const reference = isLogged ? error.message : newId().slice(-12)
  if (!isLogged) log(reference, error)
  const { title, advice } = unexpectedText(reference)
  return { code: 'INTERNAL_SERVER_ERROR', text: `${title}。${advice}` }
}
