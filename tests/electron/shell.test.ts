import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type Electron from 'electron'
import { describe, expect, it, vi } from 'vitest'
import { temporaryFolder } from '../helpers/ledger.ts'
import { climbingAddresses, foreignAddresses } from './addresses.ts'
import { preventable } from './fake/contents.ts'
import { startShell } from './start-fake.ts'

const refused = [...foreignAddresses, ...climbingAddresses]

const permissions = `media geolocation notifications midi midiSysex pointerLock keyboardLock fullscreen openExternal
  window-management clipboard-read clipboard-sanitized-write display-capture fileSystem hid serial usb idle-detection
  storage-access top-level-storage-access speaker-selection deprecated-sync-clipboard-read unknown`.split(/\s+/)

describe('before Electron is ready', () => {
  it('registers app:// as an origin of its own and turns the sandbox on for every window', async () => {
    const { electron } = await startShell()
    expect(electron.fake.privileged).toEqual([
      { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
    ])
    expect(electron.app.log.slice(0, 2)).toEqual(['enableSandbox', 'ready'])
    expect(electron.app.switches.get('host-resolver-rules')).toBe('MAP * ~NOTFOUND')
    expect([...electron.app.switches.keys()]).not.toContain('no-sandbox')
    expect([...electron.app.switches.keys()].join()).not.toMatch(/debug|insecure|disable-web-security/)
  })
})

describe('the window', () => {
  it('shows the program’s page in a sandbox without Node', async () => {
    const { window } = await startShell()
    expect(window.webContents.loaded[0]?.url).toBe('app://bundle/index.html')
    expect(window.webContents.loaded[0]?.response?.status).toBe(200)
    expect(window.options.webPreferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      nodeIntegrationInWorker: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
    })
    expect(window.options.webPreferences).not.toHaveProperty('enableBlinkFeatures')
    expect(window.options.webPreferences?.preload).toMatch(/dist.preload.preload\.cjs$/)
  })

  it.each([
    [true, false],
    [false, true],
  ])('packaged: %s has developer tools: %s', async (isPackaged, hasTools) => {
    const { window, electron } = await startShell({ isPackaged })
    expect(window.options.webPreferences?.devTools).toBe(hasTools)
    expect(JSON.stringify(electron.fake.menus).includes('toggleDevTools')).toBe(hasTools)
  })

  it('comes back where it was left', async () => {
    const home = temporaryFolder()
    const first = await startShell({ homeFolder: home })
    first.window.moved = { x: 300, y: 200, width: 1200, height: 800 }
    first.window.close()
    await first.electron.app.ended
    const { window } = await startShell({ homeFolder: home })
    expect(window.options).toMatchObject({ x: 300, y: 200, width: 1200, height: 800 })
  })

  it('comes back in the usual size when its screen is gone or the settings are damaged', async () => {
    const home = temporaryFolder()
    mkdirSync(join(home, 'userData'))
    for (const text of [
      JSON.stringify({ window: { x: 3000, y: 200, width: 1200, height: 800, isMaximized: false }, ledger: null }),
      '{"window":{"x":"1"}}',
      'not json',
    ]) {
      writeFileSync(join(home, 'userData', 'settings.json'), text)
      const { window } = await startShell({ homeFolder: home })
      expect(window.options).toMatchObject({ width: 1366, height: 768 })
      expect(window.options).not.toHaveProperty('x')
    }
  })
})

describe('a page that wants out', () => {
  it('is kept where it is, in this and in any other window that is ever made', async () => {
    const { electron, window } = await startShell()
    const other = new electron.BrowserWindow({})
    for (const contents of [window.webContents, other.webContents]) {
      for (const url of refused) {
        expect(contents.navigates(url), url).toBe(true)
        expect(contents.navigates(url, false), url).toBe(true)
        const redirect = preventable({ url, isMainFrame: true })
        contents.emit('will-redirect', redirect)
        expect(redirect.defaultPrevented, url).toBe(true)
        expect(contents.windowOpenHandler?.({ url } as Electron.HandlerDetails), url).toEqual({ action: 'deny' })
      }
      expect(contents.windowOpenHandler?.({ url: 'app://bundle/' } as Electron.HandlerDetails)).toEqual({ action: 'deny' })
      expect(contents.navigates('app://bundle/index.html#/packs')).toBe(false)
      expect(contents.navigates('about:srcdoc', false)).toBe(false)
      expect(contents.rtcPolicy).toBe('disable_non_proxied_udp')
    }
  })

  it('cannot attach a webview', async () => {
    const { window } = await startShell()
    const event = preventable({})
    window.webContents.emit('will-attach-webview', event, {}, {})
    expect(event.defaultPrevented).toBe(true)
  })

  it('reaches no network', async () => {
    const { session } = await startShell()
    for (const url of refused) expect(session.isCancelled(url), url).toBe(true)
    for (const url of ['app://bundle/assets/page.js', 'blob:app://bundle/1', 'data:image/png;base64,'])
      expect(session.isCancelled(url), url).toBe(false)
  })

  it('is refused every permission, whether it asks or looks, in every session', async () => {
    const { electron } = await startShell()
    for (const session of [electron.session.defaultSession, electron.session.fromPartition('any')]) {
      for (const permission of permissions) {
        const answer = vi.fn()
        session.permissionRequest?.({} as never, permission as never, answer, {} as never)
        expect(answer.mock.calls, permission).toEqual([[false]])
        expect(session.permissionCheck?.(null, permission as never, 'app://bundle', {} as never), permission).toBe(false)
      }
      expect(session.devicePermission?.({} as never)).toBe(false)
      expect(session.isSpellChecked).toBe(false)
    }
  })

  it('saves only what the program hands out', async () => {
    const { session, home } = await startShell()
    const download = (url: string) => {
      const event = preventable({})
      const options: Electron.SaveDialogOptions[] = []
      const item = {
        getURL: () => url,
        getFilename: () => '会议记录.docx',
        setSaveDialogOptions: (o: Electron.SaveDialogOptions) => options.push(o),
      }
      session.emit('will-download', event, item, {})
      return { isStopped: event.defaultPrevented, options }
    }
    for (const url of [...refused, 'app://bundle/index.html', 'data:text/plain,x']) expect(download(url).isStopped, url).toBe(true)
    expect(download('app://bundle/documents/0f')).toEqual({
      isStopped: false,
      options: [{ title: '保存', defaultPath: join(home, 'documents', '会议记录.docx') }],
    })
  })
})

describe('one program at a time', () => {
  it('a second start ends at once and opens nothing', async () => {
    const { electron, ledger } = await startShell({ isSecond: true })
    expect(electron.fake.windows).toEqual([])
    expect(electron.app.log).toEqual(['quit'])
    expect(existsSync(ledger)).toBe(false)
  })

  it('and brings the first one’s window to the front', async () => {
    const { electron, window } = await startShell()
    window.isSmall = true
    window.calls.length = 0
    electron.app.emit('second-instance')
    expect(window.calls).toEqual(['restore', 'show', 'focus'])
  })
})

describe('the end', () => {
  it('comes with the window, and only after the ledger is closed', async () => {
    const { electron, window, ledger, handOver } = await startShell()
    const port = handOver()[0]
    port?.receive('{"i":"1","p":{"u":"/ledger/create","b":{"json":{"name":"某局机关第三党支部"}}}}')
    await vi.waitFor(() => expect(existsSync(join(ledger, 'lock'))).toBe(true))
    await vi.waitFor(() => expect(port?.sent).toHaveLength(1))
    window.close()
    expect(await electron.app.ended).toBe(0)
    expect(existsSync(join(ledger, 'lock'))).toBe(false)
    expect(existsSync(join(ledger, 'ledger.sqlite'))).toBe(true)
  })

  it('asks before an unsaved page is left', async () => {
    const { electron, window } = await startShell()
    const leave = (answer: number) => {
      electron.fake.answers.message.push(answer)
      const event = preventable({})
      window.webContents.emit('will-prevent-unload', event)
      return event.defaultPrevented
    }
    expect(leave(0)).toBe(false)
    expect(leave(1)).toBe(true)
  })

  it('is offered, or the page again, when the page has crashed', async () => {
    const { electron, window } = await startShell()
    electron.fake.answers.message.push(0)
    window.webContents.emit('render-process-gone', {}, { reason: 'crashed' })
    await vi.waitFor(() => expect(window.webContents.loaded).toHaveLength(2))
    electron.fake.answers.message.push(1)
    window.webContents.emit('render-process-gone', {}, { reason: 'oom' })
    expect(await electron.app.ended).toBe(0)
  })
})

describe('a start that fails', () => {
  it('says so and ends', async () => {
    const { electron } = await startShell({ appFolder: temporaryFolder() })
    expect(electron.fake.asked[0]).toMatchObject({ kind: 'error', options: { title: '支部手册没有能启动' } })
    expect(await electron.app.ended).toBe(1)
  })

  it('says what --ledger lacks', async () => {
    const { electron } = await startShell({ argv: ['--ledger'] })
    expect(electron.fake.asked[0]).toMatchObject({ options: { content: '--ledger 后面应写文件夹' } })
  })
})

describe('menus', () => {
  const labels = (items: Electron.MenuItemConstructorOptions[]): string[] =>
    items.flatMap((item) => [
      ...(item.type === 'separator' ? [] : [item.label ?? `role ${item.role}`]),
      ...(Array.isArray(item.submenu) ? labels(item.submenu) : []),
    ])
  const click = (items: Electron.MenuItemConstructorOptions[], label: string): void => {
    for (const item of items) {
      if (item.label === label) item.click?.({} as never, undefined, {})
      if (Array.isArray(item.submenu)) click(item.submenu, label)
    }
  }

  it('are in Chinese throughout', async () => {
    const { electron, window } = await startShell()
    window.webContents.emit('context-menu', {}, { isEditable: true, selectionText: '' })
    window.webContents.emit('context-menu', {}, { isEditable: false, selectionText: '要点' })
    window.webContents.emit('context-menu', {}, { isEditable: false, selectionText: ' ' })
    expect(electron.fake.menus.map((menu) => menu.popups)).toEqual([0, 1, 1])
    for (const { template } of electron.fake.menus) for (const label of labels(template)) expect(label).toMatch(/[\u4e00-\u9fff]/)
  })

  it('make a folder from the system’s dialog choosable for export', async () => {
    const { electron, home, handOver } = await startShell()
    const port = handOver()[0]
    const listed = async () => {
      port?.receive(JSON.stringify({ i: String(port.sent.length), p: { u: '/packs/targets', b: { json: {} } } }))
      const before = port?.sent.length ?? 0
      await vi.waitFor(() => expect(port?.sent.length).toBeGreaterThan(before))
      return String(port?.sent.at(-1))
    }
    expect(await listed()).not.toContain(`"path":${JSON.stringify(home)}`)
    electron.fake.answers.open.push([home])
    click(electron.fake.menus[0]?.template ?? [], '选择导出文件夹…')
    await vi.waitFor(() =>
      expect(electron.fake.asked.at(-1)).toMatchObject({ kind: 'message', options: { detail: expect.stringContaining(home) } }),
    )
    expect(await listed()).toContain(`"path":${JSON.stringify(home)}`)
  })

  it('change the 数据文件夹 only after asking, by starting again without the old one', async () => {
    const { electron, home } = await startShell()
    const other = join(home, '另一处')
    const settings = join(home, 'userData', 'settings.json')
    const change = async (answer: number) => {
      electron.fake.answers.open.push([other])
      electron.fake.answers.message.push(answer)
      click(electron.fake.menus[0]?.template ?? [], '打开其他数据文件夹…')
      await vi.waitFor(() => expect(electron.fake.answers.message).toEqual([]))
      await Promise.resolve()
    }
    await change(1)
    expect(existsSync(settings)).toBe(false)
    await change(0)
    expect(await electron.app.ended).toBe(0)
    expect(JSON.parse(readFileSync(settings, 'utf8'))).toMatchObject({ ledger: other })
    expect(electron.app.log).toContain('relaunch .')
    const again = await startShell({ homeFolder: home, argv: [] })
    expect(again.electron.fake.windows).toHaveLength(1)
    again.electron.fake.asked.length = 0
    click(again.electron.fake.menus[0]?.template ?? [], '关于支部手册')
    await vi.waitFor(() =>
      expect(again.electron.fake.asked[0]).toMatchObject({ options: { detail: expect.stringContaining(other) } }),
    )
  })

  it('print through the system, and say when that fails', async () => {
    const { electron, window } = await startShell()
    const print = () => click(electron.fake.menus[0]?.template ?? [], '打印…')
    print()
    expect(window.webContents.printed).toEqual([{ silent: false, printBackground: true }])
    window.webContents.printAnswer = [false, 'Print job canceled']
    print()
    expect(electron.fake.asked).toEqual([])
    window.webContents.printAnswer = [false, 'Invalid printer settings']
    print()
    expect(electron.fake.asked).toMatchObject([{ kind: 'error', options: { title: '没有能打印' } }])
  })
})
