import type { Browser } from 'playwright-core'
import { onTestFinished } from 'vitest'
import { makePlace, type OpenedPage, openPage, type Place, startApp } from './browser-app.ts'

/** The program with the sample branch, on its first page; ended and removed when the test is finished. */
export async function openSample(browser: Browser): Promise<OpenedPage & { readonly place: Place }> {
  const place = makePlace()
  const app = await startApp(place)
  onTestFinished(async () => {
    await app.stop()
    place.remove()
  })
  const opened = await openPage(browser, app)
  await opened.page.getByRole('button', { name: /示例/ }).click()
  await opened.page.getByText('近期要办').first().waitFor()
  return { ...opened, place }
}
