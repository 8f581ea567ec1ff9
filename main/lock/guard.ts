import { AppError } from '#shared/kernel/errors.ts'
import { waitAfter } from '#shared/lock/wait.ts'
import type { Clock } from '../platform/clock.ts'

/** What stands between a window and the passphrase of this run: attempts, and the time since somebody did something. */
export interface LockGuard {
  /** Something was done: the time until the window locks begins anew. */
  touch(): void
  /** A call begins; the answer ends it. While one is running nobody is away. */
  begin(): () => void
  /** Whether nothing has been done for so many minutes. */
  isIdle(minutes: number): boolean
  /** Seconds until the next attempt is taken. */
  waitSeconds(): number
  /**
   * Tries a secret: refused too soon after wrong ones. Attempts are taken one after the other.
   * @throws AppError PASSPHRASE_WAIT, PASSPHRASE_WRONG
   */
  attempt<T>(what: 'passphrase' | 'recovery', open: () => Promise<T | null>): Promise<T>
}

export function openGuard(clock: Clock): LockGuard {
  const moment = () => ({ date: clock.now().getTime(), elapsed: clock.elapsed() })
  let lastUse = moment()
  let running = 0
  let wrong = 0
  let notBefore = -Infinity
  let queue: Promise<unknown> = Promise.resolve()
  const touch = () => {
    lastUse = moment()
  }
  /** By the date as well: the even clock stands still while the machine sleeps, the date may be set back. */
  const unusedFor = () => Math.max(clock.now().getTime() - lastUse.date, clock.elapsed() - lastUse.elapsed)
  const waitSeconds = () => Math.max(0, Math.ceil((notBefore - clock.elapsed()) / 1000))
  const tried = async <T>(what: 'passphrase' | 'recovery', open: () => Promise<T | null>): Promise<T> => {
    const seconds = waitSeconds()
    if (seconds > 0) throw new AppError('PASSPHRASE_WAIT', { seconds })
    const opened = await open()
    if (opened === null) {
      wrong += 1
      notBefore = clock.elapsed() + waitAfter(wrong) * 1000
      throw new AppError('PASSPHRASE_WRONG', { what, waitSeconds: waitAfter(wrong) })
    }
    wrong = 0
    notBefore = -Infinity
    touch()
    return opened
  }
  return {
    touch,
    begin: () => {
      touch()
      running += 1
      return () => {
        running -= 1
        touch()
      }
    },
    isIdle: (minutes) => running === 0 && minutes > 0 && unusedFor() >= minutes * 60_000,
    waitSeconds,
    attempt: (what, open) => {
      const attempt = queue.then(() => tried(what, open))
      queue = attempt.catch(() => undefined)
      return attempt
    },
  }
}
