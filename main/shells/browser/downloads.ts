import { createReadStream } from 'node:fs'
import type { ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { HandedOut } from '../web/handed-out.ts'

/** Sends a file; when it cannot be read to its end the connection breaks, so that nobody takes half of it for the whole. */
export async function sendHandedOut({ content, headers }: HandedOut, response: ServerResponse): Promise<void> {
  if ('chunks' in content) {
    const chunks = Readable.from(content.chunks)
    response.writeHead(200, headers)
    await pipeline(chunks, response)
    return
  }
  if (!('path' in content)) {
    response.writeHead(200, headers).end(content)
    return
  }
  const source = createReadStream(content.path)
  // Only an opened file is promised: a missing one can still be answered as a failure.
  await new Promise<void>((resolve, reject) => {
    source.once('open', () => resolve())
    source.once('error', reject)
  })
  response.writeHead(200, headers)
  await pipeline(source, response)
}
