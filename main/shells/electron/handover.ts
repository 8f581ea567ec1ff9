import type Electron from 'electron'
import type { StagedFile } from '#shared/files/schema.ts'
import { AppError, type ErrorCode, type ErrorParams } from '#shared/kernel/errors.ts'
import { newId } from '#shared/kernel/ids.ts'
import type { Core } from '../../core.ts'
import { portChannel, stageChannel } from './channels.ts'
import { type Router, servePort } from './port.ts'
import { isTrusted } from './sender.ts'

/** What the page gets for a file: its token, or an expected failure. */
export type StageAnswer = StagedFile | { readonly code: ErrorCode; readonly params: ErrorParams }

function stage(core: Core, path: unknown): StageAnswer {
  // A File that a page has made itself lies nowhere on this machine.
  if (typeof path !== 'string' || path === '') return { code: 'FILE_UNREADABLE', params: {} }
  try {
    return core.staging.fromPath(path)
  } catch (error) {
    if (error instanceof AppError) return { code: error.code, params: error.params }
    throw error
  }
}

/** The two things main listens to. Whatever does not come from the program's own page is written down and not answered. */
export function listen(ipc: Pick<Electron.IpcMain, 'on' | 'handle'>, core: Core, router: Router, known: ReadonlySet<number>): void {
  const refused = (channel: string) => {
    const error = new Error(`${channel}: the sender is not the program's page`)
    core.log.error(newId().slice(-12), error)
    return error
  }
  ipc.on(portChannel, (event) => {
    const [port, ...others] = event.ports
    if (isTrusted(event, known) && port && others.length === 0) return servePort(port, core, router)
    refused(portChannel)
    for (const foreign of event.ports) foreign.close()
  })
  ipc.handle(stageChannel, (event, path: unknown) => {
    if (!isTrusted(event, known)) throw refused(stageChannel)
    return stage(core, path)
  })
}
