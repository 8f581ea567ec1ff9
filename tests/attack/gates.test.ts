import { readdirSync, readFileSync } from 'node:fs'
import { createConnection } from 'node:net'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import { malformedFrames } from '../electron/frames.ts'
import { makePlace } from '../helpers/browser-app.ts'
import { attackCalls } from './envelopes.ts'
import { type HttpShell, openHttpShell } from './http-shell.ts'
import { complaintAbout } from './judge.ts'
import { peakMemory } from './memory.ts'
import { openPortShell } from './port-shell.ts'

// What stands before the contract in the built program: without the cookie, or through a port that is not the page's,
// nothing is called, whatever is sent.

const nobody = { ids: ['0198a000-0000-7000-8000-000000000001'], byFeature: {}, byField: {} }
const create = '{"json":{"name":"某局机关第三党支部"}}'

async function openHttp(): Promise<{ readonly shell: HttpShell; readonly ledger: string }> {
  const place = makePlace()
  onTestFinished(place.remove)
  const shell = await openHttpShell(place)
  onTestFinished(shell.app.stop)
  return { shell, ledger: place.ledger }
}

/** The program answers as before, and nobody has made a ledger. */
async function expectUntouched(shell: HttpShell, ledger: string) {
  expect(await shell.call('/ledger/status', '{"json":{}}')).toMatchObject({ status: 200, body: { state: 'notFound' } })
  expect(() => readdirSync(ledger)).toThrow('ENOENT')
}

test('without the cookie, with a wrong one, from a foreign page: 1,200 calls, none gets through', {
  timeout: 120_000,
}, async () => {
  const { shell, ledger } = await openHttp()
  const { cookie } = shell.own
  const json = { 'content-type': 'application/json' }
  const intruders = [
    json,
    { ...json, origin: shell.origin },
    { ...json, origin: shell.origin, cookie: `${String(cookie).slice(0, -1)}x` },
    { ...json, cookie: String(cookie), origin: 'http://127.0.0.1:1' },
    { ...json, cookie: String(cookie) },
    { ...json, cookie: String(cookie), origin: shell.origin, host: 'example.invalid' },
  ]
  const calls = [...attackCalls(198, nobody, 7), { path: '/ledger/create', body: create }, { path: '/ledger/create', body: create }]
  for (const headers of intruders) {
    const answers = await Promise.all(calls.map(({ path, body }) => shell.call(path, body, headers)))
    expect([...new Set(answers.map(({ status }) => status))].every((status) => status === 401 || status === 403)).toBe(true)
  }
  await expectUntouched(shell, ledger)
})

test('path escapes end at the page’s own folder', async () => {
  const { shell, ledger } = await openHttp()
  const { cookie, origin } = shell.own
  const steps = ['..', '%2e%2e', '.%2e', '%252e%252e', '..%5c', '%c0%ae%c0%ae', '..;', '....', '%00', 'assets/..', 'assets/%2e%2e']
  const goals = ['main/cli.js', 'package.json', 'etc/passwd', 'ledger.sqlite', 'C:/Windows/win.ini']
  const paths = steps.flatMap((step) => [1, 2, 3, 6].flatMap((depth) => goals.map((goal) => `/${`${step}/`.repeat(depth)}${goal}`)))
  const more = [
    '//etc/passwd',
    '/file:///etc/passwd',
    '/attachments/..%2f..%2fledger.sqlite',
    '/fonts/..%2f..%2fpackage.json',
    '/documents/%2e%2e',
  ]
  for (const path of [...paths, ...more]) {
    const answer = await shell.ask('GET', path, { cookie, origin })
    expect([path, answer.status >= 400 && answer.status < 500]).toEqual([path, true])
    expect(answer.text).not.toMatch(/root:|"dependencies"|SQLite format/)
  }
  await expectUntouched(shell, ledger)
})

test('huge and slow bodies cost neither memory nor answers; broken requests are ended', { timeout: 180_000 }, async () => {
  const { shell, ledger } = await openHttp()
  const port = Number(new URL(shell.origin).port)
  const head = (path: string, type: string, length: string) =>
    `POST ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nOrigin: ${shell.origin}\r\nCookie: ${String(shell.own['cookie'])}\r\n` +
    `Content-Type: ${type}\r\nX-File-Name: x\r\n${length}\r\n\r\n`
  /** Sends and keeps the connection; answers what came before the other side ended it, at most so long. */
  const send = (text: string, chunk: Buffer | null, times: number) =>
    new Promise<string>((resolve) => {
      const socket = createConnection(port, '127.0.0.1')
      let answer = ''
      socket.on('data', (data) => (answer += data.toString('latin1')))
      socket.on('error', () => {})
      socket.on('close', () => resolve(answer))
      socket.setTimeout(3_000, () => socket.destroy())
      socket.write(text)
      let left = times
      const more = () => {
        while (chunk && left > 0 && socket.writable) {
          left -= 1
          if (!socket.write(chunk)) return void socket.once('drain', more)
        }
      }
      more()
    })
  const mega = Buffer.alloc(1024 ** 2, 0x20)
  // 64 MiB said and 64 MiB sent in pieces of unknown length: refused at 4 MiB.
  const huge = [
    send(head('/rpc/ledger/create', 'application/json', 'Content-Length: 67108864'), mega, 64),
    send(
      head('/rpc/ledger/create', 'application/json', 'Transfer-Encoding: chunked'),
      Buffer.concat([Buffer.from('100000\r\n'), mega, Buffer.from('\r\n')]),
      64,
    ),
  ]
  for (const answer of await Promise.all(huge)) expect(answer === '' || answer.startsWith('HTTP/1.1 413')).toBe(true)
  // Two hundred that never send what they have announced, while the page goes on working.
  const slow = Promise.all(
    Array.from({ length: 200 }, (_, index) =>
      send(
        head(
          index % 2 ? '/rpc/ledger/create' : '/upload',
          index % 2 ? 'application/json' : 'application/octet-stream',
          'Content-Length: 999',
        ),
        Buffer.from('{"js'),
        1,
      ),
    ),
  )
  for (let n = 0; n < 20; n++) expect((await shell.call('/ledger/status', '{"json":{}}')).status).toBe(200)
  await slow
  for (const broken of [
    'GET / HTTP/9.9\r\n\r\n',
    '\0\0\0\0',
    'POST /rpc/x HTTP/1.1\r\nContent-Length: -1\r\n\r\n',
    `GET /${'a'.repeat(40_000)} HTTP/1.1\r\n\r\n`,
  ])
    await send(broken, null, 0)
  // Names of files that mean something to some system.
  for (const name of ['../../x', 'C:\\con', '\0', '\ud800', '', '%', 'a'.repeat(4000), '甲'.repeat(400), '\u202egpj.exe']) {
    const header = name === '%' ? '%' : encodeURIComponent(name.toWellFormed())
    const headers = { ...shell.own, 'content-type': 'application/octet-stream', 'x-file-name': header }
    const { status, body } = await shell.ask('POST', '/upload', headers, 'x')
    if (status === 200) expect((body as { name: string }).name).not.toMatch(/[/\\\0]/)
    else expect(complaintAbout({ status, body })).toBeNull()
  }
  const peak = peakMemory(shell.app.pid)
  if (peak !== null) expect(peak).toBeLessThan(512 * 1024 ** 2)
  await expectUntouched(shell, ledger)
})

test('frames that are no calls close the port, foreign senders are not answered, the program lives on', {
  timeout: 120_000,
}, async () => {
  const place = makePlace()
  onTestFinished(place.remove)
  const shell = await openPortShell(place)
  onTestFinished(shell.stop)
  const page = { url: 'app://bundle/index.html', origin: 'app://bundle', parent: null }
  const foreign = [
    null,
    { ...page, parent: page },
    { ...page, origin: 'null' },
    { ...page, url: 'app://bundle.evil/index.html' },
    { ...page, origin: 'https://example.invalid' },
  ]
  const call = `{"i":"1","p":{"u":"/ledger/create","b":${create}}}`
  for (const frame of foreign) expect(await shell.foreign(frame, call)).toEqual([])
  const random = fc.sample(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 80 }),
      fc.jsonValue().map((value) => JSON.stringify(value)),
      fc
        .record({ i: fc.jsonValue(), t: fc.jsonValue(), p: fc.jsonValue() }, { requiredKeys: [] })
        .map((value) => JSON.stringify(value)),
      fc.constantFrom<unknown>(null, undefined, 0, {}, [], new Uint8Array(9), new Map()),
    ),
    { numRuns: 400, seed: 5 },
  )
  for (const data of [...malformedFrames.map(([, frame]) => frame), ...random])
    expect((await shell.frame(data)).isClosed).toBe(true)
  expect(await shell.call('/ledger/status', '{"json":{}}')).toMatchObject({ status: 200, body: { state: 'notFound' } })
  expect(shell.isAlive).toBe(true)
  expect(() => readFileSync(join(place.ledger, 'ledger.sqlite'))).toThrow('ENOENT')
})
