import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { launchTestBrowser, makePlace } from '../helpers/browser-app.ts'
import { launchElectronShell } from './level2/launch.ts'

// The main job itself runs over this shell in tests/e2e; here is what only this shell does.

let browser: Browser
beforeAll(async () => {
  browser = await launchTestBrowser()
})
afterAll(() => browser?.close())

async function launch() {
  const place = makePlace()
  const shell = await launchElectronShell(browser, place)
  onTestFinished(async () => {
    await shell.kill()
    place.remove()
  })
  await shell.page.getByLabel('党支部名称').waitFor()
  return { place, shell, page: shell.page }
}

describe('the built Electron shell over Chromium', () => {
  it('ends with its window and leaves the ledger closed', async () => {
    const { place, shell, page } = await launch()
    await page.getByLabel('党支部名称').fill('某局机关第三党支部')
    await page.getByRole('button', { name: '开始使用' }).click()
    await page.getByRole('main').waitFor()
    await expect.poll(() => existsSync(join(place.ledger, 'lock'))).toBe(true)
    await page.getByRole('link', { name: '组织生活' }).waitFor()
    expect(await shell.stop()).toBe(0)
    expect(existsSync(join(place.ledger, 'lock'))).toBe(false)
    expect(existsSync(join(place.ledger, 'ledger.sqlite'))).toBe(true)
    expect(shell.problems).toEqual([])
  })

  it('gives the page nothing of Node or Electron but one function', async () => {
    const { page } = await launch()
    const seen = await page.evaluate(() => {
      const names = ['require', 'process', 'module', 'Buffer', 'ipcRenderer', 'electron']
      return { names: names.filter((name) => name in window), bridge: Object.keys(window.branchHandbook ?? {}) }
    })
    expect(seen).toEqual({ names: [], bridge: ['getPathForFile'] })
  })

  it('gives a fresh port to the page when it is loaded again', async () => {
    const { page, shell } = await launch()
    await page.reload()
    await page.getByLabel('党支部名称').waitFor()
    expect(shell.problems).toEqual([])
  })

  it('holds the page against a script that has got into it', async () => {
    const { page } = await launch()
    const here = page.url()
    const reached = await page.evaluate(async () => {
      const settled = (target: EventTarget, good: string) =>
        new Promise((resolve, reject) => {
          target.addEventListener(good, resolve)
          target.addEventListener('error', reject)
        })
      const tries: Record<string, () => Promise<unknown>> = {
        fetch: () => fetch('https://example.com/'),
        'fetch of a bundle': () => fetch('https://bundle.evil/'),
        socket: () => settled(new WebSocket('wss://example.com/'), 'open'),
        // oxlint-disable-next-line no-eval -- this is what the policy must stop
        eval: async () => (0, eval)('1'),
        script: () =>
          new Promise((resolve, reject) => {
            const script = document.createElement('script')
            script.textContent = 'window.injected = true'
            document.head.append(script)
            if ('injected' in window) resolve(true)
            else reject(new Error('not run'))
          }),
        image: () => settled(Object.assign(new Image(), { src: 'https://example.com/x.png' }), 'load'),
        worker: () => settled(new Worker('data:text/javascript,postMessage(1)'), 'message'),
      }
      const done: string[] = []
      for (const [name, attempt] of Object.entries(tries)) {
        await attempt().then(
          () => done.push(name),
          () => undefined,
        )
      }
      return done
    })
    expect(reached).toEqual([])
    for (const url of [
      'https://example.com/',
      'https://bundle.test/documents/0f',
      'https://bundle.test/attachments/0f',
      'file:///etc/passwd',
    ]) {
      await page.evaluate((to) => window.location.assign(to), url)
      await page.waitForTimeout(100)
      expect(page.url()).toBe(here)
    }
    expect(await page.evaluate(() => window.open('about:blank') === null || 'opened')).toBeTruthy()
    await expect.poll(() => page.context().pages().length).toBe(1)
    await page.getByLabel('党支部名称').waitFor()
  })

  it('closes a port that talks nonsense, and lives on', async () => {
    const { page, shell } = await launch()
    for (const frame of [null, {}, 'hello', 'x'.repeat(5 * 1024 ** 2)]) {
      await shell.peer.call(
        'handOver',
        1,
        { url: 'app://bundle/index.html', origin: 'app://bundle', parent: null },
        'branch-handbook:port',
        99,
      )
      expect(await shell.peer.call('isPortClosed', 99)).toBe(false)
      await shell.peer.call('fromPage', 99, frame)
      expect(await shell.peer.call('isPortClosed', 99)).toBe(true)
    }
    await page.getByLabel('党支部名称').fill('某局机关第三党支部')
    await page.getByRole('button', { name: '开始使用' }).click()
    await page.getByRole('main').waitFor()
  })
})
