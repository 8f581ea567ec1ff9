import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { launchTestBrowser, makePlace } from '../helpers/browser-app.ts'
import { launchElectronShell } from './level2/launch.ts'

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
  return { place, shell }
}

describe('the built Electron shell over Chromium', () => {
  it('shows the welcome over its port, makes a ledger, and ends with its window', async () => {
    const { place, shell } = await launch()
    const { page } = shell
    await page.waitForSelector('text=支部手册')
    await page.waitForSelector('text=示例')
    console.log(await page.locator('body').innerText(), shell.problems, shell.output())
    expect(await shell.stop()).toBe(0)
    expect(existsSync(join(place.ledger, 'lock'))).toBe(false)
  })
})
