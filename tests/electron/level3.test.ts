import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { _electron } from 'playwright-core'
import { describe, expect, it, onTestFinished } from 'vitest'
import { installedElectron } from '../../scripts/find-electron.ts'
import { makePlace } from '../helpers/browser-app.ts'

const root = resolve(import.meta.dirname, '../..')

/** The program of the real Electron, or why this test cannot run here. */
function electronHere(): { readonly program: string } | { readonly reason: string } {
  const found = installedElectron({ packageFolder: join(root, 'node_modules/electron') }) ?? {
    reason: 'its binary is not on this machine',
  }
  if (!('program' in found)) return found
  const hasDisplay = process.platform !== 'linux' || Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY'])
  return hasDisplay ? found : { reason: 'there is no display (xvfb-run helps)' }
}

const here = electronHere()

describe('the real Electron', () => {
  if (!('program' in here)) {
    console.warn(`skipped: the smoke test with the real Electron, because ${here.reason}`)
    it.skip(`starts, holds its page, makes a ledger and ends [skipped: ${here.reason}]`, () => undefined)
    return
  }

  it('starts, holds its page, makes a ledger and ends', async () => {
    const place = makePlace()
    const isRoot = process.getuid?.() === 0
    const app = await _electron.launch({
      executablePath: here.program,
      args: [
        root,
        `--user-data-dir=${join(place.folder, 'userData')}`,
        ...(isRoot ? ['--no-sandbox'] : []),
        '--ledger',
        place.ledger,
      ],
    })
    onTestFinished(async () => {
      await app.close().catch(() => undefined)
      place.remove()
    })
    const page = await app.firstWindow()
    await page.getByLabel('党支部名称').waitFor()
    expect(page.url()).toBe('app://bundle/index.html')
    const seen = await page.evaluate(async () => {
      const status = async (path: string) => (await fetch(path)).status
      return {
        node: ['require', 'process', 'module', 'Buffer'].filter((name) => name in window),
        bridge: Object.keys(window.branchHandbook ?? {}),
        opened: window.open('app://bundle/index.html'),
        isSecure: window.isSecureContext,
        outside: await fetch('https://example.com/').then(
          () => 'reached',
          () => 'refused',
        ),
        climbing: await status('app://bundle/%2e%2e/package.json').catch(() => 0),
        index: await status('app://bundle/index.html'),
      }
    })
    expect(seen).toMatchObject({
      node: [],
      bridge: ['getPathForFile'],
      opened: null,
      isSecure: true,
      outside: 'refused',
      index: 200,
    })
    expect(seen.climbing).not.toBe(200)
    await page.evaluate(() => window.location.assign('https://example.com/'))
    expect(page.url()).toBe('app://bundle/index.html')

    await page.getByLabel('党支部名称').fill('某局机关第三党支部')
    await page.getByRole('button', { name: '开始使用' }).click()
    await page.getByRole('link', { name: '组织生活' }).waitFor()
    await app.close()
    expect(existsSync(join(place.ledger, 'lock'))).toBe(false)
    expect(existsSync(join(place.ledger, 'ledger.sqlite'))).toBe(true)
  }, 120_000)
})
