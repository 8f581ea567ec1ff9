import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Rating } from '#shared/rating/contract.ts'
import { launchTestBrowser } from '../helpers/browser-app.ts'
import { ask, choose, field, fillDate, goTo, options } from '../helpers/page-steps.ts'
import { openSample } from '../helpers/sample-app.ts'
import { writeWorkbook } from '../helpers/workbook.ts'
import { reviewFileFor } from '../rating/review-files.ts'

let browser: Browser

beforeAll(async () => {
  browser = await launchTestBrowser()
})
afterAll(async () => {
  await browser.close()
})

/** Sets the step of the year's way and waits until it is kept. */
async function step(page: Page, name: string) {
  await choose(page, '现在到了', name)
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await page.locator('[aria-current=step]').filter({ hasText: name }).waitFor()
}

const drawer = (page: Page) => page.getByRole('dialog')

/** Opens an indicator of the list by its name. */
const openIndicator = async (page: Page, name: string) => {
  await page.getByRole('button', { name: `查看${name}` }).click()
  await drawer(page).getByRole('region', { name: '依据' }).waitFor()
}

async function confirmIndicator(page: Page, points: string, note: string) {
  await field(page, '自评得分').fill(points)
  await field(page, '说明').fill(note)
  await drawer(page).getByRole('button', { name: '确认', exact: true }).click()
  await drawer(page).waitFor({ state: 'hidden' })
}

const show = (page: Page, name: string) => page.getByRole('radiogroup', { name: '显示' }).getByText(name).click()

describe('达标创星', () => {
  it('goes from the gap list over evidence, self-assessment and review to the result', async () => {
    const { page, problems, place } = await openSample(browser)
    await choose(page, '年度', '2025')
    await page.getByRole('link', { name: '达标创星' }).click()
    await page.getByText('不是任何机关的正式文件').waitFor()
    await page.getByText('还没有计划或方案').waitFor()

    // A file proves what no record does; a record is pinned and taken off again.
    const lines = async () => (await ask<Rating>(page, 'rating/get', { year: 2025 })).lines
    const h3 = (await lines()).find(({ code }) => code === 'H3')?.name ?? ''
    await openIndicator(page, h3)
    const file = join(place.folder, '结对帮带计划.pdf')
    writeFileSync(file, '%PDF-1.4\n')
    await drawer(page).locator('input[type=file]').setInputFiles(file)
    await drawer(page).getByRole('link', { name: '结对帮带计划.pdf' }).waitFor()
    await field(page, '从记录中添加依据').fill('第二季度支部党员大会')
    await options(page).filter({ hasText: '第二季度支部党员大会' }).first().click()
    await drawer(page)
      .getByRole('button', { name: /^取下.*第二季度支部党员大会/ })
      .waitFor()
    await drawer(page)
      .getByRole('button', { name: /^取下.*第二季度支部党员大会/ })
      .click()
    await drawer(page)
      .getByRole('button', { name: /^取下.*第二季度支部党员大会/ })
      .waitFor({ state: 'hidden' })
    await confirmIndicator(page, '1.5', '计划已印发')

    await page.getByRole('button', { name: '按建议确认' }).click()
    await page.getByRole('tooltip').getByRole('button', { name: '确认', exact: true }).click()
    await page.getByText(/已确认 \d+ 项/).waitFor()
    await show(page, '未确认')
    for (const { name, confirmed, isVeto } of await lines())
      if (!confirmed && !isVeto) {
        await openIndicator(page, name)
        await confirmIndicator(page, '1', '支部委员会评定')
      }
    await page.getByText('这里没有指标').waitFor()
    await show(page, '全部')

    await page.getByRole('button', { name: '自评和结果' }).click()
    await page.getByRole('heading', { name: '2025年度自评和结果' }).waitFor()
    await choose(page, '现在到了', '已自评')
    await page.getByRole('button', { name: '保存', exact: true }).click()
    await page.getByText(/请填写自评完成日期；请填写自评人员/).waitFor()
    await fillDate(page, '自评开始', '2026-01-05')
    await fillDate(page, '自评完成', '2026-01-08')
    await field(page, '自评人员').fill('张三、李四、')
    await page.getByRole('button', { name: '保存', exact: true }).click()
    await page.locator('[aria-current=step]').filter({ hasText: '已自评' }).waitFor()
    await fillDate(page, '报送日期', '2026-01-09')
    await field(page, '报送单位').fill('机关党委')
    await step(page, '已报送')

    const rating = await ask<Rating>(page, 'rating/get', { year: 2025 })
    const branch = await ask<{ id: string; shortName: string }>(page, 'branch/get', {})
    const review = join(place.folder, 'review.json')
    writeFileSync(review, JSON.stringify({ ...reviewFileFor(rating, branch), year: 2024 }))
    const reviewInput = page.locator('label', { hasText: '复核文件' }).locator('input[type=file]')
    await reviewInput.setInputFiles(review)
    await page.getByText(/2024年度.*没有载入任何内容/).waitFor()
    writeFileSync(review, JSON.stringify(reviewFileFor(rating, branch, { D1: { points: 4, note: '第三季度记录未签字' } })))
    await reviewInput.setInputFiles(review)
    await page.getByRole('cell', { name: '第三季度记录未签字' }).waitFor()
    await page.locator('[aria-current=step]').filter({ hasText: '已复核' }).waitFor()
    await page.getByRole('button', { name: '返回指标' }).click()
    await show(page, '全部')
    await expect.poll(() => page.locator('.rating-different').allTextContents()).toEqual(['4'])
    await page.locator('.rating-different').scrollIntoViewIfNeeded()

    await page.getByRole('button', { name: '自评和结果' }).click()
    await fillDate(page, '审定日期', '2026-02-01')
    await step(page, '已审定')
    await fillDate(page, '公示开始', '2026-02-02')
    await fillDate(page, '公示结束', '2026-02-08')
    await step(page, '公示中')
    await fillDate(page, '命名日期', '2026-02-10')
    await choose(page, '星级', '四星')
    await step(page, '已命名')
    await page.getByRole('cell', { name: '首次命名' }).waitFor()
    expect(problems).toEqual([])
    // Some fifty steps in one window: more than a minute on a busy machine.
  }, 180_000)

  it('is assessed by a scheme of the branch’s own: points, an indicator, its place, a kind of evidence', async () => {
    const { page, problems } = await openSample(browser)
    await choose(page, '年度', '2025')
    await page.getByRole('link', { name: '达标创星' }).click()
    await page.getByRole('button', { name: '评定办法' }).click()
    await page.getByRole('button', { name: '复制后修改' }).click()
    await field(page, '名称').fill('某局评定办法')
    await page.getByRole('button', { name: /^修改/ }).first().click()
    await field(page, '分值').fill('2')
    await drawer(page).getByRole('button', { name: '确定' }).click()
    await page.getByText('各类分值相加为99，应为100').waitFor()
    await field(page, '材料名称').fill('上级批复')
    await page.getByRole('button', { name: '添加材料种类' }).click()
    await page.getByRole('button', { name: '添加指标' }).first().click()
    await field(page, '指标名称').fill('支部特色工作')
    await field(page, '可作依据').fill('上级批复')
    await options(page).filter({ hasText: '上级批复' }).click()
    await drawer(page).getByRole('button', { name: '确定' }).click()
    await page.getByRole('button', { name: '上移支部特色工作' }).click()
    await page.getByRole('button', { name: '上移支部特色工作' }).scrollIntoViewIfNeeded()
    await page.getByRole('button', { name: '保存', exact: true }).click()
    await page
      .getByRole('row', { name: /某局评定办法/ })
      .getByRole('button', { name: '用于2025年度' })
      .click()
    await page.getByText('2025年度在用').waitFor()
    await goTo(page, '/rating')
    await show(page, '全部')
    await page.getByRole('rowheader', { name: '支部特色工作' }).waitFor()
    const { lines } = await ask<Rating>(page, 'rating/get', { year: 2025 })
    expect(lines.slice(0, 5).map(({ code, points }) => `${code} ${points}`)).toEqual(['A1 2', 'A2 3', 'A3 2', 'A5 1', 'A4 2'])
    await openIndicator(page, '支部特色工作')
    await drawer(page).getByText('可作依据：上级批复').waitFor()
    expect(problems).toEqual([])
  })

  it('leads from a gap to the form that fills it and back to the same list', async () => {
    const { page, problems } = await openSample(browser)
    await choose(page, '年度', '2025')
    await page.getByRole('link', { name: '达标创星' }).click()
    const row = (name: string) => page.getByRole('row', { name: new RegExp(name) })
    await row('第一议题和跟进学').getByRole('button', { name: '记一次支部委员会会议' }).click()
    await page.getByText('定稿前还差').waitFor()
    const typed = await page.locator('main input').evaluateAll((all) => all.map((each) => (each as HTMLInputElement).value))
    expect(typed).toEqual(expect.arrayContaining(['2025年8月31日', '第一议题']))
    await page.goBack()
    await row('党员学时').getByRole('button', { name: '查看学时' }).click()
    await drawer(page).getByRole('link', { name: '线上学习' }).click()
    await page.getByRole('heading', { name: '登记线上学习' }).waitFor()
    await page.getByText('陈丙').first().waitFor()
    await goTo(page, '/rating?show=proved')
    await row('党支部设置规范').getByText('没有登记：上级批准成立党支部的文件').waitFor()
    await row('党支部设置规范').getByRole('button', { name: '登记请示和批复' }).click()
    await page.getByRole('heading', { name: '登记请示、批复和制度文件' }).waitFor()
    await page.goBack()
    await row('党支部设置规范').waitFor()
    await row('政治纪律问题').getByRole('button', { name: '确认是否发生' }).click()
    await drawer(page).getByRole('button', { name: '确认', exact: true }).click()
    await row('政治纪律问题').getByText('未发生').waitFor()
    expect(problems).toEqual([])
  })

  it('refuses a file that is no scheme and a sheet without points, in words; the keyboard goes along with what is moved', async () => {
    const { page, place } = await openSample(browser)
    await goTo(page, '/rating/schemes')
    const broken = join(place.folder, '坏.json')
    const scheme = await ask<{ scheme: { categories: { indicators: { code: string }[] }[] } }>(page, 'rating/schemes/get', {
      id: null,
    })
    Object.assign(scheme.scheme.categories[1]?.indicators[0] as object, { code: 'A1' })
    writeFileSync(broken, JSON.stringify(scheme.scheme))
    await page.locator('input[type=file][aria-label="导入评定办法"]').setInputFiles(broken)
    await page.getByText('指标编号A1出现两次。没有导入。').first().waitFor()
    expect(await ask<unknown[]>(page, 'rating/schemes/list', {})).toHaveLength(1)
    await goTo(page, '/rating/schemes/table')
    await page.getByRole('heading', { name: 'Word 里的表格' }).waitFor()
    const sheet = writeWorkbook(place.folder, '缺列.xlsx', {
      name: '表1',
      rows: [
        ['考核内容', '佐证材料'],
        ['党课', '讲稿'],
      ],
    })
    await page.locator('main input[type=file]').first().setInputFiles(sheet)
    await page.getByText('没有找到“分值”一列').waitFor()
    await goTo(page, '/rating/schemes/edit')
    await page.getByRole('button', { name: '下移A类' }).focus()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    const names = await page
      .locator('input[aria-label$="类名称"]')
      .evaluateAll((all) => all.map((each) => (each as HTMLInputElement).value))
    expect(names.slice(0, 3)).toEqual(['班子建设', '党员队伍', '组织设置'])
    expect(await page.locator(':focus').getAttribute('aria-label')).toBe('下移A类')
  })

  it('is seen nowhere once it is switched off', async () => {
    const { page, problems } = await openSample(browser)
    await choose(page, '年度', '2025')
    const marks = /达标创星|评定办法|星级/
    const text = () => page.locator('body').innerText()
    await goTo(page, '/packs')
    await page.getByText('按达标创星指标').waitFor()
    await goTo(page, '/settings/rules')
    await page.getByRole('radio', { name: '不使用' }).check()
    await page.getByRole('link', { name: '达标创星' }).waitFor({ state: 'detached' })
    const pages: [string, string][] = [
      ['/', '近期要办'],
      ['/plans', '计划'],
      ['/packs', '保存到'],
      ['/yearbook', '谈心谈话'],
      ['/duty-report', '谈心谈话'],
      ['/inspection', '自查'],
    ]
    for (const [address, content] of pages) {
      await goTo(page, address)
      await page.locator('main').getByText(content).first().waitFor()
      await page.waitForLoadState('networkidle')
      expect(await text(), address).not.toMatch(marks)
    }
    for (const address of ['/rating', '/rating/result', '/rating/schemes', '/rating/schemes/table', '/rating/schemes/edit']) {
      await goTo(page, address)
      await page.getByText('达标创星已关闭').waitFor()
    }
    expect(problems).toEqual([])
  })
})
