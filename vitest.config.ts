import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'

// Two cores on the machines this runs on: files in parallel workers, the whole-program tests in their own project.
export default defineConfig({
  define: { __PROGRAM_VERSION__: JSON.stringify('0.0.0-test') },
  // The package would try to download a program as soon as it is imported.
  resolve: { alias: { electron: resolve(import.meta.dirname, 'tests/electron/fake/alias.ts') } },
  test: {
    include: ['tests/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    // A page that is still reading is waited for: a busy machine shows a heading seconds before what stands under it.
    expect: { poll: { timeout: 20_000 } },
  },
})
