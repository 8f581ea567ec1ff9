import { createReadStream } from 'node:fs'
import type { ServerResponse } from 'node:http'
import { extname } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { openAttachment } from '../../attachments/read.ts'
import type { Core } from '../../core.ts'
import { contentDisposition, sandboxPolicy, securityHeaders } from './headers.ts'

/** The only kinds of attachment that a browser shows itself; SVG and HTML can carry scripts and are none of them. */
const shownTypes: ReadonlySet<string> = new Set([
  'image/png',
  'image/jpeg',
  'image/gif',
  'image/webp',
  'image/bmp',
  'application/pdf',
])

const fontTypes: Readonly<Record<string, string>> = {
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
  '.otf': 'font/otf',
}

/** Sends a file from the disk; when it cannot be read to its end the connection breaks, so that nobody takes half of it for the whole. */
async function sendFile(response: ServerResponse, path: string, headers: Record<string, string>): Promise<void> {
  const source = createReadStream(path)
  await new Promise<void>((resolve, reject) => {
    source.once('open', () => resolve())
    source.once('error', reject)
  })
  response.writeHead(200, { ...securityHeaders, ...headers })
  await pipeline(source, response)
}

/** A finished document, always as a download. @throws AppError FILE_EXPIRED */
export function sendDocument(core: Core, token: string, response: ServerResponse): void {
  const document = core.outbox.find(token)
  response.writeHead(200, {
    ...securityHeaders,
    'content-security-policy': sandboxPolicy,
    'content-type': document.mediaType,
    'content-length': String(document.content.length),
    'content-disposition': contentDisposition('attachment', document.fileName),
  })
  response.end(document.content)
}

/** An attachment: raster images and PDF to look at, anything else as a download. @throws AppError NOT_FOUND, LEDGER_NOT_OPEN */
export async function sendAttachment(core: Core, id: string, response: ServerResponse): Promise<void> {
  const attachment = openAttachment(core.session.require(), id)
  const isShown = shownTypes.has(attachment.mediaType)
  await sendFile(response, attachment.path, {
    'content-security-policy': sandboxPolicy,
    'content-type': isShown ? attachment.mediaType : 'application/octet-stream',
    'content-length': String(attachment.octets),
    'content-disposition': contentDisposition(isShown ? 'inline' : 'attachment', attachment.name),
  })
}

/** A shipped font, by a path that the documents feature has found. */
export async function sendFont(path: string, response: ServerResponse): Promise<void> {
  await sendFile(response, path, { 'content-type': fontTypes[extname(path).toLowerCase()] ?? 'application/octet-stream' })
}
