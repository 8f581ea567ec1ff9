import { readFileSync } from 'node:fs'
import { request as httpRequest, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http'
import { basename } from 'node:path'
import { type Place, type RunningApp, startApp } from '../helpers/browser-app.ts'
import type { Answer } from './judge.ts'

/** The built browser shell with a session entered, spoken to without a browser. */
export interface HttpShell {
  readonly app: RunningApp
  readonly origin: string
  /** Headers of the page itself. */
  readonly own: OutgoingHttpHeaders
  ask(
    method: string,
    path: string,
    headers: OutgoingHttpHeaders,
    body?: string | Uint8Array,
  ): Promise<Answer & { readonly text: string }>
  /** Takes a file in by the upload route; answers its token. */
  stage(file: string): Promise<string>
  /** One call of the contract; a stream is read to its end, its last event is the answer. */
  call(path: string, body: string, headers?: OutgoingHttpHeaders): Promise<Answer>
}

const LONGEST_READ = 8_000

async function textOf(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  const timer = setTimeout(() => response.destroy(), LONGEST_READ)
  try {
    for await (const chunk of response) chunks.push(chunk as Buffer)
  } catch {
    // Given up by this side: a page that is closed does the same in the middle of a long task.
  } finally {
    clearTimeout(timer)
  }
  return Buffer.concat(chunks).toString('utf8')
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const unwrapped = (value: unknown): unknown => (typeof value === 'object' && value !== null && 'json' in value ? value.json : value)

/** The last event of a stream as an answer: an error event is judged like an error. */
function lastEvent(text: string): Answer {
  const event = text.split('\n\n').findLast((each) => /^(event|data):/m.test(each)) ?? ''
  const body = unwrapped(parsed(/^data: ?(.*)$/m.exec(event)?.[1] ?? ''))
  if (!/^event: ?error$/m.test(event)) return { status: 200, body }
  const status = typeof body === 'object' && body !== null && 'status' in body ? Number(body.status) : 422
  return { status, body }
}

/** Starts the built program on a data folder and enters it by its start address. */
export async function openHttpShell(place: Place): Promise<HttpShell> {
  const app = await startApp(place)
  const address = new URL(app.startAddress)
  const ask: HttpShell['ask'] = (method, path, headers, body) =>
    new Promise((resolve, reject) => {
      const request = httpRequest(
        { host: '127.0.0.1', port: address.port, method, path, headers: { host: address.host, ...headers }, agent: false },
        (response) => {
          void textOf(response).then((text) => {
            const isStream = String(response.headers['content-type']).startsWith('text/event-stream')
            const status = response.statusCode ?? 0
            resolve({ text, ...(isStream ? lastEvent(text) : { status, body: unwrapped(parsed(text)) }) })
          })
        },
      )
      request.on('error', reject)
      request.end(body)
    })
  const cookie = await new Promise<string>((resolve, reject) => {
    const request = httpRequest(address, { agent: false }, (response) => {
      response.resume()
      resolve(String(response.headers['set-cookie']).split(';')[0] ?? '')
    })
    request.on('error', reject)
    request.end()
  })
  const own = { cookie, origin: address.origin, 'content-type': 'application/json' }
  return {
    app,
    origin: address.origin,
    own,
    ask,
    async stage(file) {
      const headers = { ...own, 'content-type': 'application/octet-stream', 'x-file-name': encodeURIComponent(basename(file)) }
      const { body } = await ask('POST', '/upload', headers, readFileSync(file))
      return (body as { token: string }).token
    },
    call: (path, body, headers = own) => ask('POST', `/rpc${encodeURI(path)}`, headers, body),
  }
}
