import type { Progress } from '#shared/kernel/contract.ts'

/** What a long task is given: when to stop, and whom to tell how far it is. */
export interface TaskControl {
  readonly signal: AbortSignal
  readonly onProgress: (progress: Progress) => void
}

export type TaskEvent<T> = ({ readonly type: 'progress' } & Progress) | { readonly type: 'result'; readonly result: T }

/** Shortest time between two progress messages, in milliseconds: more than a screen can show costs and tells nothing. */
const INTERVAL = 100

const pause = (milliseconds: number) => new Promise<void>((resolve) => void setTimeout(resolve, milliseconds))

/**
 * A long task as the stream of the contract: progress, at most ten times a second, and as its last message the result.
 * The task is told to stop when `signal` ends it or the reader goes away, and has cleared up when the stream ends.
 */
export async function* taskEvents<T>(
  work: (control: TaskControl) => Promise<T>,
  signal?: AbortSignal,
): AsyncGenerator<TaskEvent<T>, void, undefined> {
  const controller = new AbortController()
  const stop = () => controller.abort()
  signal?.addEventListener('abort', stop, { once: true })
  if (signal?.aborted) stop()
  let latest: Progress | null = null
  let wake = () => {}
  const onProgress = (progress: Progress) => {
    latest = progress
    wake()
  }
  let isDone = false
  const settled = work({ signal: controller.signal, onProgress })
    .then(
      (result) => ({ result }),
      (error: unknown) => ({ error }),
    )
    .finally(() => {
      isDone = true
      wake()
    })
  const taken = (): TaskEvent<T> | null => {
    const event = latest ? { type: 'progress' as const, ...latest } : null
    latest = null
    return event
  }
  try {
    while (!isDone) {
      const event = taken()
      if (event) {
        yield event
        await Promise.race([settled, pause(INTERVAL)])
      } else {
        await new Promise<void>((resolve) => {
          wake = resolve
          if (isDone || latest) resolve()
        })
      }
    }
    const outcome = await settled
    if ('error' in outcome) throw outcome.error
    const last = taken()
    if (last) yield last
    yield { type: 'result', result: outcome.result }
  } finally {
    controller.abort()
    signal?.removeEventListener('abort', stop)
    await settled
  }
}
