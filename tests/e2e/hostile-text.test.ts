import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { hostileTexts } from '../attack/hostile-text.ts'
import { launchTestBrowser, makePlace, openPage, startApp } from '../helpers/browser-app.ts'

// In a real browser: what was typed is shown as it was typed, and what was brought in never runs.

test('a name full of markup stands on the page as text; an SVG, a page and a script as attachments never run', {
  timeout: 180_000,
}, async () => {
  const place = makePlace()
  onTestFinished(place.remove)
  const browser = await launchTestBrowser()
  onTestFinished(() => browser.close())
  const app = await startApp(place)
  onTestFinished(app.stop)
  const { page, context, problems } = await openPage(browser, app)
  const asked: string[] = []
  page.on('dialog', (dialog) => {
    asked.push(dialog.message())
    void dialog.dismiss()
  })
  const name = '<img src=x onerror="document.title=\'ran\'"><b>支部'
  await page.getByLabel('党支部名称').fill(name)
  await page.getByRole('button', { name: '开始使用' }).click()
  await page.getByText(name, { exact: true }).first().waitFor()

  const calls = async (path: string, input: unknown) =>
    await page.evaluate(
      async ([to, body]) => {
        const answer = await fetch(`/rpc${to}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body })
        return { status: answer.status, json: ((await answer.json()) as { json: unknown }).json }
      },
      [path, JSON.stringify({ json: input })] as const,
    )
  for (const text of [hostileTexts.html, hostileTexts.sql, hostileTexts.bidi, hostileTexts.template]) {
    const saved = await calls('/members/save', { person: { name: text.slice(0, 60), declaredCategory: 'formalMember' } })
    expect(saved.status).toBe(200)
  }
  await page.goto(`${new URL(page.url()).origin}/#/members`)
  await page.getByText('<img src=x onerror', { exact: false }).first().waitFor()
  await page.getByText('DROP TABLE person', { exact: false }).first().waitFor()
  expect(await page.title()).not.toBe('ran')
  expect(await page.locator('img[src="x"]').count()).toBe(0)
  const shots = process.env['SCREENSHOTS']
  if (shots) await page.screenshot({ path: join(shots, '文字就是文字.png') })

  const script = 'document.title="ran";alert("ran")'
  const files = {
    '图.svg': `<svg xmlns="http://www.w3.org/2000/svg" onload='${script}'><script>${script}</script></svg>`,
    '页.html': `<!doctype html><script>${script}</script><body onload='${script}'>`,
    '程序.js': script,
    // A page that calls itself an image is shown as a broken image, without rights.
    '照片.png': `<!doctype html><script>${script}</script>`,
  }
  for (const [fileName, content] of Object.entries(files)) {
    const id = await page.evaluate(
      async ([sent, body]) => {
        const headers = { 'content-type': 'application/octet-stream', 'x-file-name': encodeURIComponent(sent) }
        const { token } = (await (await fetch('/upload', { method: 'POST', headers, body })).json()) as { token: string }
        const add = {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ json: { file: token } }),
        }
        return ((await (await fetch('/rpc/attachments/add', add)).json()) as { json: { id: string } }).json.id
      },
      [fileName, content] as const,
    )
    const opened = await context.newPage()
    opened.on('dialog', (dialog) => {
      asked.push(`${fileName}: ${dialog.message()}`)
      void dialog.dismiss()
    })
    const download = opened.waitForEvent('download', { timeout: fileName.endsWith('.png') ? 1_000 : 30_000 }).catch(() => null)
    const answer = await opened.goto(`${new URL(page.url()).origin}/attachments/${id}`).catch(() => null)
    if (fileName.endsWith('.png'))
      expect(answer?.headers()).toMatchObject({ 'x-content-type-options': 'nosniff', 'content-security-policy': 'sandbox' })
    else expect((await download)?.suggestedFilename()).toBe(fileName)
    expect(await opened.title()).not.toBe('ran')
    await opened.close()
  }
  expect(await page.title()).not.toBe('ran')
  expect(asked).toEqual([])
  expect(problems).toEqual([])
})
