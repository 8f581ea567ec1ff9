import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isAllowedDownload, isAllowedNavigation, isAllowedRequest } from '#main/shells/electron/guards.ts'
import { appPath, isAppPage } from '#main/shells/electron/origin.ts'
import { isTrusted, type Message } from '#main/shells/electron/sender.ts'
import { climbingAddresses, foreignAddresses } from './addresses.ts'

const refused = [...foreignAddresses, ...climbingAddresses]

describe('addresses that are not the program’s', () => {
  it.each(refused)('%j has no path, is not the page, is not loaded, gone to or saved from', (url) => {
    expect(appPath(url)).toBeNull()
    expect(isAppPage(url)).toBe(false)
    expect(isAllowedRequest(url)).toBe(false)
    expect(isAllowedNavigation({ url, isMainFrame: true })).toBe(false)
    expect(isAllowedNavigation({ url, isMainFrame: false })).toBe(false)
    expect(isAllowedDownload(url)).toBe(false)
  })

  it('no text makes a path that climbs, is relative or keeps something to decode', () => {
    const parts = fc.constantFrom(
      '..',
      '.',
      '%2e',
      '%2E%2e',
      '/',
      '\\',
      '%5c',
      '%2f',
      '%',
      '%25',
      'a',
      '.js',
      '?',
      '#',
      '%00',
      '%e4%b8%ad',
      '中',
    )
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 12 }), (pieces) => {
        const path = appPath(`app://bundle/${pieces.join('')}`)
        if (path === null) return
        expect(path.startsWith('/')).toBe(true)
        expect(path).not.toMatch(/[\\%\0]|\/\.{0,2}\//)
        expect(path.split('/')).not.toContain('..')
        expect(new URL(path, 'http://x').pathname).not.toMatch(/^\/\//)
      }),
    )
  })
})

describe('addresses of the program', () => {
  it.each([
    ['app://bundle/', '/'],
    ['app://bundle/index.html', '/index.html'],
    ['app://bundle/index.html#/activities/new?date=2025-06-27', '/index.html'],
    ['app://bundle/assets/index-Bx3.js?v=1', '/assets/index-Bx3.js'],
    ['app://bundle/documents/0f', '/documents/0f'],
    ['app://bundle/%E5%AD%97.woff2', '/字.woff2'],
  ])('%s is %s', (url, path) => {
    expect(appPath(url)).toBe(path)
    expect(isAllowedRequest(url)).toBe(true)
  })

  it.each([
    ['app://bundle/index.html', true, true],
    ['app://bundle/', true, true],
    ['app://bundle/index.html#/packs', true, true],
    ['app://bundle/index.html?x=1', true, false],
    ['app://bundle/assets/page.js', true, false],
    ['app://bundle/documents/0f', true, false],
    ['app://bundle/attachments/0f', true, false],
    ['data:text/html,x', true, false],
    ['blob:app://bundle/1', true, false],
    ['about:blank', true, false],
    ['about:srcdoc', false, true],
    ['about:blank', false, true],
    ['blob:app://bundle/1', false, true],
    ['app://bundle/attachments/0f', false, true],
    ['app://bundle/documents/0f', false, true],
    ['app://bundle/attachments/0f/x', false, false],
    ['app://bundle/index.html', false, false],
    ['data:text/html,x', false, false],
  ])('going to %s (main frame: %s) is allowed: %s', (url, isMainFrame, isAllowed) => {
    expect(isAllowedNavigation({ url, isMainFrame })).toBe(isAllowed)
  })
})

describe('who may speak to main', () => {
  const frame = { url: 'app://bundle/index.html#/x', origin: 'app://bundle', parent: null }
  const known = new Set([7])
  it('the top frame of the page in a window of ours', () => {
    expect(isTrusted({ sender: { id: 7 }, senderFrame: frame }, known)).toBe(true)
  })
  const strangers: (readonly [string, Message])[] = [
    ['a window that is not ours', { sender: { id: 8 }, senderFrame: frame }],
    ['a frame that has gone', { sender: { id: 7 }, senderFrame: null }],
    ['a frame inside the page', { sender: { id: 7 }, senderFrame: { ...frame, parent: frame } }],
    ['an opaque origin', { sender: { id: 7 }, senderFrame: { ...frame, origin: 'null' } }],
    ['another page of ours', { sender: { id: 7 }, senderFrame: { ...frame, url: 'app://bundle/attachments/0f' } }],
    ...refused.map((url) => [`address ${url}`, { sender: { id: 7 }, senderFrame: { ...frame, url } }] as const),
    ...['app://bundle.evil', 'app://evil', 'file://', 'http://bundle', 'app://bundle/'].map(
      (origin) => [`origin ${origin}`, { sender: { id: 7 }, senderFrame: { ...frame, origin } }] as const,
    ),
  ]
  it.each(strangers)('not %s', (_name, message) => {
    expect(isTrusted(message, known)).toBe(false)
  })
})
