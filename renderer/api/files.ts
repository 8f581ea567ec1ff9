import { type StagedFile, stagedFileSchema } from '#shared/files/schema.ts'
import { CallFailed } from './errors.ts'

/** Where the browser shell hands out a finished document of `documents.make…`. */
export function documentUrl(token: string): string {
  return `/documents/${encodeURIComponent(token)}`
}

/** Where the shells hand out an attachment: shown when it is a raster image or a PDF, else downloaded. */
export function attachmentUrl(id: string): string {
  return `/attachments/${encodeURIComponent(id)}`
}

/** Starts the download of a finished document under its own name. */
export function downloadDocument(document_: { readonly token: string; readonly fileName: string }): void {
  const link = document.createElement('a')
  link.href = documentUrl(document_.token)
  link.download = document_.fileName
  document.body.append(link)
  link.click()
  link.remove()
}

export interface UploadOptions {
  /** Share already sent, 0 to 1. */
  readonly onProgress?: (share: number) => void
  readonly signal?: AbortSignal
}

function send(file: File, { onProgress, signal }: UploadOptions): Promise<StagedFile> {
  return new Promise((resolve, reject) => {
    // fetch() tells nothing about the progress of what it sends.
    const request = new XMLHttpRequest()
    request.open('POST', '/upload')
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.setRequestHeader('x-file-name', encodeURIComponent(file.name.normalize('NFC')))
    request.responseType = 'json'
    request.upload.addEventListener('progress', (event) => onProgress?.(event.total === 0 ? 1 : event.loaded / event.total))
    request.addEventListener('load', () => {
      const staged = stagedFileSchema.safeParse(request.response)
      if (request.status === 200 && staged.success) resolve(staged.data)
      else reject(CallFailed.fromAnswer(request.status, request.response, { file: file.name }))
    })
    request.addEventListener('error', () => reject(new TypeError('Failed to fetch')))
    request.addEventListener('abort', () => reject(new CallFailed('CANCELLED', {})))
    signal?.addEventListener('abort', () => request.abort(), { once: true })
    request.send(file)
  })
}

async function stage(bridge: BranchHandbookBridge, file: File): Promise<StagedFile> {
  const answer = await bridge.getPathForFile(file)
  const staged = stagedFileSchema.safeParse(answer)
  if (!staged.success) throw CallFailed.fromAnswer(422, answer, { file: file.name })
  return staged.data
}

/**
 * Hands a chosen or dropped file to the main process and answers its token, which the import and attachment calls take.
 * @throws CallFailed FILE_TOO_LARGE, FILE_UNREADABLE, CANCELLED
 */
export function uploadFile(file: File, options: UploadOptions = {}): Promise<StagedFile> {
  return window.branchHandbook ? stage(window.branchHandbook, file) : send(file, options)
}
