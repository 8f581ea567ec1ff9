import { ORPCError } from '@orpc/client'
import { describe, expect, it } from 'vitest'
import { CallFailed, describeError, errorCodeOf } from '#renderer/api/errors.ts'
import { errorCodes } from '#shared/kernel/errors.ts'

describe('failures in the words of the user', () => {
  it('has words for every expected failure', () => {
    for (const code of errorCodes) {
      const { title } = describeError(new ORPCError(code, { data: {} }))
      expect(title).not.toMatch(/程序出错|[A-Z]{4}/)
    }
  })

  it('names the file of a refused upload', () => {
    const error = CallFailed.fromAnswer(413, null, { file: '合影.mp4' })
    expect(errorCodeOf(error)).toBe('FILE_TOO_LARGE')
    expect(describeError(error).title).toContain('合影.mp4')
  })

  it('reads the code and the parameters of a shell’s answer', () => {
    const error = CallFailed.fromAnswer(422, { code: 'FILE_UNREADABLE', data: { file: '花名册.xlsx' } }, {})
    expect(describeError(error).title).toContain('花名册.xlsx')
  })

  it('shows the number of a bug and nothing of its insides', () => {
    const bug = describeError(new ORPCError('INTERNAL_SERVER_ERROR', { message: 'a1b2c3d4e5f6' }))
    expect(bug.title).toBe('程序出错，编号 a1b2c3d4e5f6')
    expect(describeError(new Error('SELECT secret FROM person')).title).toBe('程序出错')
    expect(errorCodeOf(new Error('x'))).toBeNull()
  })

  it('tells a closed program from a failed call', () => {
    expect(describeError(new TypeError('Failed to fetch')).title).toContain('断开')
    expect(describeError(new CallFailed('HTTP_401', {})).title).toContain('失效')
  })
})
