import type Electron from 'electron'
import type { FakeWebContents } from './contents.ts'

/** What shows the pages of the fake: nothing (level 1) or a Chromium (level 2). */
export interface Engine {
  load(contents: FakeWebContents, url: string): Promise<void>
  print(contents: FakeWebContents, options: Electron.PrintToPDFOptions): Promise<Buffer>
  /** @param isAsked whether the page may object first. Answers whether it has closed. */
  close(contents: FakeWebContents, isAsked: boolean): Promise<boolean>
  evaluate(contents: FakeWebContents, code: string): Promise<unknown>
}

/** No page at all: what would be loaded is fetched from the session's own protocol and kept for the test. */
export const noEngine: Engine = {
  async load(contents, url) {
    contents.loaded.push({ url, response: await contents.session.fetch(url) })
  },
  print: async (contents) => Buffer.from(`%PDF of ${contents.loaded.at(-1)?.url}`),
  close: async () => true,
  evaluate: async () => null,
}
