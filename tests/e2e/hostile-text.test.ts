import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { expect, onTestFinished, test } from 'vitest'
import { cut, normalName, withoutTurns } from '#shared/kernel/text.ts'
import { hostileTexts } from '../attack/hostile-text.ts'
import { launchTestBrowser, makePlace, openPage, startApp } from '../helpers/browser-app.ts'

// A secretary who types or pastes such texts sees them as they are, everywhere; nothing else happens, and nothing is asked of
// anyone but the program itself.

/** Dialogs, windows, addresses and requests that no typed text may bring about. */
function watch(context: BrowserContext, page: Page, origin: string): string[] {
  const seen: string[] = []
  page.on('dialog', (dialog) => {
    seen.push(`dialog ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('popup', (popup) => seen.push(`window ${popup.url()}`))
  page.on('framenavigated', (frame) => {
    if (frame === page.mainFrame() && !frame.url().startsWith(`${origin}/`)) seen.push(`address ${frame.url()}`)
  })
  context.on('request', (request) => {
    const url = request.url()
    if (!url.startsWith(`${origin}/`) && !/^(?:about|blob|data):/.test(url)) seen.push(`request ${url}`)
  })
  return seen
}

async function begin(browser: Browser, branch = '某局机关第三党支部') {
  const place = makePlace()
  onTestFinished(place.remove)
  const app = await startApp(place)
  onTestFinished(app.stop)
  const { page, context, problems } = await openPage(browser, app)
  await page.getByLabel('党支部名称').fill(branch)
  await page.getByRole('button', { name: '开始使用' }).click()
  await page.getByRole('link', { name: '首页' }).waitFor()
  const { origin } = new URL(page.url())
  const goTo = (hash: string) =>
    page.evaluate((to) => {
      window.location.hash = to
    }, hash)
  return { page, context, problems, origin, goTo, seen: watch(context, page, origin) }
}

const shots = process.env['SCREENSHOTS']

/** As a page shows it: without what turns its neighbours or has no shape; white space as the page breaks it. */
const shown = (text: string) => withoutTurns(text).replace(/[\s\p{Cc}]/gu, '')

test('hostile texts typed into a meeting are saved, opened again, found and previewed as they were typed', {
  timeout: 400_000,
}, async () => {
  const browser = await launchTestBrowser()
  onTestFinished(() => browser.close())
  const branch = '<img src=x onerror="document.title=\'ran\'"><b>支部'
  const { page, problems, goTo, seen } = await begin(browser, branch)
  await page.getByText(branch, { exact: true }).first().waitFor()
  const texts = Object.entries(hostileTexts)
  // White space at the edges of a line or paragraph is what pasted text is indented with: it is taken away.
  const lineOf = (text: string) => cut(text, 100).trim()

  await goTo('/activities/new')
  const date = page.getByLabel('日期', { exact: true })
  await date.fill('2025-06-27')
  await date.press('Enter')
  await page.getByLabel('地点').fill(lineOf(hostileTexts.html))
  // Key by key, as from a keyboard or an input method.
  const item = (at: number) => page.getByRole('textbox', { name: `第${at}项议题`, exact: true })
  for (const [at, [, text]] of texts.entries()) {
    if (at > 0) {
      await page.keyboard.press('Control+Enter')
      await item(at + 1).waitFor()
    }
    await item(at + 1).click()
    await page.keyboard.insertText(lineOf(text))
    await page.getByRole('button', { name: `第${at + 1}项议题添加情况` }).click()
    await page.getByLabel(`第${at + 1}项议题第1段情况`, { exact: true }).fill(text)
  }
  await page.getByLabel('列席').fill(`${cut(hostileTexts.sql, 50)}`)
  await page.getByLabel('列席').press('Enter')
  await page.keyboard.press('Control+s')
  await page.getByText('记录编号 2025-党员大会-01').first().waitFor()
  const address = new URL(page.url()).hash.slice(1)

  await goTo('/')
  await page.reload()
  await goTo(address)
  await item(1).waitFor()
  await expect.poll(() => page.getByLabel('地点').inputValue()).toBe(lineOf(hostileTexts.html))
  for (const [at, [name, text]] of texts.entries()) {
    await expect.poll(() => item(at + 1).inputValue(), { message: name }).toBe(lineOf(text))
    await expect
      .poll(() => page.getByLabel(`第${at + 1}项议题第1段情况`, { exact: true }).inputValue(), { message: name })
      .toBe(text.trim())
  }
  if (shots) await page.screenshot({ path: join(shots, 'hostile-form.png') })

  await goTo(`${address}/preview`)
  const paper = page.frameLocator('iframe.preview-frame')
  await paper.locator('.paper').first().waitFor()
  const printed = shown((await paper.locator('body').textContent()) ?? '')
  for (const [name, text] of texts) expect(printed, name).toContain(shown(text))
  expect(await paper.locator('script, img, svg, iframe, a').count()).toBe(0)
  if (shots) {
    // Its fonts are on their way.
    await page.waitForTimeout(2_000)
    await page.screenshot({ path: join(shots, 'hostile-preview.png') })
  }

  for (const text of [hostileTexts.sql, hostileTexts.xml, hostileTexts.path, hostileTexts.rare, hostileTexts.html]) {
    await goTo(`/search?q=${encodeURIComponent(cut(text, 40))}`)
    await page.getByText('2025年第二季度支部党员大会').first().waitFor()
    expect(await page.locator('main img, main script').count()).toBe(0)
  }
  if (shots) await page.screenshot({ path: join(shots, 'hostile-search.png') })
  expect(await page.title()).not.toBe('ran')
  expect(seen).toEqual([])
  expect(problems).toEqual([])
})

test('hostile names typed into the form of a member stand in the list as they were typed', { timeout: 300_000 }, async () => {
  const browser = await launchTestBrowser()
  onTestFinished(() => browser.close())
  const { page, problems, goTo, seen } = await begin(browser)
  await goTo('/members')
  const names = Object.values(hostileTexts).map((text) => cut(text, 60))
  for (const name of names) {
    await page.getByRole('button', { name: '添加党员' }).click()
    const form = page.getByRole('dialog')
    await form.getByLabel('姓名').click()
    await page.keyboard.insertText(name)
    await form.getByRole('button', { name: '保存' }).click()
    await form.waitFor({ state: 'hidden' })
  }
  await page.reload()
  await page.getByText('DROP TABLE person', { exact: false }).first().waitFor()
  const list = shown(await page.locator('main').innerText())
  for (const name of names) expect(list).toContain(shown(normalName(name)))
  expect(await page.locator('main img[src="x"], main script').count()).toBe(0)
  if (shots) await page.screenshot({ path: join(shots, 'hostile-members.png') })
  expect(await page.title()).not.toBe('ran')
  expect(seen).toEqual([])
  expect(problems).toEqual([])
})

const script = 'document.title="ran";alert("ran");fetch("https://example.invalid/")'
const files: Readonly<Record<string, string>> = {
  '图.svg': `<svg xmlns="http://www.w3.org/2000/svg" onload='${script}'><script>${script}</script></svg>`,
  '页.html': `<!doctype html><script>${script}</script><body onload='${script}'><img src=x onerror='${script}'>`,
  '程序.js': script,
  '照片.png': `<!doctype html><script>${script}</script>`,
  '<img src=x onerror=alert(1)>.txt': 'text',
  "'; DROP TABLE attachment; --.txt": 'text',
  '..%2f..%2fetc%2fpasswd.txt': 'text',
  '=1+1.csv': '=1+1',
  'con.txt': 'text',
  '\u202egpj.exe': 'text',
  '👩‍👩‍👧.txt': 'text',
}

test('files with hostile names and contents come in by the page and go out as they were; opening them runs nothing', {
  timeout: 300_000,
}, async () => {
  const browser = await launchTestBrowser()
  onTestFinished(() => browser.close())
  const { page, context, problems, goTo, seen } = await begin(browser)
  await goTo('/activities/new')
  await page.getByLabel('添加附件').setInputFiles(
    Object.entries(files).map(([name, content]) => ({
      name,
      mimeType: 'application/octet-stream',
      buffer: Buffer.from(content),
    })),
  )
  const rows = page.locator('.attachment a')
  await expect.poll(() => rows.count(), { timeout: 60_000 }).toBe(Object.keys(files).length)
  expect((await rows.allTextContents()).toSorted()).toEqual(Object.keys(files).map(withoutTurns).toSorted())
  if (shots) await page.screenshot({ path: join(shots, 'hostile-files.png') })

  for (const [name, content] of Object.entries(files)) {
    const link = rows.filter({ hasText: withoutTurns(name) }).first()
    const href = (await link.getAttribute('href')) ?? ''
    const { headers, body } = await page.evaluate(async (to) => {
      const answer = await fetch(to)
      return { headers: Object.fromEntries(answer.headers.entries()), body: await answer.text() }
    }, href)
    expect(body).toBe(content)
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'content-security-policy': 'sandbox' })
    expect(decodeURIComponent(/filename\*=UTF-8''(.*)$/.exec(headers['content-disposition'] ?? '')?.[1] ?? '')).toBe(name)
    if (name.endsWith('.png')) {
      // It calls itself a picture: a window of its own, where it is a broken one.
      const opened = context.waitForEvent('page')
      await link.click()
      const picture = await opened
      await picture.waitForLoadState()
      expect(await picture.title()).not.toBe('ran')
      await picture.close()
      continue
    }
    expect(headers['content-disposition']).toMatch(/^attachment;/)
    expect(headers['content-type']).toBe('application/octet-stream')
    const download = page.waitForEvent('download')
    await link.click()
    const file = await download
    expect(readFileSync(await file.path(), 'utf8')).toBe(content)
    // The browser itself makes a name safe for the disk; it never leads elsewhere.
    expect(file.suggestedFilename()).not.toMatch(/[/\\\u202e]|^\.\./)
    // The address typed by hand is a download too.
    const other = await context.newPage()
    await other.goto(new URL(href, page.url()).href).catch(() => undefined)
    expect(await other.title()).not.toBe('ran')
    await other.close()
  }
  expect(await page.title()).not.toBe('ran')
  expect(seen.filter((each) => !each.startsWith('window '))).toEqual([])
  expect(problems).toEqual([])
})
