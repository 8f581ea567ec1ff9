import type { FakeElectron } from './fake-electron.ts'
import type { FakePage } from './fake-page.ts'

/** Where a test puts its fakes before it imports the shell or the preload. */
export const holder = globalThis as { fakeElectron?: FakeElectron; fakePage?: FakePage }
