import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { addAttachment } from '#main/attachments/service.ts'
import type { Core } from '#main/core.ts'
import { appHandler } from '#main/shells/electron/protocol.ts'
import { openTestLedger, temporaryFolder, testCore } from '../helpers/ledger.ts'
import { climbingAddresses, foreignAddresses } from './addresses.ts'
import { builtFolder } from './start-fake.ts'

function served(core: Core = openTestLedger().core) {
  const folder = temporaryFolder()
  const font = join(folder, 'song.woff2')
  writeFileSync(font, 'font')
  const handler = appHandler({
    core,
    rendererFolder: join(builtFolder(), 'dist', 'renderer'),
    fontFile: (name) => (name === 'song.woff2' ? font : name === 'gone.woff2' ? join(folder, 'gone') : null),
  })
  const get = (url: string, method = 'GET') => handler({ url, method })
  return { core, folder, get }
}

describe('app://', () => {
  it('answers the page with the policy', async () => {
    const response = await served(testCore()).get('app://bundle/index.html')
    expect(response.status).toBe(200)
    expect(await response.text()).toContain('支部手册')
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
    const policy = response.headers.get('content-security-policy') ?? ''
    expect(policy).toMatch(/^default-src 'none'; script-src 'self';/)
    expect(policy).not.toMatch(/script-src[^;]*(unsafe|data:|blob:|\*)/)
    expect(policy).not.toMatch(/https?:|\*/)
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  })

  it.each(['/', '/index.html', '/assets/page.js'])('%s is there', async (path) => {
    expect((await served(testCore()).get(`app://bundle${path}`)).status).toBe(200)
  })

  it.each([...foreignAddresses, ...climbingAddresses])('%j is not', async (url) => {
    const response = await served(testCore()).get(url)
    expect(response.status).toBe(404)
    expect(await response.text()).toBe('')
  })

  it.each([
    '/secret.html',
    '/assets/.hidden.js',
    '/assets',
    '/rpc/ledger/status',
    '/upload',
    '/start',
    '/fonts/',
    '/fonts/other.woff2',
    '/fonts/a/song.woff2',
  ])('%s is not there', async (path) => {
    expect((await served(testCore()).get(`app://bundle${path}`)).status).toBe(404)
  })

  it.each(['POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS', 'get'])('%s is refused', async (method) => {
    expect((await served(testCore()).get('app://bundle/index.html', method)).status).toBe(405)
  })

  it('hands out a finished document under its own name, and nothing for a token it does not know', async () => {
    const { core, get } = served()
    const { token } = core.outbox.put({
      fileName: '2025-党员大会-02.docx',
      mediaType: 'application/x-test',
      content: Buffer.from('minutes'),
    })
    const response = await get(`app://bundle/documents/${token}`)
    expect(await response.text()).toBe('minutes')
    expect(response.headers.get('content-disposition')).toBe(
      `attachment; filename="2025-____-02.docx"; filename*=UTF-8''2025-%E5%85%9A%E5%91%98%E5%A4%A7%E4%BC%9A-02.docx`,
    )
    expect(response.headers.get('content-security-policy')).toBe('sandbox')
    expect((await get('app://bundle/documents/0f')).status).toBe(410)
    expect((await get(`app://bundle/documents/${token}/x`)).status).toBe(404)
  })

  it('shows a scan, and hands out a page someone attached only as a download without rights', async () => {
    const { core, folder, get } = served()
    const attach = async (name: string, content: string) => {
      writeFileSync(join(folder, name), content)
      return addAttachment(core, core.staging.fromPath(join(folder, name)).token, undefined)
    }
    const scan = await get(`app://bundle/attachments/${(await attach('签字页.png', 'png')).id}`)
    expect(scan.headers.get('content-type')).toBe('image/png')
    expect(scan.headers.get('content-disposition')).toMatch(/^inline;/)
    const html = '<script>alert(1)</script>'
    const page = await get(`app://bundle/attachments/${(await attach('page.html', html)).id}`)
    expect(page.headers.get('content-type')).toBe('application/octet-stream')
    expect(page.headers.get('content-disposition')).toMatch(/^attachment;/)
    expect(page.headers.get('content-security-policy')).toBe('sandbox')
    expect(
      createHash('sha256')
        .update(await page.text())
        .digest('hex'),
    ).toBe(createHash('sha256').update(html).digest('hex'))
    expect((await get('app://bundle/attachments/nobody')).status).toBe(404)
  })

  it('hands out shipped fonts by name', async () => {
    const response = await served(testCore()).get('app://bundle/fonts/song.woff2')
    expect(response.headers.get('content-type')).toBe('font/woff2')
    expect(await response.text()).toBe('font')
  })

  it('breaks the stream of a file that has gone instead of handing out less', async () => {
    const response = await served(testCore()).get('app://bundle/fonts/gone.woff2')
    await expect(response.arrayBuffer()).rejects.toThrow()
  })

  it('has no attachments while no ledger is open', async () => {
    const { core, get } = served()
    core.session.close()
    expect((await get('app://bundle/attachments/0f')).status).toBe(404)
  })
})
