import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { ledgerArgument } from '#main/shells/electron/arguments.ts'
import { withoutLedger } from '#main/shells/electron/dialogs.ts'
import { fileLog } from '#main/shells/electron/log-file.ts'
import { openSettings } from '#main/shells/electron/settings.ts'
import { isOnScreen, openingBounds } from '#main/shells/electron/window-state.ts'
import { temporaryFolder } from '../helpers/ledger.ts'

const screen = { x: 0, y: 0, width: 1920, height: 1040 }
const left = { x: -1280, y: 100, width: 1280, height: 984 }
const at = (x: number, y: number) => ({ x, y, width: 1200, height: 800 })

describe('where the window opens', () => {
  it.each([
    [at(100, 100), [screen], true],
    [at(-1100, 200), [screen, left], true],
    [at(-1100, 200), [screen], true],
    [at(-1121, 200), [screen], false],
    [at(1841, 200), [screen], false],
    [at(100, -1), [screen], false],
    [at(100, 961), [screen], false],
    [at(3000, 3000), [screen, left], false],
    [at(100, 100), [], false],
  ])('%j on %j can be grasped: %s', (window, screens, isGraspable) => {
    expect(isOnScreen(window, screens)).toBe(isGraspable)
  })

  it('is always the usual size, or a place that can be grasped and is large enough', () => {
    const integer = fc.integer({ min: -5000, max: 5000 })
    const size = fc.integer({ min: 100, max: 4000 })
    fc.assert(
      fc.property(integer, integer, size, size, (x, y, width, height) => {
        const bounds = openingBounds({ x, y, width, height, isMaximized: false }, [screen, left])
        if (bounds.x === undefined) expect(bounds).toEqual({ width: 1366, height: 768 })
        else {
          expect(bounds.width).toBeGreaterThanOrEqual(1000)
          expect(isOnScreen({ x, y, width, height }, [screen, left])).toBe(true)
        }
      }),
    )
  })
})

describe('--ledger', () => {
  it.each([
    [['.'], null],
    [['.', '--ledger', '数据'], '/base/数据'],
    [['.', '--ledger=/data/支部手册'], '/data/支部手册'],
    [['.', '--no-sandbox', '--lang=zh', '--ledger', '/a', '--ledger', '/b'], '/b'],
    [['.', '--ledgers=/a'], null],
  ])('%j', (argv, folder) => {
    expect(ledgerArgument(argv, '/base')).toBe(folder)
  })
  it.each([[['--ledger']], [['--ledger=']], [['--ledger', '--no-sandbox']]])('%j lacks its folder', (argv) => {
    expect(() => ledgerArgument(argv, '/base')).toThrow('--ledger 后面应写文件夹')
  })
  it('is left out when the program starts again', () => {
    expect(withoutLedger(['.', '--no-sandbox', '--ledger', '/a', '--ledger=/b', 'x'])).toEqual(['.', '--no-sandbox', 'x'])
  })
})

describe('what the machine remembers', () => {
  it('is kept part by part, for this user only', () => {
    const file = join(temporaryFolder(), 'userData', 'settings.json')
    const settings = openSettings(file)
    expect(settings.read()).toEqual({ window: null, ledger: null })
    settings.change({ ledger: '/data' })
    settings.change({ window: { ...at(1, 2), isMaximized: true } })
    expect(openSettings(file).read()).toEqual({ ledger: '/data', window: { ...at(1, 2), isMaximized: true } })
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o077).toBe(0)
  })
  it('loses only the part that is damaged', () => {
    const file = join(temporaryFolder(), 'settings.json')
    writeFileSync(file, JSON.stringify({ ledger: '/data', window: { x: 'left' } }))
    expect(openSettings(file).read()).toEqual({ ledger: '/data', window: null })
  })
})

describe('the log', () => {
  it('has reference and stack, and does not grow without end', () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const file = join(temporaryFolder(), 'logs', 'program.log')
    const log = fileLog(file, () => new Date('2026-01-10T01:00:00Z'))
    log.error('0a1b', new Error('unexpected'))
    expect(readFileSync(file, 'utf8')).toMatch(/^2026-01-10T01:00:00\.000Z \[0a1b\] Error: unexpected\n {4}at /)
    writeFileSync(file, 'x'.repeat(1024 ** 2 + 1))
    log.error('0a1c', 'text')
    expect(readFileSync(file, 'utf8')).toBe('2026-01-10T01:00:00.000Z [0a1c] text\n')
    expect(statSync(`${file}.old`).size).toBe(1024 ** 2 + 1)
    vi.restoreAllMocks()
  })
  it('does not fail where it cannot write', () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const file = join(temporaryFolder(), 'file')
    writeFileSync(file, '')
    expect(() => fileLog(join(file, 'program.log')).error('0a1d', 'text')).not.toThrow()
    vi.restoreAllMocks()
  })
})
