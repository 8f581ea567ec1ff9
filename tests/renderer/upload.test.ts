import { afterEach, describe, expect, it, vi } from 'vitest'
import { errorCodeOf } from '#renderer/api/errors.ts'
import { uploadFile } from '#renderer/api/files.ts'

afterEach(() => vi.unstubAllGlobals())

/** What Electron's preload would put on the page. */
const bridge = (answer: unknown) => vi.stubGlobal('window', { branchHandbook: { getPathForFile: () => Promise.resolve(answer) } })

describe('a file handed over in Electron', () => {
  const file = new File(['x'], '花名册.xlsx')

  it('is known by its token', async () => {
    bridge({ token: 'a'.repeat(32), name: '花名册.xlsx', octets: 1 })
    expect(await uploadFile(file)).toEqual({ token: 'a'.repeat(32), name: '花名册.xlsx', octets: 1 })
  })

  it('is refused with the code that the main process gives, and the file’s name', async () => {
    bridge({ code: 'FILE_UNREADABLE', params: {} })
    const error = await uploadFile(file).catch((reason: unknown) => reason)
    expect(errorCodeOf(error)).toBe('FILE_UNREADABLE')
    expect(error).toMatchObject({ params: { file: '花名册.xlsx' } })
  })
})
