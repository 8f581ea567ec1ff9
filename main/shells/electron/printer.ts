import { BrowserWindow, type Session, session } from 'electron'
import { AppError } from '#shared/kernel/errors.ts'
import type { PdfPrinter } from '../../documents/pdf-printer.ts'
import { handOutFont } from '../web/handed-out.ts'
import { securityHeaders } from '../web/headers.ts'
import { guardSession } from './guards.ts'
import { appOrigin, appPath, appScheme } from './origin.ts'
import { bare, fileResponse } from './protocol.ts'

/** In memory: what was printed leaves nothing on the disk. */
const partition = 'branch-handbook-print'

/** A window that has not finished by then never will. */
const LIMIT_MS = 120_000

/** A printed document asks for nothing but its styles and fonts. */
export const printPolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src 'self'"

/** Of the scripts that a page might contain none runs under the policy; ours needs a world of its own. */
const WORLD = 999

async function printWindow(window: BrowserWindow, signal: AbortSignal): Promise<Uint8Array> {
  const stopped = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
    window.webContents.once('render-process-gone', (_event, { reason }) => reject(new Error(`the printing page ended: ${reason}`)))
  })
  const printed = (async () => {
    await window.loadURL(`${appOrigin}/print.html`)
    // Fonts are asked for by layout, after "load"; printed before they are there the text would be blank.
    await window.webContents.executeJavaScriptInIsolatedWorld(WORLD, [{ code: 'document.fonts.ready.then(() => null)' }])
    return window.webContents.printToPDF({
      preferCSSPageSize: true,
      printBackground: true,
      generateTaggedPDF: true,
      generateDocumentOutline: true,
    })
  })()
  // Whichever loses the race fails or ends later, when nobody waits for it.
  printed.catch(() => undefined)
  stopped.catch(() => undefined)
  return Promise.race([printed, stopped])
}

/**
 * Prints with Electron itself: a hidden sandboxed window in a session of its own, which can load the one document and
 * the shipped fonts and nothing else. One document at a time: an Electron whose printToPDF failed once while another ran
 * kept failing.
 *
 * @param fontFile path of a shipped font, or null for any other name
 */
export function openElectronPrinter(fontFile: (name: string) => string | null): PdfPrinter {
  let queue: Promise<unknown> = Promise.resolve()
  let html: string | null = null
  const windows = new Set<BrowserWindow>()
  let prepared: Session | null = null

  const answer = (request: { readonly url: string; readonly method: string }): Response => {
    const path = request.method === 'GET' ? appPath(request.url) : null
    if (path === '/print.html' && html !== null) {
      const headers = { ...securityHeaders, 'content-security-policy': printPolicy, 'content-type': 'text/html; charset=utf-8' }
      return new Response(html, { headers })
    }
    const font = path?.startsWith('/fonts/') ? fontFile(path.slice('/fonts/'.length)) : null
    return font === null ? bare(404) : fileResponse(handOutFont(font))
  }
  const printSession = () => {
    if (prepared) return prepared
    prepared = session.fromPartition(partition, { cache: false })
    guardSession(prepared)
    prepared.protocol.handle(appScheme, answer)
    return prepared
  }

  const printOne = async (content: string, signal: AbortSignal | undefined): Promise<Uint8Array> => {
    if (signal?.aborted) throw new AppError('CANCELLED')
    const limit = AbortSignal.timeout(LIMIT_MS)
    let window: BrowserWindow | null = null
    html = content
    try {
      window = new BrowserWindow({
        show: false,
        webPreferences: {
          session: printSession(),
          sandbox: true,
          contextIsolation: true,
          nodeIntegration: false,
          webSecurity: true,
          webviewTag: false,
          spellcheck: false,
          navigateOnDragDrop: false,
          devTools: false,
        },
      })
      windows.add(window)
      return await printWindow(window, signal ? AbortSignal.any([signal, limit]) : limit)
    } catch (error) {
      if (signal?.aborted) throw new AppError('CANCELLED', {}, { cause: error })
      throw new AppError('PRINT_FAILED', { program: 'Electron' }, { cause: error })
    } finally {
      html = null
      if (window) {
        windows.delete(window)
        window.destroy()
      }
    }
  }

  return {
    program: 'Electron',
    print(content, signal) {
      const printed = queue.then(() => printOne(content, signal))
      queue = printed.catch(() => undefined)
      return printed
    },
    async close() {
      for (const window of windows) window.destroy()
      await queue
    },
  }
}
