import { describe, expect, test } from 'vitest'
import { readBranch } from '#main/branch/read.ts'
import { updateBranch } from '#main/branch/service.ts'
import { entryHash, payloadHash } from '#main/ledger/history.ts'
import { saveMember } from '#main/members/service.ts'
import { openTestLedger } from '../helpers/ledger.ts'

interface Entry {
  device_id: string
  seq: number
  at: string
  who: string
  what: string
  table_name: string
  row_id: string
  payload_hash: string
  previous_hash: string
  hash: string
  salt: string
  after: string | null
}

describe('history of changes', () => {
  test('is one chain, each entry hashed over the one before and its payload', () => {
    const { ledger } = openTestLedger()
    saveMember(ledger, { person: { name: '张三', declaredCategory: 'formalMember', joinedOn: '1998-06-20' } })
    updateBranch(ledger, { ...readBranch(ledger), superiorName: '某局直属机关党委' })
    const entries = ledger.db.all<Entry>('SELECT * FROM history JOIN history_payload USING (device_id, seq) ORDER BY seq')
    expect(entries.map((entry) => entry.seq)).toEqual(entries.map((_, index) => index + 1))
    let previous = ''
    for (const entry of entries) {
      expect(entry.previous_hash).toBe(previous)
      expect(payloadHash(entry.salt, entry.after ?? 'null')).toBe(entry.payload_hash)
      const { device_id: deviceId, seq, at, who, what, table_name: table, row_id: rowId } = entry
      expect(
        entryHash({ deviceId, seq, at, who, what, table, rowId, payloadHash: entry.payload_hash, previousHash: previous }),
      ).toBe(entry.hash)
      previous = entry.hash
    }
    expect(ledger.history.head()).toEqual({ seq: entries.length, hash: previous })
  })

  test('a save that changes nothing leaves no entry', () => {
    const { ledger } = openTestLedger()
    const before = ledger.history.head()
    updateBranch(ledger, readBranch(ledger))
    expect(ledger.history.head()).toEqual(before)
  })

  test('sealed fields never stand in it', () => {
    const { ledger } = openTestLedger()
    saveMember(ledger, {
      person: { name: '李四', declaredCategory: 'formalMember' },
      sealed: { idNumber: '99000019821102042X', mobile: '10000000002' },
    })
    const payloads = ledger.db.all<{ after: string | null; before: string | null }>('SELECT before, after FROM history_payload')
    const all = JSON.stringify(payloads)
    expect(all).not.toContain('99000019821102042X')
    expect(all).not.toContain('10000000002')
    expect(all).toContain('李四')
  })

  test('a change that fails half-way leaves neither rows nor entries', () => {
    const { ledger } = openTestLedger()
    const before = ledger.history.head()
    expect(() =>
      ledger.write('失败的修改', (rows) => {
        rows.put('party_group', {
          id: '0198a000-0000-7000-8000-000000000001',
          branch_id: ledger.branchId,
          name: '第一党小组',
          position: 1,
          valid_from: null,
          valid_to: null,
        })
        throw new Error('stop')
      }),
    ).toThrow('stop')
    expect(ledger.history.head()).toEqual(before)
    expect(ledger.db.all('SELECT * FROM party_group')).toEqual([])
  })
})
