import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { launchTestBrowser, makePlace, type Place } from '../helpers/browser-app.ts'
import { goTo } from '../helpers/page-steps.ts'
import { type OpenedShell, type Shell, shells } from './shells.ts'

const samples = resolve(import.meta.dirname, '../fixtures/samples')

let browser: Browser
let place: Place
let app: OpenedShell | null = null

beforeAll(async () => {
  browser = await launchTestBrowser()
})
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail' && app) await keepPicture(app.page)
  await app?.stop()
  app = null
  place.remove()
})
afterAll(async () => {
  await browser.close()
})

/** What the window showed when a test failed; its path is printed. */
async function keepPicture(page: Page) {
  const path = join(tmpdir(), `branch-handbook-e2e-${Date.now()}.png`)
  // A test may fail because its window is gone.
  await page.screenshot({ path }).catch(() => undefined)
  console.log(`the window as it was: ${path}\n${app?.output() ?? ''}`)
}

async function begin(shell: Shell) {
  place = makePlace()
  app = await shell.open(browser, place)
  await app.page.getByLabel('党支部名称').fill('某局机关第三党支部')
  await app.page.getByRole('button', { name: '开始使用' }).click()
  await app.page.getByRole('link', { name: '首页' }).waitFor()
  return app
}

async function importSheet(page: Page, address: string, file: string) {
  await goTo(page, address)
  await page.locator('input[type=file]').setInputFiles(join(samples, file))
  await page.getByRole('button', { name: /^导入 \d+/ }).click()
  await page.getByText('✓ 已导入').waitFor()
}

async function importRoster(page: Page) {
  await importSheet(page, '/members/import', '党员花名册-全国样式.xlsx')
  await expectText(page, '14')
  await importSheet(page, '/members/posts', '支委会和党小组.xlsx')
}

const expectText = (page: Page, text: string) => page.getByText(text).first().waitFor()

async function choose(page: Page, label: string, option: string) {
  await page.getByLabel(label, { exact: true }).click()
  await page.locator('.ant-select-item-option').filter({ hasText: option }).click()
}

/** The conversion meeting of DOMAIN 3.5.1, shortened. */
async function recordMeeting(page: Page) {
  await page.getByRole('link', { name: '组织生活' }).click()
  await page.getByRole('button', { name: /记一次会/ }).click()
  // The roster of the proposed day is there: what is typed from now on is the user's.
  await page.getByRole('button', { name: /^陈丙/ }).waitFor()
  const date = page.getByLabel('日期', { exact: true })
  await date.fill('2025-06-27')
  await date.press('Enter')
  await expect.poll(() => date.inputValue()).toBe('2025年6月27日')
  await page.getByLabel('开始时间').fill('1500')
  await page.getByLabel('结束时间').fill('16:50')
  await page.getByLabel('地点').fill('局机关二楼会议室')
  await page.getByRole('button', { name: /^陈丙/ }).click()
  await page.getByRole('button', { name: '公出' }).click()
  await page.getByLabel('缺席备注').fill('已请假')
  await page.getByLabel('会前提出书面意见').check()
  await page.getByLabel('缺席备注').press('Enter')
  await page.getByLabel('列席').fill('刘庚（直属机关党委专职副书记）')
  await page.getByLabel('列席').press('Enter')

  await page.getByRole('textbox', { name: '第1项议题', exact: true }).fill('传达学习有关文件精神')
  await page.getByRole('button', { name: '第1项议题添加情况' }).click()
  await page.getByLabel('第1项议题第1段情况', { exact: true }).fill('王五领学有关文件。')
  await page.keyboard.press('Control+Enter')
  await page.getByRole('textbox', { name: '第2项议题', exact: true }).fill('讨论蒋己同志预备党员转正')
  await page.getByLabel('第2项议题添加发言：发言人').fill('赵六（入党介绍人）')
  await page.getByLabel('第2项议题添加发言：发言人').press('Enter')
  await page.getByLabel('第2项议题第1段发言的内容').fill('同意其按期转正。')
  await page.getByRole('button', { name: '第2项议题添加表决' }).click()
  await choose(page, '表决事项', '预备党员转正')
  const figures = { 发出: 11, 收回: 11, 有效: 11, 赞成: 12, 反对: 0, 弃权: 0 }
  for (const [label, count] of Object.entries(figures)) await page.getByLabel(label, { exact: true }).fill(String(count))
  await page.getByLabel('监票人').fill('吴十')
  await page.getByLabel('计票人').fill('郑甲')
  await page.getByRole('button', { name: '＋ 决议', exact: true }).click()
  await page.getByLabel('第1条决议', { exact: true }).fill('同意蒋己同志按期转为中共正式党员，报上级党组织审批。')
  await page.getByLabel('主持人小结').fill('请各党小组抓好落实。')
}

describe.each(shells)('the main job in a window of the $name', (shell) => {
  it('goes from an empty folder to a checked pack', async () => {
    const { page, problems } = await begin(shell)
    await importRoster(page)
    await recordMeeting(page)
    await expectText(page, '通过：赞成12票，超过应到会有表决权的正式党员12名的半数')
    await expect.poll(() => page.locator('.counts-line').innerText()).toMatch(/应到 14\s*实到 13\s*应到会有表决权 12\s*实到 11/)
    await expect.poll(() => page.getByLabel('主持人', { exact: true }).inputValue()).toBe('张三')
    await page
      .getByLabel('添加附件')
      .setInputFiles({ name: '签到表.png', mimeType: 'image/png', buffer: Buffer.from('not really a picture') })
    await page.getByRole('link', { name: '签到表.png' }).waitFor()
    await page.keyboard.press('Control+s')
    await expectText(page, '记录编号 2025-党员大会-01')
    expect(page.url()).toMatch(/#\/activities\/[0-9a-f-]{36}$/)

    await page.getByRole('button', { name: '预览打印' }).click()
    const paper = page.frameLocator('iframe')
    await paper.getByText('陈丙（公出，已请假，').first().waitFor()
    await page.getByText('公文式').click()
    await paper.getByText('发出表决票11张，收回11张，有效票11张').waitFor()
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: '存为 PDF' }).click()
    const pdf = await download
    expect(pdf.suggestedFilename()).toMatch(/2025年第二季度支部党员大会.*\.pdf$/)
    expect(
      readFileSync(await pdf.path())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-')

    await page.getByRole('link', { name: '打印与报送' }).click()
    const year = page.getByRole('region', { name: '佐证材料包' }).getByLabel('年度', { exact: true })
    await year.fill('2025')
    await year.press('Tab')
    await expectText(page, '个文件，约')
    const exportTo = page.getByRole('group', { name: '保存到' })
    await exportTo.getByRole('button', { name: /文档/ }).click()
    await page.getByLabel('我已确认本次导出内容不含国家秘密').check()
    await page.getByRole('button', { name: '导出材料包' }).click()
    await expectText(page, '写完后已逐个读回核对')
    const documents = join(place.home, 'Documents')
    const [pack = ''] = readdirSync(documents)
    expect(existsSync(join(documents, pack, 'manifest-sha256.txt'))).toBe(true)

    const check = page.getByRole('group', { name: '材料包所在文件夹' })
    await check.getByRole('button', { name: /文档/ }).click()
    await check.getByRole('button', { name: /材料包/ }).click()
    await page.getByRole('button', { name: '开始校验' }).click()
    await expectText(page, '✓ 完好')
    expect(problems).toEqual([])
  }, 180_000)

  it('loses nothing when the program is killed or the window closed while typing', async () => {
    const first = await begin(shell)
    await goTo(first.page, '/activities/new?purpose=generalMeeting&date=2025-06-27')
    await first.page.getByLabel('地点').fill('局机关二楼会议室')
    await first.page.getByText(/草稿已自动保存/).waitFor()
    await first.kill()

    app = await shell.open(browser, place)
    const second = app
    await second.page.getByRole('link', { name: '首页' }).waitFor()
    await goTo(second.page, '/activities/new?purpose=generalMeeting&date=2025-06-27')
    await expectText(second.page, '已恢复未保存的内容')
    await expect.poll(() => second.page.getByLabel('地点').inputValue()).toBe('局机关二楼会议室')

    // The page goes in the very moment of the last key.
    await second.page.getByRole('textbox', { name: '第1项议题', exact: true }).fill('传达学习有关文件精神')
    const origin = new URL(second.page.url()).origin
    await second.page.goto('about:blank')
    await second.page.goto(`${origin}/#/activities`)
    await second.page.getByRole('link', { name: '继续填写' }).click()
    await expectText(second.page, '已恢复未保存的内容')
    await expect
      .poll(() => second.page.getByRole('textbox', { name: '第1项议题', exact: true }).inputValue())
      .toBe('传达学习有关文件精神')

    await second.page.getByRole('button', { name: '放弃' }).click()
    await second.page.getByRole('button', { name: '保存', exact: true }).waitFor()
    await goTo(second.page, '/activities')
    await expectText(second.page, '还没有记录')
    await second.page.getByRole('link', { name: '继续填写' }).waitFor({ state: 'detached' })
  }, 120_000)
})
