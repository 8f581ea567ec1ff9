import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { temporaryFolder } from '../helpers/ledger.ts'
import { climbingAddresses, foreignAddresses } from './addresses.ts'
import { type Engine, noEngine } from './fake/engine.ts'
import { createFakeElectron } from './fake/fake-electron.ts'
import { holder } from './fake/holder.ts'

async function openPrinter(engine: Partial<Engine> = {}) {
  const home = temporaryFolder()
  const font = join(home, 'song.woff2')
  writeFileSync(font, 'font')
  const electron = createFakeElectron({ appFolder: home, homeFolder: home, engine: { ...noEngine, ...engine } })
  holder.fakeElectron = electron
  vi.resetModules()
  const { openElectronPrinter } = await import('#main/shells/electron/printer.ts')
  const printer = openElectronPrinter((name) => (name === 'song.woff2' ? font : null))
  onTestFinished(() => printer.close())
  return { electron, printer }
}

describe('printing with Electron', () => {
  it('loads the one document over app:// in a hidden, sandboxed, forgetful window', async () => {
    const { electron, printer } = await openPrinter()
    const pdf = await printer.print('<!doctype html><p>党员大会</p>')
    expect(Buffer.from(pdf).toString()).toBe('%PDF of app://bundle/print.html')
    const [window] = electron.fake.windows
    expect(window?.isGone).toBe(true)
    expect(window?.options).toMatchObject({
      show: false,
      webPreferences: {
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        webSecurity: true,
        webviewTag: false,
        devTools: false,
      },
    })
    expect(window?.options.webPreferences).not.toHaveProperty('preload')
    expect(window?.webContents.session.partition).toBe('branch-handbook-print')
    const page = window?.webContents.loaded[0]?.response
    expect(await page?.text()).toContain('党员大会')
    expect(page?.headers.get('content-security-policy')).toBe(
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src 'self'",
    )
  })

  it('prints the page as its styles say, with tags and outline, after its fonts are there', async () => {
    const steps: unknown[] = []
    const { printer } = await openPrinter({
      evaluate: async (_contents, code) => steps.push(code),
      print: async (_contents, options) => {
        steps.push(options)
        return Buffer.from('%PDF')
      },
    })
    await printer.print('<p></p>')
    expect(steps).toEqual([
      'document.fonts.ready.then(() => null)',
      { preferCSSPageSize: true, printBackground: true, generateTaggedPDF: true, generateDocumentOutline: true },
    ])
  })

  it('reaches the document and the shipped fonts, and nothing else', async () => {
    const seen: [string, number | undefined][] = []
    const { printer } = await openPrinter({
      load: async ({ session }) => {
        const urls = [
          'app://bundle/print.html',
          'app://bundle/fonts/song.woff2',
          'app://bundle/fonts/x',
          'app://bundle/',
          'app://bundle/attachments/0f',
        ]
        for (const url of [...urls, ...foreignAddresses, ...climbingAddresses]) seen.push([url, (await session.fetch(url))?.status])
        seen.push(['POST', (await session.fetch('app://bundle/print.html', 'POST'))?.status])
      },
    })
    await printer.print('<p></p>')
    expect(seen.filter(([, status]) => status === 200).map(([url]) => url)).toEqual([
      'app://bundle/print.html',
      'app://bundle/fonts/song.woff2',
    ])
  })

  it('prints one document after the other', async () => {
    let open = 0
    let most = 0
    const { printer } = await openPrinter({
      load: async () => {
        most = Math.max(most, ++open)
        await new Promise((resolve) => setTimeout(resolve, 5))
      },
      close: async () => {
        open--
        return true
      },
    })
    await Promise.all(['a', 'b', 'c'].map((html) => printer.print(html)))
    expect(most).toBe(1)
  })

  it('fails in words, closes its window, and prints the next one', async () => {
    let isBroken = true
    const { electron, printer } = await openPrinter({
      print: async () => {
        if (isBroken) throw new Error('printing failed')
        return Buffer.from('%PDF')
      },
    })
    await expect(printer.print('a')).rejects.toMatchObject({ code: 'PRINT_FAILED', params: { program: 'Electron' } })
    isBroken = false
    expect(Buffer.from(await printer.print('b')).toString()).toBe('%PDF')
    expect(electron.fake.windows.map((window) => window.isGone)).toEqual([true, true])
  })

  it('fails when the page crashes', async () => {
    const { printer } = await openPrinter({
      load: (contents) =>
        new Promise(() => {
          contents.emit('render-process-gone', {}, { reason: 'oom' })
        }),
    })
    await expect(printer.print('a')).rejects.toMatchObject({ code: 'PRINT_FAILED' })
  })

  it('can be cancelled, before and in the middle', async () => {
    const { electron, printer } = await openPrinter({ load: () => new Promise(() => undefined) })
    await expect(printer.print('a', AbortSignal.abort())).rejects.toMatchObject({ code: 'CANCELLED' })
    const controller = new AbortController()
    const printing = printer.print('b', controller.signal)
    await vi.waitFor(() => expect(electron.fake.windows).toHaveLength(1))
    controller.abort()
    await expect(printing).rejects.toMatchObject({ code: 'CANCELLED' })
    expect(electron.fake.windows[0]?.isGone).toBe(true)
  })
})
