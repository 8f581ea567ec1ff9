import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { ledgerFile } from '#main/ledger/backup/places.ts'
import { openTestLedger, testCore } from '../helpers/ledger.ts'

describe('a ledger whose pages are damaged behind a sound header', () => {
  it('stops at the screen for damage and leaves the file as it is', () => {
    const { core } = openTestLedger()
    const directory = core.session.directory
    core.session.close()
    const file = ledgerFile(directory)
    const damaged = readFileSync(file)
    damaged.fill(0x41, 4096)
    writeFileSync(file, damaged)

    const again = testCore({ directory })
    expect(again.session.open().state).toBe('damaged')
    expect(again.session.open().state).toBe('damaged')
    expect(readFileSync(file).equals(damaged)).toBe(true)
  })
})
