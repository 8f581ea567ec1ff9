/** A form that is kept under an id of its own. */
export interface Draftable {
  readonly draftId: string
}

/** What keeping a draft needs from outside; the real one calls the contract and the window's local store. */
export interface DraftPorts<Model extends Draftable> {
  keep(model: Model): Promise<{ savedAt: string }>
  /** A copy on this machine, written at once, while the ledger does not have it yet. */
  storeLocally(id: string, content: string): void
  forgetLocally(id: string): void
  /** Calls back after a pause; answers how to cancel. */
  schedule(callback: () => void, milliseconds: number): () => void
}

export type DraftStatus =
  | { readonly kind: 'idle' }
  | { readonly kind: 'pending' }
  | { readonly kind: 'kept'; readonly savedAt: string }
  | { readonly kind: 'failed'; readonly error: unknown }

export interface DraftKeeper<Model extends Draftable> {
  /** The form has changed. */
  changed(model: Model): void
  /** Sends at once what has not been sent: the window is being closed or hidden. */
  flush(): Promise<void>
  /** Stops for a save: nothing is sent until `resume`, and what was under way has arrived. */
  pause(): Promise<void>
  resume(): void
  /** Forgets what has not been sent: it is saved or given up. */
  clear(): void
}

const PAUSE = 1_000
const RETRY = 3_000

/**
 * Keeps what is typed: at once in a local copy, a second after the last key in the ledger; retried until it arrives.
 * At most one call is under way, so an older draft can never overtake a newer one.
 */
export function draftKeeper<Model extends Draftable>(
  ports: DraftPorts<Model>,
  onStatus: (status: DraftStatus) => void,
): DraftKeeper<Model> {
  let waiting: Model | null = null
  let underway: Promise<void> | null = null
  let isPaused = false
  let cancel: (() => void) | null = null

  const later = (milliseconds: number) => {
    cancel?.()
    cancel = ports.schedule(() => void send(), milliseconds)
  }

  const attempt = async (model: Model) => {
    try {
      const { savedAt } = await ports.keep(model)
      if (waiting === null) {
        ports.forgetLocally(model.draftId)
        onStatus({ kind: 'kept', savedAt })
      }
    } catch (error) {
      waiting ??= model
      onStatus({ kind: 'failed', error })
      if (!isPaused) later(RETRY)
    }
  }

  const send = async (): Promise<void> => {
    cancel?.()
    cancel = null
    if (underway) await underway
    const model = waiting
    if (model === null || isPaused) return
    waiting = null
    underway = attempt(model).finally(() => {
      underway = null
    })
    await underway
  }

  return {
    changed(model) {
      waiting = model
      ports.storeLocally(model.draftId, JSON.stringify(model))
      onStatus({ kind: 'pending' })
      if (!isPaused) later(PAUSE)
    },
    async flush() {
      cancel?.()
      cancel = null
      const model = waiting
      if (model === null || isPaused) return
      waiting = null
      // A window that closes cannot wait for the call under way: what is newer was sent later and arrives later.
      await attempt(model)
    },
    async pause() {
      isPaused = true
      cancel?.()
      cancel = null
      await underway
    },
    resume() {
      isPaused = false
      if (waiting !== null) later(PAUSE)
    },
    clear() {
      cancel?.()
      cancel = null
      if (waiting) ports.forgetLocally(waiting.draftId)
      waiting = null
      onStatus({ kind: 'idle' })
    },
  }
}
