import { createConnection } from 'node:net'
import { createORPCClient, ORPCError } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import type { RouterClient } from '@orpc/server'
import fc from 'fast-check'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type createCountingRouter, type Loopback, openLoopback } from './loopback.ts'

let loopback: Loopback
beforeAll(async () => {
  loopback = await openLoopback({ idleMs: 300 })
})
afterAll(() => loopback.close())

const json = { 'content-type': 'application/json' }
const hello = JSON.stringify({ json: { text: '你好' } })

/** The server answers its own page as before, and no handler has run since `calls` was emptied. */
async function stillAlive() {
  expect(loopback.calls).toEqual([])
  const answer = await loopback.ask('POST', '/rpc/echo', loopback.own(json), hello)
  expect([answer.status, answer.text]).toEqual([200, '{"json":"你好"}'])
  loopback.calls.length = 0
}

describe('who may talk to it', () => {
  afterEach(stillAlive)

  test('no cookie, a wrong one, one of another port', async () => {
    const own = loopback.own(json)
    const name = String(own['cookie']).split('=')[0]
    const wrong = [
      undefined,
      '',
      `${name}=`,
      `${name}=${'0'.repeat(64)}`,
      `${name}x=${String(own['cookie']).split('=')[1]}`,
      'a;b=;=c',
    ]
    for (const cookie of wrong) {
      const headers = { ...json, origin: loopback.server.origin, ...(cookie === undefined ? {} : { cookie }) }
      expect((await loopback.ask('POST', '/rpc/echo', headers, hello)).status).toBe(401)
    }
    for (const path of [
      '/',
      '/assets/app.js',
      '/alive',
      '/documents/x',
      '/attachments/x',
      '/fonts/x',
      '/presence.js',
      '/nowhere',
    ]) {
      expect((await loopback.ask('GET', path)).status, path).toBe(401)
    }
  })

  test('a foreign Host, as a rebound name would send it', async () => {
    const { port } = loopback.server
    for (const host of [
      'example.org',
      `localhost:${port}`,
      '127.0.0.1',
      `127.0.0.1:${port + 1}`,
      `127.0.0.1:${port}.example.org`,
      `[::1]:${port}`,
    ]) {
      expect((await loopback.ask('POST', '/rpc/echo', loopback.own({ ...json, host }), hello)).status, host).toBe(403)
      expect((await loopback.ask('GET', '/', loopback.own({ host }))).status, host).toBe(403)
    }
  })

  test('a foreign Origin, none on a POST, a page of another local port', async () => {
    const { cookie } = loopback.own()
    const { port, origin } = loopback.server
    for (const foreign of [
      'null',
      'http://example.org',
      `https://127.0.0.1:${port}`,
      `http://127.0.0.1:${port + 1}`,
      `${origin}.example.org`,
      `${origin}/`,
    ]) {
      const answer = await loopback.ask('POST', '/rpc/echo', { ...json, cookie, origin: foreign }, hello)
      expect(answer.status, foreign).toBe(403)
      expect((await loopback.ask('GET', '/', { cookie, origin: foreign })).status, foreign).toBe(403)
    }
    expect((await loopback.ask('POST', '/rpc/echo', { ...json, cookie }, hello)).status).toBe(403)
    expect((await loopback.ask('POST', '/upload', { 'content-type': 'application/octet-stream', cookie }, 'x')).status).toBe(403)
    for (const site of ['same-site', 'cross-site']) {
      expect((await loopback.ask('GET', '/assets/app.js', { cookie, 'sec-fetch-site': site })).status, site).toBe(403)
    }
  })

  test('a start code is good once, and no other text is', async () => {
    const address = new URL(loopback.server.newStartAddress())
    expect(address.searchParams.get('code')).toMatch(/^[0-9a-f]{64}$/)
    expect((await loopback.ask('GET', '/start?code=guess')).status).toBe(403)
    expect((await loopback.ask('GET', '/start')).status).toBe(403)
    expect((await loopback.ask('POST', address.pathname + address.search)).status).toBe(405)
    expect((await loopback.ask('GET', address.pathname + address.search, { host: 'example.org' })).status).toBe(403)
    const first = await loopback.ask('GET', address.pathname + address.search, { 'sec-fetch-site': 'cross-site' })
    expect(first.status).toBe(200)
    expect(String(first.headers['set-cookie'])).toMatch(/^branch-handbook-\d+=[0-9a-f]{64}; HttpOnly; SameSite=Strict; Path=\/$/)
    const second = await loopback.ask('GET', address.pathname + address.search)
    expect([second.status, second.headers['set-cookie']]).toEqual([403, undefined])
    const cookie = String(first.headers['set-cookie']).split(';')[0]
    expect((await loopback.ask('GET', '/', { cookie })).status).toBe(200)
  })
})

describe('what it takes', () => {
  afterEach(stillAlive)

  test('other methods', async () => {
    for (const method of ['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']) {
      const answer = await loopback.ask(method, `/rpc/echo?data=${encodeURIComponent(hello)}`, loopback.own(json))
      expect([method, answer.status, answer.headers['allow']]).toEqual([method, 405, 'POST'])
    }
    for (const path of ['/', '/assets/app.js', '/documents/x']) {
      expect((await loopback.ask('POST', path, loopback.own(json), hello)).status, path).toBe(405)
    }
  })

  test('other content types', async () => {
    const types = [
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'text/plain',
      'text/event-stream',
      'application/octet-stream',
      'application/jsonx',
      '',
    ]
    for (const type of types) {
      const headers = loopback.own(type === '' ? {} : { 'content-type': type })
      expect((await loopback.ask('POST', '/rpc/echo', headers, hello)).status, type).toBe(415)
    }
    expect((await loopback.ask('POST', '/rpc/echo', loopback.own({ ...json, 'content-encoding': 'gzip' }), hello)).status).toBe(415)
    expect((await loopback.ask('POST', '/upload', loopback.own(json), hello)).status).toBe(415)
  })

  test('a body of 5 MiB, announced or not', async () => {
    const large = JSON.stringify({ json: { text: 'x'.repeat(5 * 1024 ** 2) } })
    const announced = await loopback.ask('POST', '/rpc/echo', loopback.own({ ...json, 'content-length': large.length }), large)
    expect(announced.status).toBe(413)
    const chunked = await loopback.ask('POST', '/rpc/echo', loopback.own({ ...json, 'transfer-encoding': 'chunked' }), large)
    expect(chunked.status).toBe(413)
  })

  test('malformed frames', async () => {
    const frames = [
      '',
      'null',
      '{}',
      '[]',
      '"text"',
      '1',
      '{',
      'json',
      '{"meta":[]}',
      '{"json":1,"meta":null}',
      '{"json":1,"meta":[null]}',
      '{"json":1,"meta":[[]]}',
      '{"json":1,"meta":[["x"]]}',
      '{"json":1,"other":1}',
      '[{"json":1}]',
      '['.repeat(200_000),
    ]
    for (const frame of frames) {
      const answer = await loopback.ask('POST', '/rpc/echo', loopback.own(json), frame)
      expect([frame.slice(0, 30), answer.status]).toEqual([frame.slice(0, 30), 400])
      expect(JSON.parse(answer.text)).toMatchObject({ json: { code: 'BAD_REQUEST', defined: false } })
    }
    const notUtf8 = await loopback.ask('POST', '/rpc/echo', loopback.own(json), Uint8Array.of(0x7b, 0xff, 0x7d))
    expect(notUtf8.status).toBe(400)
    // Marks that point nowhere, or at what every object has, are refused by the reader behind the envelope.
    for (const mark of ['[1,"a","b"]', '[3,"__proto__","x"]', '[5,"constructor"]', '[2]', '[7,"text"]']) {
      const answer = await loopback.ask('POST', '/rpc/echo', loopback.own(json), `{"json":{"text":"x"},"meta":[${mark}]}`)
      expect([mark, answer.status]).toEqual([mark, 400])
    }
    expect(Object.hasOwn(Object.prototype, 'x')).toBe(false)
  })

  test('any bytes as a body', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.json(), fc.string(), fc.uint8Array({ maxLength: 300 })), async (body) => {
        const answer = await loopback.ask('POST', '/rpc/echo', loopback.own(json), body)
        expect([400, 413, 415]).toContain(answer.status)
      }),
      { numRuns: 60 },
    )
  })

  test('a body that stops coming', async () => {
    const socket = createConnection(loopback.server.port, '127.0.0.1')
    const own = loopback.own()
    const answer = await new Promise<string>((resolve) => {
      let text = ''
      socket.on('data', (chunk) => {
        text += chunk.toString('latin1')
      })
      socket.on('close', () => resolve(text))
      socket.write(
        `POST /rpc/echo HTTP/1.1\r\nHost: 127.0.0.1:${loopback.server.port}\r\nOrigin: ${String(own['origin'])}\r\nCookie: ${String(own['cookie'])}\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"json"`,
      )
    })
    expect(answer).toMatch(/^HTTP\/1\.1 408 /)
  })

  test('what is no HTTP', async () => {
    for (const frame of [
      '\0\0\0\0',
      'GET\r\n\r\n',
      `GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n`,
      `GET //evil/ HTTP/1.1\r\nHost: 127.0.0.1:${loopback.server.port}\r\n\r\n`,
    ]) {
      const answer = await new Promise<string>((resolve) => {
        const socket = createConnection(loopback.server.port, '127.0.0.1')
        let text = ''
        socket.on('data', (chunk) => {
          text += chunk.toString('latin1')
        })
        socket.on('close', () => resolve(text))
        socket.on('error', () => resolve(text))
        socket.end(frame)
      })
      expect(answer).toMatch(/^HTTP\/1\.1 4\d\d |^$/)
    }
  })
})

describe('what it gives out', () => {
  test('the page with its policy and the presence script, and no CORS header', async () => {
    const page = await loopback.ask('GET', '/', loopback.own())
    expect(page.status).toBe(200)
    expect(page.text).toContain('<script type="module" src="/presence.js"></script></head>')
    expect(page.headers['content-security-policy']).toMatch(/^default-src 'none'; script-src 'self';/)
    expect(page.headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'no-store',
    })
    const call = await loopback.ask('POST', '/rpc/echo', loopback.own(json), hello)
    const refused = await loopback.ask('OPTIONS', '/rpc/echo', { origin: 'http://example.org' })
    for (const answer of [page, call, refused]) {
      expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([])
      expect(answer.headers['content-security-policy']).toMatch(/^default-src 'none'/)
    }
    expect((await loopback.ask('GET', '/assets/app.js', loopback.own())).headers['content-type']).toMatch(/^text\/javascript/)
  })

  test('no path leaves the page’s folder, and no other kind of file comes out', async () => {
    const paths = [
      '/../secret.json',
      '/..%2fsecret.json',
      '/%2e%2e/secret.json',
      '/assets/../../secret.json',
      '/..%5csecret.json',
      '/../page-evil/secret.js',
      '/%2e%2e%2fpage-evil%2fsecret.js',
      '//secret.json',
      '/assets/app.js.map',
      '/.hidden.json',
      '/assets',
      '/%00',
      '/%',
      '/assets/app.js%00.html',
      '/etc/passwd',
    ]
    for (const path of paths) {
      const answer = await loopback.ask('GET', path, loopback.own())
      expect([path, answer.status]).toEqual([path, 404])
      expect(answer.text).not.toContain('secret')
    }
  })

  test('finished documents, once more by their token', async () => {
    const { token } = loopback.core.outbox.put({
      fileName: '会议记录 "1".docx',
      mediaType: 'application/msword',
      content: new TextEncoder().encode('内容'),
    })
    const answer = await loopback.ask('GET', `/documents/${token}`, loopback.own())
    expect([answer.status, answer.text]).toEqual([200, '内容'])
    expect(answer.headers['content-security-policy']).toBe('sandbox')
    expect(answer.headers['content-disposition']).toBe(
      `attachment; filename="____ _1_.docx"; filename*=UTF-8''${encodeURIComponent('会议记录 "1".docx')}`,
    )
    const gone = await loopback.ask('GET', '/documents/none', loopback.own())
    expect([gone.status, JSON.parse(gone.text)]).toMatchObject([
      422,
      { code: 'FILE_EXPIRED', json: { defined: true, code: 'FILE_EXPIRED' } },
    ])
  })

  test('an attachment while no ledger is open says so', async () => {
    const answer = await loopback.ask('GET', '/attachments/x', loopback.own())
    expect([answer.status, JSON.parse(answer.text)]).toMatchObject([422, { code: 'LEDGER_NOT_OPEN' }])
  })
})

test('a file is streamed in and answered with a token', async () => {
  const content = new Uint8Array(6 * 1024 ** 2).fill(7)
  const headers = { 'content-type': 'application/octet-stream', 'x-file-name': encodeURIComponent('../签到表.png') }
  const answer = await loopback.ask('POST', '/upload', loopback.own(headers), content)
  const staged = JSON.parse(answer.text) as { token: string; name: string; octets: number }
  expect([answer.status, staged.name, staged.octets]).toEqual([200, '签到表.png', content.length])
  expect(loopback.core.staging.find(staged.token).octets).toBe(content.length)
  for (const name of [undefined, '%E4%B8', 'x'.repeat(5000)]) {
    const refused = await loopback.ask(
      'POST',
      '/upload',
      loopback.own({ 'content-type': 'application/octet-stream', ...(name ? { 'x-file-name': name } : {}) }),
      'x',
    )
    expect(refused.status).toBe(400)
  }
})

test('a stream over HTTP arrives piece by piece and ends when the caller goes', async () => {
  const own = loopback.own() as Record<string, string>
  const client: RouterClient<ReturnType<typeof createCountingRouter>> = createORPCClient(
    new RPCLink({ url: `${loopback.server.origin}/rpc`, headers: own }),
  )
  loopback.calls.length = 0
  const controller = new AbortController()
  const seen: number[] = []
  const reading = (async () => {
    for await (const { n } of await client.count({}, { signal: controller.signal })) {
      seen.push(n)
      if (n === 5) controller.abort()
    }
  })()
  await expect(reading).rejects.toThrow()
  expect(seen).toEqual([1, 2, 3, 4, 5])
  await expect.poll(() => loopback.calls).toEqual(['count', 'count ended'])
  await expect(client.echo({ text: 1 } as never)).rejects.toThrow(ORPCError)
})
