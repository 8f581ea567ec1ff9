import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request as httpRequest, type OutgoingHttpHeaders } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { os as orpc } from '@orpc/server'
import { z } from 'zod'
import type { CallContext } from '#main/context.ts'
import { type Core, createCore } from '#main/core.ts'
import { type BrowserServer, type BrowserServerOptions, startBrowserServer } from '#main/shells/browser/server.ts'

/** What came back, as octets on the wire say it. */
export interface Answer {
  readonly status: number
  readonly headers: Record<string, string | string[] | undefined>
  readonly text: string
}

export interface Loopback {
  readonly server: BrowserServer
  readonly core: Core
  readonly folder: string
  /** How often a handler has run. */
  readonly calls: string[]
  /** Raw request; no header is added but Host. */
  ask(method: string, path: string, headers?: OutgoingHttpHeaders, body?: string | Uint8Array): Promise<Answer>
  /** Headers of our own page: cookie and Origin. */
  own(extra?: OutgoingHttpHeaders): OutgoingHttpHeaders
  close(): Promise<void>
}

/** Two procedures that write down that they have run. */
export function createCountingRouter(calls: string[]) {
  const base = orpc.$context<CallContext>()
  return {
    echo: base.input(z.strictObject({ text: z.string() })).handler(({ input }) => {
      calls.push('echo')
      return input.text
    }),
    count: base.input(z.strictObject({})).handler(async function* ({ signal }) {
      calls.push('count')
      try {
        for (let n = 1; ; n++) {
          signal?.throwIfAborted()
          yield { n }
          await new Promise((resolve) => setTimeout(resolve, 5))
        }
      } finally {
        calls.push('count ended')
      }
    }),
  }
}

/** A server over a router of its own that counts what reaches it, with a session already entered. */
export async function openLoopback(options: Partial<BrowserServerOptions> = {}): Promise<Loopback> {
  const folder = mkdtempSync(join(tmpdir(), 'loopback-test-'))
  const page = join(folder, 'page')
  mkdirSync(join(page, 'assets'), { recursive: true })
  writeFileSync(join(page, 'index.html'), '<!doctype html><html><head><title>支部手册</title></head><body></body></html>')
  writeFileSync(join(page, 'assets', 'app.js'), 'export {}')
  writeFileSync(join(page, 'assets', 'app.js.map'), '{}')
  writeFileSync(join(page, '.hidden.json'), '{}')
  writeFileSync(join(folder, 'secret.json'), '{"secret":true}')
  mkdirSync(join(folder, 'page-evil'))
  writeFileSync(join(folder, 'page-evil', 'secret.js'), 'secret')

  const calls: string[] = []
  const router = createCountingRouter(calls)
  const core = createCore({ ledgerDirectory: join(folder, 'ledger'), programVersion: '0.0.0-test', pdf: null })
  const server = await startBrowserServer({ core, router, rendererFolder: page, fontFile: () => null, ...options })

  const ask: Loopback['ask'] = (method, path, headers = {}, body) =>
    new Promise((resolve, reject) => {
      const request = httpRequest(
        {
          host: '127.0.0.1',
          port: server.port,
          method,
          path,
          headers: { host: `127.0.0.1:${server.port}`, ...headers },
          agent: false,
        },
        (response) => {
          const chunks: Buffer[] = []
          response.on('data', (chunk: Buffer) => chunks.push(chunk))
          response.on('error', reject)
          response.on('end', () =>
            resolve({ status: response.statusCode ?? 0, headers: response.headers, text: Buffer.concat(chunks).toString('utf8') }),
          )
        },
      )
      // A refused body is cut off while it is still being sent; the answer has arrived all the same.
      request.on('error', reject)
      request.end(body)
    })

  const entered = await ask('GET', new URL(server.newStartAddress()).pathname + new URL(server.newStartAddress()).search)
  const cookie = String(entered.headers['set-cookie']).split(';')[0] ?? ''
  return {
    server,
    core,
    folder,
    calls,
    ask,
    own: (extra = {}) => ({ cookie, origin: server.origin, ...extra }),
    async close() {
      await server.close()
      await core.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
