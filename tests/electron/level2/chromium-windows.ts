import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import type { Browser, BrowserContext, Frame, Page, Route } from 'playwright-core'
import type { Handlers, Peer } from './peer.ts'
import { preloadWorld } from './preload-world.ts'

/** Chromium gives an origin only to schemes it knows; app://bundle is shown under this name, which nobody has. */
const shownOrigin = 'https://bundle.test'
const toShown = (url: string) => url.replace(/^(blob:)?app:\/\/bundle/, `$1${shownOrigin}`)
const toApp = (url: string) => url.replace(/^(blob:)?https:\/\/bundle\.test/, '$1app://bundle')

interface Answer {
  readonly status: number
  readonly headers: Record<string, string>
  readonly body: Uint8Array
}

/** The windows of a main process as pages of a Chromium. */
export interface ChromiumWindows {
  readonly handlers: Handlers
  /** The program's window, once it has loaded. */
  readonly main: Promise<Page>
  readonly problems: string[]
  close(): Promise<void>
}

const frameOf = (frame: Frame) => {
  const url = toApp(frame.url())
  return { url, origin: url.startsWith('app://bundle/') ? 'app://bundle' : 'null', parent: frame.parentFrame() ? {} : null }
}

export function openChromiumWindows(browser: Browser, preloadFile: string, peer: () => Peer): ChromiumWindows {
  const pages = new Map<number, Page>()
  const contexts = new Set<BrowserContext>()
  const main = Promise.withResolvers<Page>()
  const problems: string[] = []
  const folder = mkdtempSync(join(tmpdir(), 'branch-handbook-window-'))

  async function answer(id: number, route: Route): Promise<void> {
    const request = route.request()
    const url = toApp(request.url())
    if (request.isNavigationRequest() && loading.get(id) !== url) {
      const isMainFrame = request.frame().parentFrame() === null
      if (await peer().call('navigates', id, url, isMainFrame)) return route.abort('aborted')
    }
    loading.delete(id)
    const got = (await peer().call('fetch', id, url, request.method())) as Answer | null
    if (!got) return route.abort('blockedbyclient')
    return route.fulfill({ status: got.status, headers: got.headers, body: Buffer.from(got.body) })
  }
  // What main itself loads is not asked about, as in Electron.
  const loading = new Map<number, string>()

  async function expose(id: number, context: BrowserContext): Promise<void> {
    await context.exposeBinding('__handOver', ({ frame }, channel: string, port: number) =>
      peer().call('handOver', id, frameOf(frame), channel, port),
    )
    await context.exposeBinding('__fromPage', (_source, port: number, data: unknown) => peer().call('fromPage', port, data))
    await context.exposeBinding('__invoke', ({ frame }, channel: string, args: unknown[]) =>
      peer().call('invoke', id, frameOf(frame), channel, args),
    )
    await context.exposeBinding('__putDown', (_source, name: string, content: string) => {
      const path = join(mkdtempSync(join(folder, 'file-')), basename(name))
      writeFileSync(path, Buffer.from(content, 'base64'))
      return path
    })
    await context.exposeBinding('__refusesDownload', (_source, url: string, name: string) =>
      peer().call('downloads', id, toApp(url), name),
    )
    await context.addInitScript(preloadWorld(readFileSync(preloadFile, 'utf8')))
  }

  async function open(id: number, hasPreload: boolean): Promise<Page> {
    const context = await browser.newContext({
      viewport: { width: 1366, height: 768 },
      locale: 'zh-CN',
      acceptDownloads: true,
      serviceWorkers: 'block',
    })
    contexts.add(context)
    await context.route('**/*', (route) => answer(id, route).catch(() => route.abort().catch(() => undefined)))
    if (hasPreload) await expose(id, context)
    const page = await context.newPage()
    pages.set(id, page)
    page.on('popup', async (popup) => {
      if ((await peer().call('opens', id, toApp(popup.url()))) === 'deny') await popup.close()
    })
    page.on('pageerror', (error) => problems.push(error.stack ?? error.message))
    page.on('console', (message) => {
      if (message.type() === 'error') problems.push(message.text())
    })
    return page
  }

  const pageOf = (id: number): Page => {
    const page = pages.get(id)
    if (!page) throw new Error(`window ${id} has no page`)
    return page
  }

  return {
    main: main.promise,
    problems,
    handlers: {
      async load(id: number, url: string, { hasPreload }: { hasPreload: boolean }) {
        const page = pages.get(id) ?? (await open(id, hasPreload))
        loading.set(id, url)
        await page.goto(toShown(url))
        if (hasPreload) main.resolve(page)
      },
      print: (
        id: number,
        options: {
          preferCSSPageSize?: boolean
          printBackground?: boolean
          generateTaggedPDF?: boolean
          generateDocumentOutline?: boolean
        },
      ) =>
        pageOf(id).pdf({
          preferCSSPageSize: options.preferCSSPageSize,
          printBackground: options.printBackground,
          tagged: options.generateTaggedPDF,
          outline: options.generateDocumentOutline,
        }),
      evaluate: (id: number, code: string) => pageOf(id).evaluate(code),
      // The answers come in the order in which main sent them.
      toPage: (id: number, port: number, data: string) =>
        pages
          .get(id)
          ?.evaluate(([to, text]) => (window as unknown as { __toPage(to: number, text: string): void }).__toPage(to, text), [
            port,
            data,
          ] as const),
      async close(id: number) {
        const page = pages.get(id)
        if (!page) return true
        pages.delete(id)
        await page.context().close()
        return true
      },
    },
    async close() {
      for (const context of contexts) await context.close().catch(() => undefined)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
