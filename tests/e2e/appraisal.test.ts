import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AppraisalOverview } from '#shared/appraisal/contract.ts'
import { launchTestBrowser } from '../helpers/browser-app.ts'
import { ask, choose, field, goTo, options } from '../helpers/page-steps.ts'
import { openSample } from '../helpers/sample-app.ts'

let browser: Browser

beforeAll(async () => {
  browser = await launchTestBrowser()
})
afterAll(async () => {
  await browser.close()
})

/** A year after everything in the sample: nothing of it is recorded yet. */
const year = 2027

const overview = (page: Page) => ask<AppraisalOverview>(page, 'appraisal/overview', { year })
const save = (page: Page) => page.getByRole('button', { name: '保存', exact: true }).click()

/** The two sittings of the year, held on one day; what was said there is the work of another page. */
async function hold(page: Page) {
  const sitting = (purpose: string, title: string, startTime: string, endTime: string, details: object = {}) =>
    ask(page, 'activities/save', {
      state: 'toSign',
      date: '2026-01-23',
      startTime,
      endTime,
      place: '二楼会议室',
      parts: [{ purpose, title, forYear: year, ...details }],
    })
  const rectifications = [{ problem: '党课安排不够均匀', measure: '每季度一次', owner: '王五', dueOn: '2026-06-30' }]
  await sitting('organizationalLifeMeeting', `${year}年度组织生活会`, '09:00', '11:00', { details: { rectifications } })
  await sitting('democraticAppraisal', `${year}年度民主评议党员`, '15:00', '16:00')
}

describe('组织生活会和民主评议', () => {
  it('goes from the opinions gathered over the sittings to the grades and back to each person', async () => {
    const { page, problems } = await openSample(browser)
    const [gathering, collecting] = ['会前：征求意见', '会前：对照检查材料'].map((name) => page.getByRole('region', { name }))
    const told = page.getByRole('region', { name: '评定意见和结果反馈' })
    await goTo(page, `/appraisal?year=${year}`)
    await page.getByText(`归属${year}年度`).waitFor()

    // Before: opinions, of which nobody is asked who said them.
    await gathering?.getByRole('link', { name: '登记汇总' }).click()
    await field(page, '发放').fill('14')
    await field(page, '收回').fill('13')
    await page.getByRole('button', { name: '加一行' }).click()
    await field(page, '梳理后的意见第1行意见').fill('党课安排不够均匀')
    await save(page)
    await gathering?.getByText('梳理合并为1条').waitFor()
    await gathering?.getByRole('link', { name: '打印汇总表' }).click()
    await page.frameLocator('iframe').getByText('党课安排不够均匀').waitFor()
    await goTo(page, `/appraisal?year=${year}`)

    // Before: who has handed in, one tick each, kept at once.
    await collecting?.getByRole('button', { name: '开始收集' }).click()
    const ticks = page.getByRole('list', { name: '对照检查材料上交情况' }).getByRole('checkbox')
    await ticks.first().click()
    await collecting?.getByText('已交1人').waitFor()
    await ticks.first().click()
    await collecting?.getByText('已交0人').waitFor()

    await hold(page)
    await goTo(page, '/')
    await page.getByText('近期要办').waitFor()
    await page.reload()
    await page.getByText('近期要办').waitFor()
    await goTo(page, `/appraisal?year=${year}`)
    await page.getByText('整改清单1项').waitFor()

    // After: the grades are the branch's to give; the program has the names and points out too many 优秀.
    await told.getByRole('link', { name: '登记评定意见' }).click()
    await page.getByRole('button', { name: '加一行' }).waitFor()
    const people = await page.locator('input[aria-label$="行等次"]').count()
    const { toGrade } = await overview(page)
    expect(people).toBe(toGrade.length)
    await save(page)
    await page.getByText(/评定意见（第1行）等次：请填写/).waitFor()
    for (let at = 1; at <= people; at += 1) await choose(page, `评定意见第${at}行等次`, at <= 5 ? '优秀' : '合格')
    await expect.poll(() => options(page).count()).toBe(0)
    await save(page)
    await told
      .getByText(/三分之一/)
      .first()
      .waitFor()
    await told.locator('.bad').first().waitFor()
    await told.getByRole('link', { name: '修改' }).click()
    await choose(page, '评定意见第5行等次', '合格')
    await save(page)
    await told.getByText('优秀4名').waitFor()
    await expect.poll(() => told.locator('.bad').count()).toBe(0)

    // Back to the person: one, then all, and what was pressed too soon is taken back.
    const dates = async () => (await overview(page)).opinion?.lines.filter(({ toldOn }) => toldOn !== null).length
    await told.getByRole('button', { name: '已反馈：张三' }).click()
    const rest = told.getByRole('button', { name: `${people - 1}人都已反馈` })
    await rest.waitFor()
    await told.locator('.ant-btn-loading').waitFor({ state: 'detached' })
    await rest.click()
    await told.getByText('已向本人反馈').waitFor()
    await expect.poll(dates).toBe(people)
    await page.getByText(`已登记向${people - 1}人反馈`).waitFor()
    await page.getByRole('button', { name: '撤销' }).last().click()
    await rest.waitFor()
    await expect.poll(dates).toBe(1)
    await told.getByRole('link', { name: '每人一页' }).click()
    await page.frameLocator('iframe').getByText('本人意见').first().waitFor()
    expect(problems).toEqual([])
  }, 180_000)
})
