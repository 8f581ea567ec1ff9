/** One end of a connection between two processes: calls that are answered. */
export interface Peer {
  call(method: string, ...args: unknown[]): Promise<unknown>
}

export type Handlers = Record<string, (...args: never[]) => unknown>

interface Channel {
  send(message: unknown): void
  onMessage(listener: (message: unknown) => void): void
}

interface Message {
  readonly id: number
  readonly method?: string
  readonly args?: never[]
  readonly value?: unknown
  readonly error?: string
}

export function openPeer({ send, onMessage }: Channel, handlers: Handlers): Peer {
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>()
  let last = 0
  const answer = async ({ id, method = '', args = [] }: Message) => {
    try {
      send({ id, value: await handlers[method]?.(...args) })
    } catch (error) {
      send({ id, error: error instanceof Error ? error.message : String(error) })
    }
  }
  onMessage((received) => {
    const message = received as Message
    if (message.method !== undefined) return void answer(message)
    const waiter = waiting.get(message.id)
    waiting.delete(message.id)
    if (message.error === undefined) waiter?.resolve(message.value)
    else waiter?.reject(new Error(message.error))
  })
  return {
    call(method, ...args) {
      const id = ++last
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject })
        send({ id, method, args })
      })
    },
  }
}
