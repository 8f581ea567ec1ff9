import type { Page } from 'playwright-core'

/** An answer of the contract, asked for as the page does. */
export async function ask<T>(page: Page, procedure: string, input: object): Promise<T> {
  const text = await page.evaluate(
    async ([path, body]) =>
      (await fetch(`/rpc/${path}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: body ?? '' })).text(),
    [procedure, JSON.stringify({ json: input })],
  )
  return (JSON.parse(text) as { json: T }).json
}

/** Goes to an address of the program as its links do. */
export const goTo = (page: Page, address: string) =>
  page.evaluate((hash) => {
    window.location.hash = hash
  }, address)

/** The control itself, not its line of the form. */
export const field = (page: Page, label: string) => page.locator(`:is(input, textarea)[aria-label="${label}"]`)

/** What the list that is open offers. */
export const options = (page: Page) => page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option')

export async function choose(page: Page, label: string, option: string) {
  await field(page, label).click()
  await options(page).filter({ hasText: option }).first().click()
}

export async function fillDate(page: Page, label: string, day: string) {
  await field(page, label).fill(day)
  await field(page, label).press('Tab')
}
