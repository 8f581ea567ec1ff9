import type Electron from 'electron'
import { appOrigin, isAppPage } from './origin.ts'

/** What is looked at of a frame that sends. */
export type SenderFrame = Pick<Electron.WebFrameMain, 'origin' | 'url'> & { readonly parent: unknown }

/** What is looked at of a message from a page. */
export interface Message {
  readonly sender: { readonly id: number }
  /** Null when the frame has gone meanwhile. */
  readonly senderFrame: SenderFrame | null
}

/** Whether a message comes from the top frame of our page in a window that we have opened. */
export function isTrusted(message: Message, known: ReadonlySet<number>): boolean {
  const frame = message.senderFrame
  return (
    frame !== null && frame.parent === null && frame.origin === appOrigin && isAppPage(frame.url) && known.has(message.sender.id)
  )
}
