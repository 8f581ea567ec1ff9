import type { IncomingMessage, ServerResponse } from 'node:http'
import { expectedFailureStatus } from '#shared/kernel/contract.ts'
import type { AppError } from '#shared/kernel/errors.ts'
import { securityHeaders } from '../web/headers.ts'
import type { Refusal } from './access.ts'

/** Octets of an unwanted body that are read and thrown away, so that the answer reaches who is still sending. */
const discardedOctets = 16 * 1024 ** 2
const discardMs = 5_000

function discard(request: IncomingMessage): void {
  let octets = 0
  const timer = setTimeout(() => request.destroy(), discardMs)
  timer.unref()
  request.on('data', (chunk: Uint8Array) => {
    octets += chunk.length
    if (octets > discardedOctets) request.destroy()
  })
  request.once('close', () => clearTimeout(timer))
  request.resume()
}

/** Answers with a whole text. Does nothing when the other side has gone. */
export function send(
  response: ServerResponse,
  status: number,
  mediaType: string,
  text: string,
  headers: Record<string, string> = {},
) {
  if (response.headersSent || response.destroyed) return
  response.writeHead(status, { ...securityHeaders, 'content-type': mediaType, ...headers })
  response.end(text)
}

interface ErrorAnswer {
  readonly defined: boolean
  readonly code: string
  readonly status: number
  readonly message: string
  readonly data?: unknown
}

/** An error in the envelope of oRPC, which its client reads, and bare beside it for the routes that are not calls. */
const errorBody = (error: ErrorAnswer) => JSON.stringify({ json: error, code: error.code, data: error.data })

/** Turns a request away and closes its connection. */
export function refuse(request: IncomingMessage, response: ServerResponse, refusal: Refusal, headers: Record<string, string> = {}) {
  const body = errorBody({ defined: false, ...refusal })
  send(response, refusal.status, 'application/json', body, { ...headers, connection: 'close' })
  discard(request)
}

/** Answers an expected failure of a route that is not an oRPC call. */
export function sendFailure(request: IncomingMessage, response: ServerResponse, error: AppError) {
  const body = errorBody({
    defined: true,
    code: error.code,
    status: expectedFailureStatus,
    message: error.code,
    data: error.params,
  })
  send(response, expectedFailureStatus, 'application/json', body, { connection: 'close' })
  discard(request)
}
