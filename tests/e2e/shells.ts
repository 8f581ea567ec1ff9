import type { Browser, Page } from 'playwright-core'
import { launchElectronShell } from '../electron/level2/launch.ts'
import { openPage, type Place, startApp } from '../helpers/browser-app.ts'

/** The program in one of its shells, with its page open. */
export interface OpenedShell {
  readonly page: Page
  /** Errors of the page: uncaught ones and what it wrote to the console. */
  readonly problems: readonly string[]
  /** What the main process has written. */
  readonly output: () => string
  /** Ends it as a user would. */
  stop(): Promise<void>
  /** Ends it without a chance to do anything, as a power cut would. */
  kill(): Promise<void>
}

/** The shells that one and the same list of specs runs over. */
export interface Shell {
  readonly name: string
  open(browser: Browser, place: Place): Promise<OpenedShell>
}

export const shells: readonly Shell[] = [
  {
    name: 'browser shell',
    async open(browser, place) {
      const app = await startApp(place)
      const { page, context, problems } = await openPage(browser, app)
      const ended = async (how: () => Promise<void>) => {
        await how()
        await context.close()
      }
      return { page, problems, output: app.output, stop: () => ended(app.stop), kill: () => ended(app.kill) }
    },
  },
  {
    name: 'Electron shell over Chromium',
    async open(browser, place) {
      const { page, problems, output, stop, kill } = await launchElectronShell(browser, place)
      return { page, problems, output, stop: async () => void (await stop()), kill }
    },
  },
]
