import type { Browser } from 'playwright-core'
import { AppError } from '#shared/kernel/errors.ts'
import { openPrintingPage, type PrintingPage } from './chromium-page.ts'
import type { PdfPrinter } from './pdf-printer.ts'

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

async function launch(browserPath: string): Promise<Browser> {
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

/** Rejects when the signal is given: whoever waits need not wait for the turn of its document. */
function cancelled(signal: AbortSignal | undefined): { readonly promise: Promise<never>; release(): void } {
  let stop = () => {}
  const promise = new Promise<never>((_, reject) => {
    stop = () => reject(new AppError('CANCELLED'))
    if (signal?.aborted) stop()
    signal?.addEventListener('abort', stop)
  })
  promise.catch(() => undefined)
  return { promise, release: () => signal?.removeEventListener('abort', stop) }
}

/**
 * Prints with an installed browser of the Chromium family over a pipe: no debugging port, a profile of its own that is removed
 * afterwards, no request that leaves the machine. One browser with one page serves all prints, one at a time, and ends
 * when idle.
 */
export function openChromiumPrinter(browserPath: string, program = 'Chromium'): PdfPrinter {
  let browser: Promise<Browser> | null = null
  let page: PrintingPage | null = null
  let idle: NodeJS.Timeout | undefined
  let waiting = 0
  let queue: Promise<unknown> = Promise.resolve()

  const running = async (): Promise<Browser> => {
    const current = browser ? await browser.catch(() => null) : null
    if (current?.isConnected()) return current
    browser = launch(browserPath)
    return browser
  }
  const ready = async (): Promise<PrintingPage> => {
    if (page && !page.isClosed()) return page
    page = await openPrintingPage(await running())
    return page
  }
  const end = async () => {
    clearTimeout(idle)
    const current = browser
    browser = null
    page = null
    await (await current?.catch(() => null))?.close()
  }
  const printOne = async (html: string, signal: AbortSignal | undefined): Promise<Uint8Array> => {
    if (signal?.aborted) throw new AppError('CANCELLED')
    const current = await ready()
    // A print cannot be stopped, only its page; the next document gets a new one.
    const cancel = () => void current.close()
    signal?.addEventListener('abort', cancel)
    try {
      return await current.print(html)
    } catch (error) {
      await current.close()
      throw error
    } finally {
      signal?.removeEventListener('abort', cancel)
    }
  }

  return {
    program,
    async print(html, signal) {
      clearTimeout(idle)
      waiting++
      const printed = queue.then(() => printOne(html, signal))
      queue = printed.catch(() => undefined)
      const { promise, release } = cancelled(signal)
      try {
        return await Promise.race([printed, promise])
      } catch (error) {
        if (signal?.aborted) throw new AppError('CANCELLED', {}, { cause: error })
        throw new AppError('PRINT_FAILED', { program }, { cause: error })
      } finally {
        release()
        waiting--
        if (waiting === 0) {
          idle = setTimeout(() => void end().catch(() => undefined), IDLE_MS)
          idle.unref()
        }
      }
    },
    close: end,
  }
}
