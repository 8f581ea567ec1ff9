import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { RPCHandler } from '@orpc/server/node'
import { AppError } from '#shared/kernel/errors.ts'
import { newId } from '#shared/kernel/ids.ts'
import type { CallContext } from '../../context.ts'
import type { Core } from '../../core.ts'
import { handOutAttachment, handOutDocument, handOutFont } from '../web/handed-out.ts'
import { securityHeaders } from '../web/headers.ts'
import { staticFile } from '../web/static-files.ts'
import { refusalOf, refusals } from './access.ts'
import { refuse, send, sendFailure } from './answers.ts'
import { BodyRefused, readEnvelope } from './body.ts'
import { sendHandedOut } from './downloads.ts'
import { openPresence, presenceScript } from './presence.ts'
import { parseTarget, type Route, routeOf } from './routes.ts'
import { cookieName, cookieValue, openSessions } from './sessions.ts'
import { closedPage, enteredPage } from './start-page.ts'
import { takeUpload } from './upload.ts'

export interface BrowserServerOptions {
  readonly core: Core
  /** Implements the contract; a test may bring its own. */
  readonly router: ConstructorParameters<typeof RPCHandler<CallContext>>[0]
  /** The built page. */
  readonly rendererFolder: string
  /** Path of a shipped font, or null for any other name. */
  readonly fontFile: (name: string) => string | null
  /** 0 or absent: a free one. */
  readonly port?: number
  /** The last window has gone, `graceMs` ago. */
  readonly onAbandoned?: () => void
  readonly graceMs?: number
  /** How long a body may pause. */
  readonly idleMs?: number
}

/** The loopback server of the browser shell, listening. */
export interface BrowserServer {
  readonly port: number
  readonly origin: string
  /** A local address with a fresh start code, good once. */
  newStartAddress(): string
  /** Windows that are open now. */
  readonly windows: number
  /** Whether one was ever there. */
  readonly hadWindow: boolean
  close(): Promise<void>
}

const html = 'text/html; charset=utf-8'

/** Starts the server on 127.0.0.1 and on nothing else (DESIGN §6, §9). */
export async function startBrowserServer(options: BrowserServerOptions): Promise<BrowserServer> {
  const { core } = options
  const sessions = openSessions()
  const presence = openPresence(() => options.onAbandoned?.(), options.graceMs)
  const handler = new RPCHandler<CallContext>(options.router)
  let authority = ''
  let cookie = ''

  const answerCall = async (request: IncomingMessage, response: ServerResponse) => {
    // oRPC takes a body that has been read already; so it never meets one that has not been checked.
    Object.assign(request, { body: await readEnvelope(request, options.idleMs) })
    for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value)
    const { matched } = await handler.handle(request, response, { prefix: '/rpc', context: { core } })
    if (!matched) refuse(request, response, refusals.unknown)
  }

  const answerStart = (code: string, request: IncomingMessage, response: ServerResponse) => {
    const session = sessions.exchange(code)
    if (session === null) return send(response, 403, html, closedPage, { connection: 'close' })
    request.resume()
    send(response, 200, html, enteredPage, { 'set-cookie': `${cookie}=${session}; HttpOnly; SameSite=Strict; Path=/` })
  }

  const answerAlive = (response: ServerResponse) => {
    response.writeHead(200, { ...securityHeaders, 'content-type': 'text/event-stream' })
    response.write('retry: 1000\n\n')
    const leave = presence.join()
    const beat = setInterval(() => response.write(':\n\n'), 15_000)
    response.once('close', () => {
      clearInterval(beat)
      leave()
    })
  }

  const answerPage = async (path: string, request: IncomingMessage, response: ServerResponse) => {
    const file = await staticFile(options.rendererFolder, path)
    if (!file) return refuse(request, response, refusals.unknown)
    const isIndex = path === '/' || path === '/index.html'
    const text = Buffer.from(file.content)
    if (!isIndex) return void response.writeHead(200, { ...securityHeaders, 'content-type': file.mediaType }).end(text)
    const script = '<script type="module" src="/presence.js"></script></head>'
    send(response, 200, file.mediaType, text.toString('utf8').replace('</head>', script))
  }

  const answer = async (route: Route, query: URLSearchParams, request: IncomingMessage, response: ServerResponse) => {
    switch (route.kind) {
      case 'start':
        return answerStart(query.get('code') ?? '', request, response)
      case 'call':
        return answerCall(request, response)
      case 'upload':
        return takeUpload(core, request, response, options.idleMs)
      case 'alive':
        return answerAlive(response)
      case 'presence':
        return send(response, 200, 'text/javascript; charset=utf-8', presenceScript)
      case 'document':
        return sendHandedOut(handOutDocument(core, route.rest), response)
      case 'attachment':
        return sendHandedOut(handOutAttachment(core, route.rest), response)
      case 'font': {
        const font = options.fontFile(route.rest)
        return font === null ? refuse(request, response, refusals.unknown) : sendHandedOut(handOutFont(font), response)
      }
      case 'page':
        return answerPage(route.rest, request, response)
    }
  }

  const onRequest = async (request: IncomingMessage, response: ServerResponse) => {
    const target = parseTarget(request.url)
    const route = target ? routeOf(target.path) : null
    const head = { method: request.method ?? '', headers: request.headers }
    const hasSession = () => sessions.isKnown(cookieValue(request.headers.cookie, cookie))
    const refusal = refusalOf(head, authority, route?.rule ?? null, hasSession)
    if (refusal === refusals.noSession && request.method === 'GET' && target?.path === '/') {
      return send(response, 401, html, closedPage, { connection: 'close' })
    }
    if (refusal) return refuse(request, response, refusal, refusal.status === 405 && route ? { allow: route.rule.method } : {})
    if (route && target) await answer(route, target.query, request, response)
  }

  const onFailure = (error: unknown, request: IncomingMessage, response: ServerResponse) => {
    if (error instanceof BodyRefused) return refuse(request, response, error.refusal)
    if (error instanceof AppError) return sendFailure(request, response, error)
    // The other side has gone: there is nobody to answer and nothing to mend.
    if (request.destroyed || response.destroyed) return response.destroy()
    const reference = newId().slice(-12)
    core.log.error(reference, error)
    if (response.headersSent) return response.destroy()
    refuse(request, response, { status: 500, code: 'INTERNAL_SERVER_ERROR', message: reference })
  }

  const server = createServer({ headersTimeout: 10_000, requestTimeout: 600_000, keepAliveTimeout: 5_000, maxHeaderSize: 16_384 })
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    // An error on either stream means that the other side has gone; without a listener it would end the process.
    request.on('error', () => {})
    response.on('error', () => {})
    onRequest(request, response).catch((error: unknown) => onFailure(error, request, response))
  })
  server.on('clientError', (_error, socket) => {
    if (socket.writable) socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n')
    else socket.destroy()
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen({ host: '127.0.0.1', port: options.port ?? 0 }, () => resolve())
  })
  const { port } = server.address() as AddressInfo
  authority = `127.0.0.1:${port}`
  cookie = cookieName(port)
  const origin = `http://${authority}`
  return {
    port,
    origin,
    newStartAddress: () => `${origin}/start?code=${sessions.newCode()}`,
    get windows() {
      return presence.windows
    },
    get hadWindow() {
      return presence.hadWindow
    },
    async close() {
      presence.close()
      await new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      })
    },
  }
}
