import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { createCore } from '#main/core.ts'
import { createLedger } from '#main/ledger/service.ts'
import { openBetterSqlite } from '#main/platform/database/better-sqlite.ts'
import { launchTestBrowser, makePlace, openPage, type Place, startApp } from '../helpers/browser-app.ts'
import { canMount, mountTmpfs } from '../helpers/tmpfs.ts'

// Every stop of the start-up in a real browser: the screen names the cause and the path, and offers nothing that destroys.

let browser: Browser
/** A ledger with a backup in its ring, closed. */
let template: Place
beforeAll(async () => {
  browser = await launchTestBrowser()
  template = makePlace()
  const core = createCore({ ledgerDirectory: template.ledger, programVersion: '', pdf: null })
  await createLedger(core, undefined, true)
  await core.close()
}, 120_000)
afterAll(async () => {
  await browser?.close()
  template?.remove()
})

const file = (place: Place) => join(place.ledger, 'ledger.sqlite')

/** A place of its own, with a copy of the ledger, spoilt by `change`. */
function placeWith(change: (place: Place) => void = () => {}): Place {
  const place = makePlace()
  onTestFinished(place.remove)
  execFileSync('cp', ['-a', template.ledger, place.ledger])
  change(place)
  return place
}

/** Opens the page and answers what stands on it; the screenshot is kept where `SCREENSHOTS` names a folder. */
async function shown(place: Place, heading: string) {
  const app = await startApp(place)
  onTestFinished(app.stop)
  const { page, context } = await openPage(browser, app)
  onTestFinished(() => context.close())
  await page.getByRole('heading', { name: heading }).waitFor()
  // The heading stands before the backups are listed.
  await page.getByText('正在读取…').waitFor({ state: 'detached' })
  const shots = process.env['SCREENSHOTS']
  if (shots) await page.screenshot({ path: join(shots, `${heading}.png`), fullPage: true })
  const buttons = await page.getByRole('button').allTextContents()
  expect(buttons.filter((text) => /删除|清空|覆盖|重置|重建/.test(text))).toEqual([])
  return { page, app, text: await page.locator('body').innerText(), buttons: buttons.map((text) => text.replaceAll(' ', '')) }
}

describe('the start-up stops at a screen of its own', { timeout: 180_000 }, () => {
  test('not found: the welcome, with the folder and the way back from a backup', async () => {
    const place = makePlace()
    onTestFinished(place.remove)
    const { text, buttons } = await shown(place, '欢迎使用支部手册')
    expect(text).toContain(place.ledger)
    expect(buttons).toEqual(expect.arrayContaining(['开始使用', '用示例支部试一试']))
    expect(text).toContain('从 U 盘上的备份恢复')
  })

  test('in use: by whom and since when', async () => {
    const place = placeWith()
    const holder = await startApp(place)
    onTestFinished(holder.stop)
    // The ledger is opened by the first page; the second program then meets it held.
    const first = await openPage(browser, holder)
    await first.page.getByRole('main').waitFor()
    await expect.poll(() => readFileSync(join(place.ledger, 'lock'), 'utf8')).toContain(String(holder.pid))
    const { text, buttons } = await shown(place, '数据文件夹正在被另一个窗口使用')
    expect(text).toContain(place.ledger)
    expect(text).toContain(`进程号 ${holder.pid}`)
    expect(text).toMatch(/电脑「.+」，\d{4}-\d{2}-\d{2} \d{2}:\d{2} 打开/)
    expect(buttons).toEqual(['重试'])
    await first.context.close()
  })

  test('made by a newer program', async () => {
    const place = placeWith((spoilt) => {
      const bytes = readFileSync(file(spoilt))
      bytes.writeUInt32BE(9999, 60)
      writeFileSync(file(spoilt), bytes)
    })
    const before = readFileSync(file(place))
    const { text, buttons } = await shown(place, '数据由更新版本的程序建立')
    expect(text).toContain(place.ledger)
    expect(text).toContain('9999')
    expect(buttons).toEqual(['重试'])
    expect(readFileSync(file(place)).equals(before)).toBe(true)
  })

  test('another program’s file', async () => {
    const place = placeWith((spoilt) => writeFileSync(file(spoilt), '别的程序的文件'.repeat(40)))
    const { text, buttons } = await shown(place, '这个文件夹里不是本程序的数据')
    expect(text).toContain(place.ledger)
    expect(buttons).toEqual(['重试'])
  })

  test('damaged: the backups are listed, what can be read can be saved, nothing was touched', async () => {
    const place = placeWith((spoilt) => writeFileSync(file(spoilt), readFileSync(file(spoilt)).fill(0x41, 4096)))
    const before = readFileSync(file(place))
    const { page, text, buttons } = await shown(place, '数据已损坏，没有打开')
    expect(text).toContain(place.ledger)
    expect(text).toMatch(/会议 \d+ 次，党员 \d+ 人/)
    expect(text).toContain('现有的文件连同旁边的文件会原样保留')
    expect(buttons).toContain('重试')
    await page.getByText('另存还能读出的内容').first().click()
    await page.getByRole('group', { name: '保存到' }).waitFor()
    expect(readFileSync(file(place)).equals(before)).toBe(true)
  })

  test('beside it the journal of another ledger: named, and what to do with it', async () => {
    const place = placeWith((spoilt) => writeFileSync(`${file(spoilt)}-wal`, 'of another'))
    const { text, buttons } = await shown(place, '数据已损坏，没有打开')
    expect(text).toContain('旁边的「ledger.sqlite-wal」属于另一份数据')
    expect(buttons).toContain('重试')
  })

  test('a device that errs: told apart from damage', async () => {
    const place = placeWith()
    const app = await startApp(place)
    onTestFinished(app.stop)
    const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' })
    onTestFinished(() => context.close())
    const page = await context.newPage()
    // No device errs on demand: the state is as `tests/faults` meets it.
    await page.route('**/rpc/ledger/status', async (route) => {
      const response = await route.fetch()
      const body = (await response.json()) as { json: object }
      const json = { ...body.json, state: 'diskError', detail: { path: place.ledger, reason: 'EIO' } }
      await route.fulfill({ response, json: { ...body, json } })
    })
    await page.goto(app.startAddress)
    await page.getByRole('heading', { name: '读写磁盘出错，数据没有打开' }).waitFor()
    const text = await page.locator('body').innerText()
    expect(text).toContain('（EIO）')
    expect(text).toContain(place.ledger)
    expect(text).toContain('数据未必损坏')
    const shots = process.env['SCREENSHOTS']
    if (shots) await page.screenshot({ path: join(shots, '读写磁盘出错.png'), fullPage: true })
  })

  test.skipIf(!canMount)('read-only (needs the right to mount)', async () => {
    const disk = mountTmpfs(onTestFinished, 16 * 1024 ** 2)
    const place = { ...placeWith(), ledger: join(disk, '支部手册') }
    execFileSync('cp', ['-a', template.ledger, place.ledger])
    execFileSync('mount', ['-o', 'remount,ro', disk])
    const { text, buttons } = await shown(place, '数据文件夹不能写入')
    expect(text).toContain(place.ledger)
    expect(buttons).toEqual(['重试'])
  })

  test.skipIf(!canMount)('no space (needs the right to mount)', async () => {
    const disk = mountTmpfs(onTestFinished, 8 * 1024 ** 2)
    const place = { ...placeWith(), ledger: join(disk, '支部手册') }
    mkdirSync(place.ledger)
    copyFileSync(file(template), file(place))
    try {
      for (let n = 0; ; n++) writeFileSync(join(disk, String(n)), Buffer.alloc(4096))
    } catch {
      // Full.
    }
    const { text, buttons } = await shown(place, '磁盘空间不足')
    expect(text).toContain(place.ledger)
    expect(buttons).toEqual(['重试'])
  })

  test('a migration that failed: the old data as it was, the version, the copy from before it', async () => {
    const place = makePlace()
    onTestFinished(place.remove)
    mkdirSync(place.ledger)
    copyFileSync(resolve(import.meta.dirname, '../fixtures/ledgers/v1.sqlite'), file(place))
    const orphan = openBetterSqlite(file(place))
    orphan.exec("PRAGMA foreign_keys=OFF; UPDATE attendance SET person_id = 'nobody'")
    orphan.close()
    const before = readFileSync(file(place))
    const { page, text, buttons } = await shown(place, '数据没有能升级到本程序的版本')
    expect(text).toContain(place.ledger)
    expect(text).toContain('升级已全部撤回，数据和升级前一样')
    expect(text).toContain('请用原来版本的程序打开')
    expect(buttons).toContain('重试')
    // Nothing is lost: restoring an older backup is folded away, and says what it would cost.
    expect(buttons).not.toContain('恢复')
    expect(text).toContain('导出运行日志')
    await page.getByText('没有原来版本的程序时：恢复较早的备份').click()
    await expect.poll(() => page.locator('body').innerText()).toContain('数据没有损坏，一般不需要恢复')
    expect(readFileSync(file(place)).equals(before)).toBe(true)
  })

  test('on a network drive: it opens, and says so', async () => {
    const place = placeWith()
    const app = await startApp(place)
    onTestFinished(app.stop)
    const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' })
    onTestFinished(() => context.close())
    const page = await context.newPage()
    // No share can be mounted here: the folder is told to be on one, as `folder-warnings.ts` finds it (tests/ledger).
    await page.route('**/rpc/ledger/status', async (route) => {
      const response = await route.fetch()
      const body = (await response.json()) as { json: { warnings: string[] } }
      await route.fulfill({ response, json: { ...body, json: { ...body.json, warnings: ['networkFolder'] } } })
    })
    await page.goto(app.startAddress)
    await page.getByRole('link', { name: '数据文件夹需要注意' }).click()
    const warning = page.getByRole('alert').filter({ hasText: '网络' })
    await warning.waitFor()
    await expect.poll(() => page.getByRole('main').innerText()).toContain(place.ledger)
    const shots = process.env['SCREENSHOTS']
    if (shots) await page.screenshot({ path: join(shots, '网络文件夹.png'), fullPage: true })
  })

  test('in a synced folder: it opens, and says so', async () => {
    const place = makePlace()
    onTestFinished(place.remove)
    const ledger = join(place.folder, 'OneDrive - 某局', '支部手册')
    mkdirSync(join(place.folder, 'OneDrive - 某局'))
    execFileSync('cp', ['-a', template.ledger, ledger])
    const app = await startApp({ ...place, ledger })
    onTestFinished(app.stop)
    const { page, context } = await openPage(browser, app)
    onTestFinished(() => context.close())
    await page.getByRole('link', { name: '数据文件夹需要注意' }).click()
    await page.getByRole('alert').filter({ hasText: '网盘的同步文件夹' }).waitFor()
    await expect.poll(() => page.getByRole('main').innerText()).toContain(ledger)
    const shots = process.env['SCREENSHOTS']
    if (shots) await page.screenshot({ path: join(shots, '同步文件夹.png'), fullPage: true })
    // The log to hand over is a download from the same page.
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: '导出运行日志' }).click()
    expect((await download).suggestedFilename()).toMatch(/^支部手册运行日志_\d{8}\.json$/)
  })
})
