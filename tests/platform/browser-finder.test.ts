import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { findBrowser } from '#main/platform/browser-finder.ts'
import { temporaryFolder } from '../helpers/ledger.ts'

function program(folder: string, name: string, mode = 0o755): string {
  mkdirSync(folder, { recursive: true })
  const path = join(folder, name)
  writeFileSync(path, '')
  chmodSync(path, mode)
  return path
}

describe('the browser that prints', () => {
  it('is the one the setting names, and no other', () => {
    const folder = temporaryFolder()
    const path = program(folder, 'my-browser')
    program(folder, 'chromium')
    expect(findBrowser({ PATH: folder, BRANCH_HANDBOOK_BROWSER: path }, 'linux')?.path).toBe(path)
    expect(findBrowser({ PATH: folder, BRANCH_HANDBOOK_BROWSER: 'my-browser' }, 'linux')?.path).toBe(path)
    expect(findBrowser({ PATH: folder, BRANCH_HANDBOOK_BROWSER: '/no/such/program' }, 'linux')).toBeNull()
  })

  it('is looked for on PATH', () => {
    const folder = temporaryFolder()
    const path = program(folder, 'chromium')
    expect(findBrowser({ PATH: `/nowhere:${folder}` }, 'linux')).toEqual({ path, name: 'Chromium' })
  })

  it('is found where Windows keeps it', () => {
    const folder = temporaryFolder()
    const path = program(join(folder, 'Microsoft', 'Edge', 'Application'), 'msedge.exe')
    expect(findBrowser({ 'ProgramFiles(x86)': folder }, 'win32')).toEqual({ path, name: 'Edge' })
    expect(findBrowser({ ProgramFiles: join(folder, 'other') }, 'win32')).toBeNull()
  })
})
