import type { IncomingMessage, ServerResponse } from 'node:http'
import { stagedFileSchema } from '#shared/files/schema.ts'
import type { Core } from '../../core.ts'
import { refusals } from './access.ts'
import { send } from './answers.ts'
import { BodyRefused, chunksOf } from './body.ts'

/** Name of the header that carries the file's name, percent-encoded UTF-8. */
export const fileNameHeader = 'x-file-name'

function fileNameOf(request: IncomingMessage): string {
  const header = request.headers[fileNameHeader]
  if (typeof header !== 'string' || header.length > 4096) throw new BodyRefused(refusals.malformed)
  try {
    return decodeURIComponent(header)
  } catch {
    throw new BodyRefused(refusals.malformed)
  }
}

/** Streams a file in and answers its token. @throws AppError FILE_TOO_LARGE, LEDGER_LOCKED; BodyRefused */
export async function takeUpload(core: Core, request: IncomingMessage, response: ServerResponse, idleMs?: number): Promise<void> {
  core.session.refuseWhileLocked()
  const staged = await core.staging.fromStream(fileNameOf(request), chunksOf(request, idleMs))
  send(response, 200, 'application/json', JSON.stringify(stagedFileSchema.parse(staged)))
}
