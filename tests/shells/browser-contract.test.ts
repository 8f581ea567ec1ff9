import { createORPCClient, ORPCError } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import type { ContractRouterClient } from '@orpc/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { router } from '#main/router.ts'
import type { contract } from '#shared/contract.ts'
import { type Loopback, openLoopback } from './loopback.ts'

// The whole contract as the page has it: over HTTP, with a real ledger behind.

let loopback: Loopback
let client: ContractRouterClient<typeof contract>
beforeAll(async () => {
  loopback = await openLoopback({ router })
  const headers = loopback.own() as Record<string, string>
  client = createORPCClient(new RPCLink({ url: `${loopback.server.origin}/rpc`, headers }))
})
afterAll(() => loopback.close())

const failure = async (call: Promise<unknown>) => {
  const error: unknown = await call.then(
    () => null,
    (reason: unknown) => reason,
  )
  if (!(error instanceof ORPCError)) throw new Error(`not a typed error: ${String(error)}`)
  return { code: error.code, defined: error.defined, status: error.status, data: error.data as unknown }
}

test('before there is a ledger every call says so, and one can be made', async () => {
  expect(await client.ledger.status({})).toMatchObject({ state: 'notFound' })
  expect(await failure(client.members.all({}))).toMatchObject({ code: 'LEDGER_NOT_OPEN', defined: true, status: 422 })
  expect(await client.ledger.create({ name: '某局机关第三党支部' })).toMatchObject({ state: 'open' })
  expect(await client.members.all({})).toEqual([])
})

test('input that does not fit is one typed error with its fields in Chinese', async () => {
  expect(await failure(client.members.roster({ date: '2025-02-30' }))).toMatchObject({
    code: 'INPUT_INVALID',
    defined: true,
    data: { path: 'date', field: '日期', issues: '日期：日期应为真实存在的一天，如 2025-06-27' },
  })
})

test('a long task that fails while it is being read fails as a typed error', async () => {
  const reading = async () => {
    for await (const step of await client.packs.verify({ targetId: 'none' })) expect(step).toBeDefined()
  }
  expect(await failure(reading())).toMatchObject({ code: 'TARGET_UNKNOWN', defined: true })
})

describe('attachments', () => {
  const upload = async (name: string, content: string) => {
    const headers = loopback.own({ 'content-type': 'application/octet-stream', 'x-file-name': encodeURIComponent(name) })
    const { text } = await loopback.ask('POST', '/upload', headers, content)
    const { token } = JSON.parse(text) as { token: string }
    const { id } = await client.attachments.add({ file: token })
    return loopback.ask('GET', `/attachments/${id}`, loopback.own())
  }
  const png = '\x89PNG\r\n\x1a\n'

  test('raster images are shown, without any right of their own', async () => {
    const answer = await upload('签到表.png', png)
    expect(answer.status).toBe(200)
    expect(answer.headers).toMatchObject({
      'content-type': 'image/png',
      'content-security-policy': 'sandbox',
      'x-content-type-options': 'nosniff',
    })
    expect(answer.headers['content-disposition']).toMatch(/^inline; /)
  })

  test.each(['页面.html', '图.svg', '程序.js', '记录.docx', '无后缀'])('%s is a download and nothing else', async (name) => {
    const answer = await upload(name, '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')
    expect(answer.status).toBe(200)
    expect(answer.headers['content-type']).toBe('application/octet-stream')
    expect(answer.headers['content-disposition']).toMatch(/^attachment; /)
    expect(answer.headers['content-security-policy']).toBe('sandbox')
  })

  test('an id that is none, and one that nobody has', async () => {
    for (const id of ['01900000-0000-7000-8000-000000000000', 'x', '..%2f..%2fledger.sqlite', "' OR 1=1 --"]) {
      const answer = await loopback.ask('GET', `/attachments/${encodeURI(id)}`, loopback.own())
      expect([id, answer.status, JSON.parse(answer.text)]).toMatchObject([id, 422, { code: 'NOT_FOUND' }])
    }
  })
})
