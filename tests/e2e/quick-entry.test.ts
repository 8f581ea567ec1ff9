import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { fromLocalDate } from '#shared/kernel/dates.ts'
import {
  launchTestBrowser,
  makePlace,
  type OpenedPage,
  openPage,
  type Place,
  type RunningApp,
  startApp,
} from '../helpers/browser-app.ts'
import { goTo } from '../helpers/page-steps.ts'

const samples = resolve(import.meta.dirname, '../fixtures/samples')

let browser: Browser
let place: Place
let app: RunningApp
let opened: OpenedPage

beforeAll(async () => {
  browser = await launchTestBrowser()
})
afterEach(async () => {
  await opened.page.screenshot({ path: join(tmpdir(), 'branch-handbook-quick-entry.png') }).catch(() => undefined)
  await opened.context.close()
  await app.stop()
  place.remove()
})
afterAll(async () => {
  await browser.close()
})

async function importSheet(page: Page, address: string, file: string) {
  await goTo(page, address)
  await page.locator('input[type=file]').setInputFiles(join(samples, file))
  await page.getByRole('button', { name: /^导入 \d+/ }).click()
  await page.getByText('✓ 已导入').waitFor()
}

/** The sample branch, at its start page. */
async function begin(): Promise<Page> {
  place = makePlace()
  app = await startApp(place)
  opened = await openPage(browser, app)
  const { page } = opened
  await page.getByLabel('党支部名称').fill('某局机关第三党支部')
  await page.getByRole('button', { name: '开始使用' }).click()
  await page.getByRole('link', { name: '首页' }).waitFor()
  await importSheet(page, '/members/import', '党员花名册-全国样式.xlsx')
  await importSheet(page, '/members/posts', '支委会和党小组.xlsx')
  await goTo(page, '/')
  await page.getByRole('button', { name: '＋ 记一次会' }).waitFor()
  return page
}

/** Counts what a person does: a click, a key chord, a field filled in. */
function counting(page: Page) {
  let interactions = 0
  return {
    count: () => interactions,
    click: async (target: Locator) => {
      interactions += 1
      await target.click()
    },
    press: async (chord: string) => {
      interactions += 1
      await page.keyboard.press(chord)
    },
    fill: async (target: Locator, text: string) => {
      interactions += 1
      await target.fill(text)
    },
  }
}

const yesterday = () => {
  const day = new Date()
  day.setDate(day.getDate() - 1)
  return fromLocalDate(day)
}

it('an ordinary 党小组会 takes at most fourteen interactions from the start page', async () => {
  const page = await begin()
  const user = counting(page)
  const text = (index: number) => page.getByLabel(`第${index}项议题第1段情况`, { exact: true })
  const title = (index: number) => page.getByRole('textbox', { name: `第${index}项议题`, exact: true })
  await user.click(page.getByRole('button', { name: '＋ 记一次会' }))
  await user.click(page.getByLabel('类型', { exact: true }))
  await user.click(page.locator('.ant-select-item-option').filter({ hasText: '第一党小组' }))
  await user.fill(page.getByLabel('日期', { exact: true }), '昨天')
  await user.click(page.getByRole('button', { name: /^褚丁/ }))
  await user.click(page.getByRole('button', { name: '病假' }))
  await user.fill(title(1), '学习党章有关条款')
  await user.fill(text(1), '吴十领学党章关于党员义务和权利的规定。')
  await user.press('Control+Enter')
  await user.fill(title(2), '交流上月学习体会')
  await user.fill(text(2), '王五：线上学习比较零散，打算每周固定半天集中自学。')
  await user.press('Control+s')
  await page.getByText(/记录编号 \d{4}-党小组会-01/).waitFor()
  expect(user.count()).toBeLessThanOrEqual(14)

  await page.reload()
  await page.getByRole('button', { name: '褚丁，缺席：病假' }).waitFor()
  await expect.poll(() => title(1).inputValue()).toBe('学习党章有关条款')
  await expect.poll(() => text(2).inputValue()).toBe('王五：线上学习比较零散，打算每周固定半天集中自学。')
  const [year, month, day] = yesterday().split('-').map(Number)
  await expect.poll(() => page.getByLabel('日期', { exact: true }).inputValue()).toBe(`${year}年${month}月${day}日`)
  expect(opened.problems).toEqual([])
}, 120_000)

it('the same is done by keyboard alone', async () => {
  const page = await begin()
  const { keyboard } = page
  await keyboard.press('Control+n')
  const kind = page.getByLabel('类型', { exact: true })
  await kind.waitFor()
  await kind.focus()
  await keyboard.press('ArrowDown')
  // The list opens and moves with the arrows at its own pace; a person sees where they are before they press Enter.
  const active = page.locator('.ant-select-item-option-active')
  await active.waitFor()
  for (let step = 0; step < 12 && !(await active.innerText()).includes('第一党小组'); step += 1) {
    await keyboard.press('ArrowDown')
    await page.waitForTimeout(50)
  }
  await keyboard.press('Enter')
  await page.getByRole('heading', { level: 1 }).filter({ hasText: '第一党小组' }).waitFor()
  await page.getByRole('button', { name: /^褚丁/ }).waitFor()
  await keyboard.press('Tab')
  const isIn = (name: string) =>
    page.evaluate(
      (label) => (document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.id ?? '').includes(label),
      name,
    )
  for (let step = 0; step < 30 && !(await isIn('meeting-chair')) && !(await isIn('主持人')); step += 1) await keyboard.press('Tab')
  await keyboard.press('Control+a')
  await keyboard.type('ws')
  await keyboard.press('Tab')
  for (let step = 0; step < 40 && !(await isIn('褚丁')); step += 1) await keyboard.press('Tab')
  await keyboard.press('Enter')
  await page.getByRole('dialog', { name: '褚丁缺席原因' }).waitFor()
  await keyboard.press('Enter')
  await keyboard.press('Escape')
  for (let step = 0; step < 40 && !(await isIn('第1项议题')); step += 1) await keyboard.press('Tab')
  for (let step = 0; step < 5 && (await isIn('收起')); step += 1) await keyboard.press('Tab')
  await keyboard.type('学习党章')
  await keyboard.press('Enter')
  await page.waitForTimeout(100)
  await keyboard.type('吴十领学。')
  await keyboard.press('Control+s')
  await page.getByText(/记录编号 \d{4}-党小组会-01/).waitFor()
  await expect.poll(() => page.getByLabel('第1项议题第1段情况', { exact: true }).inputValue()).toBe('吴十领学。')
  await expect.poll(() => page.getByLabel('主持人', { exact: true }).inputValue()).toBe('吴十')
  expect(opened.problems).toEqual([])
}, 120_000)
