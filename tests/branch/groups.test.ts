import { describe, expect, it } from 'vitest'
import { selectGroups } from '#main/branch/read.ts'
import { saveGroup } from '#main/branch/service.ts'
import { newId } from '#shared/kernel/ids.ts'
import { dumpLedger, openTestLedger } from '../helpers/ledger.ts'

const group = (name: string) => ({ name, validFrom: null, validTo: null })

describe('groups made by hand', () => {
  it('stand in the order they were made, and keep their identity when renamed', () => {
    const { ledger } = openTestLedger()
    const first = saveGroup(ledger, group('第一党小组'))
    saveGroup(ledger, group('第二党小组'))
    saveGroup(ledger, { ...group('机关党小组'), id: first.id })
    expect(selectGroups(ledger.db).map(({ id, name }) => [id === first.id, name])).toEqual([
      [true, '机关党小组'],
      [false, '第二党小组'],
    ])
  })

  it('refuses a name twice at one time, but takes it again after the first has ended', () => {
    const { ledger } = openTestLedger()
    const first = saveGroup(ledger, group('第一党小组'))
    const before = dumpLedger(ledger)
    expect(() => saveGroup(ledger, group('第一党小组'))).toThrowError(expect.objectContaining({ code: 'INPUT_INVALID' }))
    expect(dumpLedger(ledger)).toEqual(before)
    saveGroup(ledger, { ...group('第一党小组'), id: first.id, validTo: '2025-12-31' })
    expect(saveGroup(ledger, group('第一党小组')).id).not.toBe(first.id)
  })

  it('refuses an unknown group and an end before the beginning', () => {
    const { ledger } = openTestLedger()
    expect(() => saveGroup(ledger, { ...group('第一党小组'), id: newId() })).toThrowError(
      expect.objectContaining({ code: 'NOT_FOUND' }),
    )
    expect(() => saveGroup(ledger, { name: '第一党小组', validFrom: '2025-06', validTo: '2025-05-31' })).toThrowError(
      expect.objectContaining({ code: 'INPUT_INVALID' }),
    )
    expect(selectGroups(ledger.db)).toEqual([])
  })
})
