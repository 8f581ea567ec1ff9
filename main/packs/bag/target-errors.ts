import { AppError } from '#shared/kernel/errors.ts'

/** The system's own code of a failed file operation, or null when `error` is something else. */
export function systemCode(error: unknown): string | null {
  return error instanceof Error && 'code' in error && 'syscall' in error && typeof error.code === 'string' ? error.code : null
}

/**
 * What a failed write on a target means to the user: no space, or not writable (also when the stick was pulled out);
 * `reason` is the system's code; `isLeft` tells that a beginning lies there with its mark. Anything that is no file operation is returned as it is.
 */
export function targetError(
  error: unknown,
  path: string,
  space: { readonly needed: number; readonly free: number },
  isLeft = false,
): unknown {
  const code = systemCode(error)
  if (code === null) return error
  if (code === 'ENOSPC' || code === 'EDQUOT') return new AppError('TARGET_NO_SPACE', { path, ...space, isLeft }, { cause: error })
  return new AppError('TARGET_NOT_WRITABLE', { path, reason: code, isLeft }, { cause: error })
}
