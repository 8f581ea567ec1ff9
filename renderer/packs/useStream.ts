import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { Progress } from '#shared/kernel/contract.ts'
import { timeLeftText } from '#shared/packs/time-left.ts'

/** Progress with the time that is left of its phase, in words; null while nobody can tell. */
export type TimedProgress = Progress & { readonly timeLeft?: string | null }

/** Follows the phases of a task; each is measured anew. */
function phaseTimer(): (progress: Progress) => TimedProgress {
  let start = { phase: '', at: 0, done: 0 }
  return (progress) => {
    const { phase, done, total } = progress
    const now = performance.now()
    if (phase !== start.phase) start = { phase, at: now, done }
    return { ...progress, timeLeft: timeLeftText(now - start.at, done - start.done, total - done) }
  }
}

/** A long task's stream as the contract has it: progress, and as its last message the result. */
export type StreamEvent<T> = ({ readonly type: 'progress' } & Progress) | { readonly type: 'result'; readonly result: T }

export interface LongTask<T> {
  readonly isRunning: boolean
  readonly progress: TimedProgress | null
  readonly result: T | null
  readonly error: unknown
  start(open: (signal: AbortSignal) => Promise<AsyncIterable<StreamEvent<T>>>): void
  cancel(): void
  reset(): void
}

interface TaskState<T> {
  readonly isRunning: boolean
  readonly progress: TimedProgress | null
  readonly result: T | null
  readonly error: unknown
}

const idle = { isRunning: false, progress: null, result: null, error: null }

/** Follows a long task from its first message to its result; leaving the page cancels it. */
export function useStream<T>(): LongTask<T> {
  const [state, setState] = useState<TaskState<T>>(idle)
  const queryClient = useQueryClient()
  const controller = useRef<AbortController | null>(null)
  useEffect(() => () => controller.current?.abort(), [])

  const follow = async (open: (signal: AbortSignal) => Promise<AsyncIterable<StreamEvent<T>>>) => {
    controller.current?.abort()
    const own = new AbortController()
    controller.current = own
    setState({ ...idle, isRunning: true })
    const timed = phaseTimer()
    try {
      for await (const event of await open(own.signal)) {
        if (event.type === 'result') {
          setState({ ...idle, result: event.result })
          await queryClient.invalidateQueries()
        } else setState((before) => ({ ...before, progress: timed(event) }))
      }
      setState((before) => ({ ...before, isRunning: false }))
    } catch (error) {
      // What the user ended is no failure: nothing has to be said but that it is over.
      setState(own.signal.aborted ? idle : { ...idle, error })
    }
  }
  return {
    ...state,
    start: (open) => void follow(open),
    cancel: () => controller.current?.abort(),
    reset: () => setState(idle),
  }
}
