import { extname } from 'node:path'
import { openAttachment } from '../../attachments/read.ts'
import type { Core } from '../../core.ts'
import { fileChunks, openedStream } from '../../sealed/files.ts'
import { logAccess } from '../../sealed/text.ts'
import { contentDisposition, sandboxPolicy, securityHeaders } from './headers.ts'

/** A file that a shell hands to a page: its headers, and either its content or where it lies. */
export interface HandedOut {
  readonly headers: Readonly<Record<string, string>>
  readonly content: Uint8Array | { readonly path: string } | { readonly chunks: AsyncIterable<Uint8Array> }
}

/** The only kinds of attachment that a page shows itself; SVG and HTML can carry scripts and are none of them. */
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

/** A finished document, always as a download. @throws AppError FILE_EXPIRED, LEDGER_LOCKED */
export function handOutDocument(core: Core, token: string): HandedOut {
  core.session.refuseWhileLocked()
  const document = core.outbox.find(token)
  return {
    headers: {
      ...securityHeaders,
      'content-security-policy': sandboxPolicy,
      'content-type': document.mediaType,
      'content-length': String(document.content.length),
      'content-disposition': contentDisposition('attachment', document.fileName),
    },
    content: document.content,
  }
}

/** An attachment: raster images and PDF to look at, anything else as a download. @throws AppError NOT_FOUND, LEDGER_NOT_OPEN, LEDGER_LOCKED */
export function handOutAttachment(core: Core, id: string): HandedOut {
  const ledger = core.session.require()
  const attachment = openAttachment(ledger, id)
  const keys = attachment.isSealed ? ledger.vault.keys() : null
  if (attachment.isSealed)
    logAccess(ledger, { at: core.clock.now(), what: `打开附件`, ownerId: attachment.dossierId ?? attachment.id })
  const isShown = shownTypes.has(attachment.mediaType)
  return {
    headers: {
      ...securityHeaders,
      'content-security-policy': sandboxPolicy,
      'content-type': isShown ? attachment.mediaType : 'application/octet-stream',
      // What is encrypted is longer than what it holds.
      ...(keys === null ? { 'content-length': String(attachment.octets) } : {}),
      'content-disposition': contentDisposition(isShown ? 'inline' : 'attachment', attachment.name),
    },
    content: keys === null ? { path: attachment.path } : { chunks: openedStream(keys, fileChunks(attachment.path)) },
  }
}

/** A shipped font, by a path that the documents feature has found. */
export function handOutFont(path: string): HandedOut {
  return {
    headers: { ...securityHeaders, 'content-type': fontTypes[extname(path).toLowerCase()] ?? 'application/octet-stream' },
    content: { path },
  }
}
