import { ORPCError } from '@orpc/client'
import { errorText } from '#shared/kernel/error-text.ts'
import { type ErrorCode, type ErrorParams, errorCodes } from '#shared/kernel/errors.ts'

export interface ErrorWords {
  readonly title: string
  readonly advice: string
}

/** A route beside the contract (upload) refused: the same codes, the same words. */
export class CallFailed extends Error {
  readonly code: string
  readonly params: ErrorParams

  constructor(code: string, params: ErrorParams) {
    super(code)
    this.name = 'CallFailed'
    this.code = code
    this.params = params
  }

  /** From the answer `{code, data}` (or `{code, params}`) of a shell; without a known code the status decides. */
  static fromAnswer(status: number, body: unknown, params: ErrorParams): CallFailed {
    const answer = typeof body === 'object' && body !== null ? (body as { code?: unknown; data?: unknown; params?: unknown }) : {}
    const own = answer.data ?? answer.params
    const merged = { ...params, ...(typeof own === 'object' && own !== null ? (own as ErrorParams) : {}) }
    if (typeof answer.code === 'string') return new CallFailed(answer.code, merged)
    return new CallFailed(status === 413 ? 'FILE_TOO_LARGE' : `HTTP_${status}`, merged)
  }
}

function isErrorCode(code: string): code is ErrorCode {
  return (errorCodes as readonly string[]).includes(code)
}

/** The code of an expected failure, or null for anything else. */
export function errorCodeOf(error: unknown): ErrorCode | null {
  if (!(error instanceof ORPCError) && !(error instanceof CallFailed)) return null
  return isErrorCode(error.code) ? error.code : null
}

function isDisconnected(error: unknown): boolean {
  if (error instanceof TypeError && /fetch|network/i.test(error.message)) return true
  return error instanceof Error && /peer was (stopped|closed)/i.test(error.message)
}

/**
 * Any thrown value in the words of the user. Expected failures by their code (`shared/kernel/error-text.ts`); anything
 * else is a bug and carries the number under which the main process has logged it.
 */
export function describeError(error: unknown): ErrorWords {
  if (error instanceof ORPCError && isErrorCode(error.code)) {
    return errorText(error.code, (error.data ?? {}) as ErrorParams)
  }
  if (error instanceof CallFailed && isErrorCode(error.code)) return errorText(error.code, error.params)
  if (isDisconnected(error)) {
    return { title: '与程序的连接已断开', advice: '支部手册可能已经退出。已保存的内容都在数据文件夹里，请重新打开支部手册。' }
  }
  const code = error instanceof ORPCError || error instanceof CallFailed ? error.code : ''
  if (['UNAUTHORIZED', 'FORBIDDEN', 'HTTP_401', 'HTTP_403'].includes(code)) {
    return { title: '这个窗口已经失效', advice: '请关闭本窗口，重新打开支部手册。' }
  }
  if (code === 'BAD_REQUEST') return { title: '填写的内容不符合要求', advice: '请检查日期、名称和字数后再试。' }
  const reference = error instanceof ORPCError && code === 'INTERNAL_SERVER_ERROR' ? error.message : ''
  return {
    title: reference === '' ? '程序出错' : `程序出错，编号 ${reference}`,
    advice: '内容没有保存。请再试一次；仍不成功时，请记下编号和当时的操作，联系维护人员。',
  }
}
