import { createInterface } from 'node:readline'
import { errorLine, unexpectedText } from '#shared/kernel/error-text.ts'
import { AppError } from '#shared/kernel/errors.ts'
import { newId } from '#shared/kernel/ids.ts'
import { type Core, createCore } from '../../core.ts'
import { openChromiumPrinter } from '../../documents/chromium-printer.ts'
import { fontFile } from '../../documents/fonts.ts'
import { findBrowser } from '../../platform/browser-finder.ts'
import { router } from '../../router.ts'
import { defaultLedgerFolder } from '../default-ledger.ts'
import { keepHeapSmall } from '../heap.ts'
import { rendererFolder } from '../web/static-files.ts'
import { workingFolder } from '../working-folder.ts'
import { type BrowserArguments, parseBrowserArguments, usage } from './arguments.ts'
import { canShowWindow, hasDisplay, type LaunchedBrowser, launchBrowser } from './launch.ts'
import { type BrowserServer, startBrowserServer } from './server.ts'

const say = (text: string) => process.stdout.write(`${text}\n`)

function reportBug(core: Core, error: unknown): void {
  const reference = newId().slice(-12)
  core.log.error(reference, error)
  const { title, advice } = unexpectedText(reference)
  process.stderr.write(`${title}。${advice}\n`)
}

/** Prints an address with a fresh start code, and another one whenever the return key is pressed. */
function offerAddress(server: BrowserServer): void {
  const offer = () => say(`请在本机的浏览器中打开（只能用一次）：\n${server.newStartAddress()}`)
  offer()
  say('按 Ctrl+C 退出。')
  if (!process.stdin.isTTY) return
  say('需要新的地址时按回车键。')
  createInterface({ input: process.stdin }).on('line', offer)
}

async function start(options: BrowserArguments): Promise<void> {
  const browser = findBrowser()
  const core = createCore({
    ledgerDirectory: options.ledger ?? defaultLedgerFolder(),
    programVersion: __PROGRAM_VERSION__,
    pdf: browser ? openChromiumPrinter(browser.path, browser.name) : null,
  })
  // A ledger that cannot be opened is a screen of the page, not the end of the program.
  core.session.open()

  let window: LaunchedBrowser | null = null
  let isEnding = false
  const end = async (code: number) => {
    if (isEnding) return
    isEnding = true
    await server.close()
    await window?.close()
    await core.close()
    process.exit(code)
  }
  const endBadly = (error: unknown) => {
    reportBug(core, error)
    process.exit(1)
  }
  const finish = (code: number) => void end(code).catch(endBadly)

  const server = await startBrowserServer({
    core,
    router,
    rendererFolder: rendererFolder(import.meta.dirname),
    fontFile,
    port: options.port,
    // Without a window of our own nobody has said that the program may end.
    onAbandoned: () => window && finish(0),
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => finish(0))
  process.on('unhandledRejection', (error) => reportBug(core, error))

  say(`支部手册 ${__PROGRAM_VERSION__}，数据文件夹：${core.session.directory}`)
  const canShow = browser !== null && canShowWindow(browser.path)
  if (!options.window || !canShow || !hasDisplay(process.platform, process.env)) {
    if (options.window && !canShow) say('没有找到 Chromium、Chrome 或 Edge，未打开窗口。')
    return offerAddress(server)
  }
  window = launchBrowser(browser.path, server.newStartAddress())
  const opened = window
  void opened.ended.then(({ code }) => {
    if (isEnding) return
    if (code === 0 || server.hadWindow) {
      // What the page sent while it was closing may still be on its way.
      setTimeout(() => finish(0), 500)
      return
    }
    window = null
    say('浏览器窗口没有能打开。')
    void opened.close()
    offerAddress(server)
  })
}

async function main(): Promise<number | null> {
  let options: BrowserArguments
  try {
    options = parseBrowserArguments(process.argv.slice(2), workingFolder())
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`)
    return 2
  }
  if (options.help) {
    say(usage)
    return 0
  }
  await start(options)
  return null
}

keepHeapSmall()
try {
  const code = await main()
  if (code !== null) process.exitCode = code
} catch (error) {
  const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
  if (isTaken) process.stderr.write('这个端口已被别的程序占用，请换一个，或不写 --port。\n')
  else if (error instanceof AppError) process.stderr.write(`${errorLine(error.code, error.params)}\n`)
  else process.stderr.write(`程序没有能启动：${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  process.exit(1)
}
