import { text } from 'node:stream/consumers'
import { openChromiumPrinter } from '../../documents/chromium-printer.ts'
import { findBrowser } from '../../platform/browser-finder.ts'
import { workingFolder } from '../working-folder.ts'
import { runCli } from './run.ts'

const interrupted = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => interrupted.abort())
}

process.exitCode = await runCli(process.argv.slice(2), {
  workingFolder: workingFolder(),
  signal: interrupted.signal,
  environment: process.env,
  readStdin: () => text(process.stdin),
  stdout: (text_) => process.stdout.write(text_),
  stderr: (text) => process.stderr.write(text),
  openPrinter: () => {
    const browser = findBrowser()
    return browser ? openChromiumPrinter(browser.path, browser.name) : null
  },
})
