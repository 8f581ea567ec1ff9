import { readFile } from 'node:fs/promises'
import type { Browser, CDPSession } from 'playwright-core'
import { fontFile } from './fonts.ts'

/** Nothing is ever asked of this name: every request is answered here or refused. */
const origin = 'https://document.invalid'

/** A printed document asks for nothing but its styles and fonts. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src 'self'"

/** A page that prints one document after the other. */
export interface PrintingPage {
  print(html: string): Promise<Uint8Array>
  /** Also ends a print that is under way, which then fails. */
  close(): Promise<void>
  isClosed(): boolean
}

interface Paused {
  readonly requestId: string
  readonly request: { readonly url: string }
}

const headers = (values: Record<string, string>) => Object.entries(values).map(([name, value]) => ({ name, value }))

async function answer(session: CDPSession, { requestId, request }: Paused, html: string): Promise<void> {
  const url = new URL(request.url)
  const isOurs = url.origin === origin
  const reply = (contentType: string, body: Buffer, more: Record<string, string>) =>
    session.send('Fetch.fulfillRequest', {
      requestId,
      responseCode: 200,
      responseHeaders: headers({ 'content-type': contentType, ...more }),
      body: body.toString('base64'),
    })
  if (isOurs && url.pathname === '/') {
    await reply('text/html; charset=utf-8', Buffer.from(html), { 'content-security-policy': policy, 'cache-control': 'no-store' })
    return
  }
  const font = isOurs && url.pathname.startsWith('/fonts/') ? fontFile(url.pathname.slice('/fonts/'.length)) : null
  if (font) await reply('font/woff2', await readFile(font), { 'cache-control': 'max-age=31536000, immutable' })
  else await session.send('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' })
}

/**
 * Opens a page that is kept: the fonts of one document are still in its memory for the next, which makes prints several
 * times faster. Requests are answered over the protocol itself, because playwright's own routing turns that memory off.
 */
export async function openPrintingPage(browser: Browser): Promise<PrintingPage> {
  const context = await browser.newContext({ offline: true, acceptDownloads: false, serviceWorkers: 'block', locale: 'zh-CN' })
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  let html = ''
  let isGone = false
  page.on('crash', () => {
    isGone = true
  })
  session.on('Fetch.requestPaused', (paused: Paused) => {
    // A request of a page that has been left meanwhile is not there any more.
    answer(session, paused, html).catch(() => undefined)
  })
  await session.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] })
  return {
    async print(given) {
      html = given
      try {
        await page.goto(`${origin}/`, { waitUntil: 'load' })
        // Fonts are asked for by layout, after "load"; printed before they are there the text would be blank.
        await page.evaluate('document.fonts.ready.then(() => null)')
        return await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true })
      } finally {
        html = ''
      }
    },
    async close() {
      isGone = true
      await context.close().catch(() => undefined)
    },
    isClosed: () => isGone || page.isClosed() || !browser.isConnected(),
  }
}
