import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import type Electron from 'electron'
import { AppError } from '#shared/kernel/errors.ts'
import { newId } from '#shared/kernel/ids.ts'
import type { Core } from '../../core.ts'
import { type HandedOut, handOutAttachment, handOutDocument, handOutFont } from '../web/handed-out.ts'
import { securityHeaders } from '../web/headers.ts'
import { staticFile } from '../web/static-files.ts'
import { appPath, appScheme } from './origin.ts'

/** To be registered before the app is ready: an origin of its own, with the rules of https. */
export const schemePrivileges: Electron.CustomScheme[] = [
  { scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
]

export interface AppFiles {
  readonly core: Core
  /** The built page. */
  readonly rendererFolder: string
  /** Path of a shipped font, or null for any other name. */
  readonly fontFile: (name: string) => string | null
}

/** An answer without content; the page learns nothing from its text. */
export const bare = (status: number) => new Response(null, { status, headers: securityHeaders })

/** A file as it goes over `app://`; one that has gone meanwhile breaks the stream instead of ending early. */
export function fileResponse({ content, headers }: HandedOut): Response {
  if ('chunks' in content) {
    return new Response(Readable.toWeb(Readable.from(content.chunks)) as ReadableStream<Uint8Array>, { headers })
  }
  if (!('path' in content)) return new Response(new Uint8Array(content), { headers })
  return new Response(Readable.toWeb(createReadStream(content.path)) as ReadableStream<Uint8Array>, { headers })
}

async function answer(path: string, { core, rendererFolder, fontFile }: AppFiles): Promise<Response> {
  const [, folder = '', name = '', ...more] = path.split('/')
  const isHandedOut = name !== '' && more.length === 0
  if (folder === 'documents') return isHandedOut ? fileResponse(handOutDocument(core, name)) : bare(404)
  if (folder === 'attachments') return isHandedOut ? fileResponse(handOutAttachment(core, name)) : bare(404)
  if (folder === 'fonts') {
    const font = isHandedOut ? fontFile(name) : null
    return font === null ? bare(404) : fileResponse(handOutFont(font))
  }
  const file = await staticFile(rendererFolder, path)
  if (!file) return bare(404)
  return new Response(new Uint8Array(file.content), { headers: { ...securityHeaders, 'content-type': file.mediaType } })
}

const statusOf = ({ code }: AppError) => (code === 'FILE_EXPIRED' ? 410 : code === 'LEDGER_LOCKED' ? 423 : 404)

/** Answers `app://bundle/…`: GET only, this host only, nothing outside of the folder of the page. Never rejects. */
export function appHandler(files: AppFiles): (request: Pick<Request, 'url' | 'method'>) => Promise<Response> {
  return async (request) => {
    if (request.method !== 'GET') return bare(405)
    const path = appPath(request.url)
    if (path === null) return bare(404)
    try {
      return await answer(path, files)
    } catch (error) {
      if (error instanceof AppError) return bare(statusOf(error))
      files.core.log.error(newId().slice(-12), error)
      return bare(500)
    }
  }
}
