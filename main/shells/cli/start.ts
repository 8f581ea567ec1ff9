import { text } from 'node:stream/consumers'
import { openChromiumPrinter } from '../../documents/chromium-printer.ts'
import { findBrowser } from '../../platform/browser-finder.ts'
import { workingFolder } from '../working-folder.ts'
import type { ExitCode } from './command.ts'
import { runCli } from './run.ts'

/** Runs the command of this process. @param signal the user has ended it */
export const start = (signal: AbortSignal): Promise<ExitCode> =>
  runCli(process.argv.slice(2), {
    workingFolder: workingFolder(),
    signal,
    environment: process.env,
    readStdin: () => text(process.stdin),
    stdout: (words) => process.stdout.write(words),
    stderr: (words) => process.stderr.write(words),
    openPrinter: () => {
      const browser = findBrowser()
      return browser ? openChromiumPrinter(browser.path, browser.name) : null
    },
  })
