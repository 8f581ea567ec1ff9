import { readFile } from 'node:fs/promises'
import type { Browser, Page, Route } from 'playwright-core'
import { AppError } from '#shared/kernel/errors.ts'
import { fontFile } from './fonts.ts'
import type { PdfPrinter } from './pdf-printer.ts'

/** Nothing is ever asked of this name: every request is answered here or refused. */
const origin = 'https://document.invalid'

const flags = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--lang=zh-CN',
]

/** A browser nobody prints with costs memory on small machines. */
const IDLE_MS = 60_000

async function answer(route: Route, html: string): Promise<void> {
  const url = new URL(route.request().url())
  if (url.origin === origin && url.pathname === '/') {
    return route.fulfill({ contentType: 'text/html; charset=utf-8', body: html })
  }
  const font = url.origin === origin && url.pathname.startsWith('/fonts/') ? fontFile(url.pathname.slice('/fonts/'.length)) : null
  return font ? route.fulfill({ contentType: 'font/woff2', body: await readFile(font) }) : route.abort('blockedbyclient')
}

async function printPage(page: Page, html: string): Promise<Uint8Array> {
  await page.route('**/*', (route) => answer(route, html))
  await page.goto(`${origin}/`, { waitUntil: 'load' })
  // Fonts are asked for by layout, after "load"; printed before they are there the text would be blank.
  await page.evaluate('document.fonts.ready.then(() => null)')
  return page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true })
}

/**
 * Prints with an installed browser of the Chromium family over a pipe: no debugging port, a profile of its own that is removed
 * afterwards, no request that leaves the machine. One browser serves several prints and ends when idle.
 */
export function openChromiumPrinter(browserPath: string, program = 'Chromium'): PdfPrinter {
  let browser: Promise<Browser> | null = null
  let idle: NodeJS.Timeout | undefined
  let printing = 0

  const launch = async (): Promise<Browser> => {
    const { chromium } = await import('playwright-core')
    return chromium.launch({
      executablePath: browserPath,
      headless: true,
      // Chromium refuses to start as root with its sandbox; everyone else keeps it.
      chromiumSandbox: process.getuid?.() !== 0,
      args: flags,
      // The program ends in its own order; a signal must not skip it.
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
    })
  }
  const running = async (): Promise<Browser> => {
    const current = browser ? await browser.catch(() => null) : null
    if (current?.isConnected()) return current
    browser = launch()
    return browser
  }
  const end = async () => {
    clearTimeout(idle)
    const current = browser
    browser = null
    await (await current?.catch(() => null))?.close()
  }

  return {
    program,
    async print(html, signal) {
      if (signal?.aborted) throw new AppError('CANCELLED')
      clearTimeout(idle)
      printing++
      try {
        const context = await (await running()).newContext({
          offline: true,
          acceptDownloads: false,
          serviceWorkers: 'block',
          locale: 'zh-CN',
        })
        const cancel = () => void context.close().catch(() => undefined)
        signal?.addEventListener('abort', cancel)
        try {
          if (signal?.aborted) throw new AppError('CANCELLED')
          return await printPage(await context.newPage(), html)
        } finally {
          signal?.removeEventListener('abort', cancel)
          await context.close().catch(() => undefined)
        }
      } catch (error) {
        if (signal?.aborted) throw new AppError('CANCELLED', {}, { cause: error })
        throw new AppError('PRINT_FAILED', { program }, { cause: error })
      } finally {
        printing--
        if (printing === 0) {
          idle = setTimeout(() => void end().catch(() => undefined), IDLE_MS)
          idle.unref()
        }
      }
    },
    close: end,
  }
}
