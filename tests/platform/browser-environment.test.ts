import { expect, test } from 'vitest'
import { browserEnvironment } from '#main/platform/browser-environment.ts'

test('a browser is given a locale only where there is none', () => {
  expect(browserEnvironment({ HOME: '/home/user' }, 'linux')).toEqual({ HOME: '/home/user', LANG: 'C.UTF-8' })
  for (const given of [{ LANG: 'zh_CN.UTF-8' }, { LC_ALL: 'zh_CN.GB18030' }, { LC_CTYPE: 'C.UTF-8' }]) {
    expect(browserEnvironment(given, 'linux')).toEqual(given)
  }
  expect(browserEnvironment({}, 'win32')).toEqual({})
})
