import { globSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '../..')
const read = (pattern: string) =>
  globSync(pattern, { cwd: root }).map((file) => [file, readFileSync(join(root, file), 'utf8')] as const)

it('Electron is imported by its shell alone, and never its module "shell"', () => {
  const importers = read('{main,shared,renderer}/**/*.{ts,tsx}').filter(([, text]) => /from 'electron'/.test(text))
  expect(importers.length).toBeGreaterThan(3)
  for (const [file, text] of importers) {
    expect(file.replaceAll('\\', '/')).toMatch(/^main\/shells\/electron\//)
    expect(text, file).not.toMatch(/\bshell\b[^'\n]*from 'electron'|openExternal|openPath|showItemInFolder|\bremote\b/)
  }
})

it('nothing that would take the guards off is ever said', () => {
  for (const [file, text] of read('main/shells/electron/*.ts')) {
    expect(text, file).not.toMatch(
      /no-sandbox|disable-web-security|ignore-certificate|remote-debugging|enableBlinkFeatures|nodeIntegration: true|sandbox: false|contextIsolation: false/,
    )
  }
})
