import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium } from 'playwright-core'
import { describe, expect, onTestFinished, test } from 'vitest'
import { findBrowser } from '#main/platform/browser-finder.ts'
import { parseBrowserArguments } from '#main/shells/browser/arguments.ts'
import { canShowWindow, hasDisplay, launchArguments, launchBrowser } from '#main/shells/browser/launch.ts'
import { openPresence } from '#main/shells/browser/presence.ts'
import { startFile } from '#main/shells/browser/start-page.ts'
import { defaultLedgerFolder } from '#main/shells/default-ledger.ts'
import { workingFolder } from '#main/shells/working-folder.ts'
import { openLoopback } from './loopback.ts'

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'window-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

describe('the browser is started', () => {
  test('without any debugging, with a profile of its own, its sandbox on except for root', () => {
    for (const isRoot of [true, false]) {
      const args = launchArguments('/run/x/start.html', '/run/x/profile', isRoot)
      expect(args.filter((arg) => /debug|inspect|devtools|port|pipe|automation/i.test(arg))).toEqual([])
      expect(args.filter((arg) => /^--(no-sandbox|disable-.*sandbox|disable-web-security)/.test(arg))).toEqual(
        isRoot ? ['--no-sandbox'] : [],
      )
      expect(args).toContain('--app=file:///run/x/start.html')
      expect(args).toContain('--user-data-dir=/run/x/profile')
      expect(args.filter((arg) => arg.includes('http'))).toEqual([])
    }
  })

  test('with its start code in a private file, which goes when the window goes', async () => {
    const folder = temporaryFolder()
    const seen = join(folder, 'seen')
    const program = join(folder, 'browser')
    // Stands for a browser: writes down what it was given, and the page that it was pointed at.
    writeFileSync(
      program,
      `#!/bin/sh\nprintf '%s\\n' "$@" > '${seen}'\np=\${1#--app=file://}; stat -c %a "$p" "$(dirname "$p")" >> '${seen}'; cp "$p" '${seen}.html'\n`,
      { mode: 0o755 },
    )
    const address = 'http://127.0.0.1:5/start?code=0123456789abcdef'
    const launched = launchBrowser(program, address)
    expect(await launched.ended).toEqual({ code: 0 })
    const written = readFileSync(seen, 'utf8')
    expect(written).not.toContain('0123456789abcdef')
    expect(written).toMatch(/\n600\n700\n$/)
    expect(readFileSync(`${seen}.html`, 'utf8')).toContain(address)
    const page = /--app=file:\/\/(.*)/.exec(written)?.[1] ?? ''
    expect(existsSync(page)).toBe(true)
    await launched.close()
    expect(existsSync(page)).toBe(false)
  })

  test('a browser that is not there ends like one that could not start', async () => {
    const launched = launchBrowser(join(temporaryFolder(), 'none'), 'http://127.0.0.1:5/start?code=x')
    expect(await launched.ended).toEqual({ code: null })
    await launched.close()
  })

  test('only where there is a display, and by an edition that has windows', () => {
    expect(hasDisplay('linux', {})).toBe(false)
    expect(hasDisplay('linux', { DISPLAY: ':0' })).toBe(true)
    expect(hasDisplay('linux', { WAYLAND_DISPLAY: 'wayland-0' })).toBe(true)
    expect(hasDisplay('win32', {})).toBe(true)
    expect(canShowWindow('/usr/bin/chromium')).toBe(true)
    expect(canShowWindow('/usr/bin/chromium-headless-shell')).toBe(false)
  })
})

test('the local start file enters a real browser, and a second use of its code does not', async () => {
  const loopback = await openLoopback()
  onTestFinished(() => loopback.close())
  const file = join(temporaryFolder(), 'start.html')
  writeFileSync(file, startFile(loopback.server.newStartAddress()), { mode: 0o600 })
  expect(statSync(file).mode & 0o777).toBe(0o600)
  const found = findBrowser()
  if (!found) throw new Error('no browser: npm run ensure:tests')
  const isRoot = process.getuid?.() === 0
  const browser = await chromium.launch({ executablePath: found.path, chromiumSandbox: !isRoot })
  onTestFinished(() => browser.close())

  const page = await browser.newPage()
  await page.goto(pathToFileURL(file).href)
  await page.waitForURL(`${loopback.server.origin}/`)
  expect(await page.title()).toBe('支部手册')
  await expect.poll(() => loopback.server.windows).toBe(1)
  // HttpOnly: the page itself cannot read it.
  expect(await page.evaluate('document.cookie')).toBe('')
  const call = `fetch('/rpc/echo', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"json":{"text":"ok"}}' }).then((r) => r.text())`
  expect(await page.evaluate(call)).toBe('{"json":"ok"}')
  await page.reload()
  await expect.poll(() => loopback.server.windows).toBe(1)
  expect(await page.evaluate(call)).toBe('{"json":"ok"}')

  const other = await browser.newContext()
  const again = await other.newPage()
  await again.goto(pathToFileURL(file).href)
  await again.waitForURL(/\/start\?/)
  expect(await again.textContent('body')).toContain('每个启动码只能用一次')
  await page.close()
  await expect.poll(() => loopback.server.windows).toBe(0)
})

describe('the program ends when the last window is gone', () => {
  test('but not while it is loaded again, and not before one was there', async () => {
    const ends: string[] = []
    const presence = openPresence(() => ends.push('end'), 30)
    const wait = () => new Promise((resolve) => setTimeout(resolve, 60))
    await wait()
    expect(ends).toEqual([])
    const first = presence.join()
    first()
    const second = presence.join()
    await wait()
    expect([ends, presence.windows]).toEqual([[], 1])
    const third = presence.join()
    second()
    second()
    await wait()
    expect([ends, presence.windows]).toEqual([[], 1])
    third()
    await expect.poll(() => ends).toEqual(['end'])
  })
})

describe('arguments and folders', () => {
  test('are read, relative folders from where the user stands', () => {
    expect(parseBrowserArguments([], '/home/u')).toEqual({ ledger: null, window: true, port: 0, help: false })
    expect(parseBrowserArguments(['--ledger', '数据', '--no-window', '--port', '8080'], '/home/u')).toEqual({
      ledger: '/home/u/数据',
      window: false,
      port: 8080,
      help: false,
    })
    for (const wrong of [['--port', 'x'], ['--port', '70000'], ['--ledger', ''], ['--ledger'], ['--unknown'], ['word']]) {
      expect(() => parseBrowserArguments(wrong, '/home/u'), wrong.join(' ')).toThrow(/\p{Script=Han}/u)
    }
    expect(workingFolder({ npm_lifecycle_event: 'ledger', INIT_CWD: '/home/u' }, '/project')).toBe('/home/u')
    expect(workingFolder({}, '/project')).toBe('/project')
  })

  test('the ledger is in the documents of the user, under the name the system gives them', () => {
    const home = temporaryFolder()
    expect(defaultLedgerFolder(home, 'linux', {})).toBe(join(home, 'Documents', '支部手册'))
    mkdirSync(join(home, '文档'))
    expect(defaultLedgerFolder(home, 'linux', {})).toBe(join(home, '文档', '支部手册'))
    mkdirSync(join(home, '.config'))
    const settings = join(home, '.config', 'user-dirs.dirs')
    writeFileSync(settings, '# comment\nXDG_DESKTOP_DIR="$HOME/桌面"\nXDG_DOCUMENTS_DIR="$HOME/我的文档"\n')
    expect(defaultLedgerFolder(home, 'linux', {})).toBe(join(home, '我的文档', '支部手册'))
    writeFileSync(settings, 'XDG_DOCUMENTS_DIR="/data/文档"\n')
    expect(defaultLedgerFolder(home, 'linux', {})).toBe('/data/文档/支部手册')
    writeFileSync(settings, 'XDG_DOCUMENTS_DIR="$HOME/"\n')
    expect(defaultLedgerFolder(home, 'linux', {})).toBe(join(home, '文档', '支部手册'))
    expect(defaultLedgerFolder(home, 'win32', {})).toBe(join(home, 'Documents', '支部手册'))
  })
})
