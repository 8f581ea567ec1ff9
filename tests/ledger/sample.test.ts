import { describe, expect, it } from 'vitest'
import { inProcessClient } from '#main/shells/in-process.ts'
import { dossierKinds } from '#shared/dossier/kinds/index.ts'
import { testClock, testCore } from '../helpers/ledger.ts'

/** The sample branch as it is opened long after its year. */
async function sample() {
  const core = testCore({ clock: testClock('2026-11-25') })
  const client = inProcessClient(core)
  await client.ledger.create({ sample: true })
  return client
}

describe('the sample branch', () => {
  it('has sittings of every purpose and records of every kind', async () => {
    const client = await sample()
    const activities = await client.activities.list({ year: 2025 })
    expect(new Set(activities.flatMap(({ purposes }) => purposes)).size).toBe(8)
    const records = await client.dossier.list({ year: 2025 })
    const kinds = new Set(records.map(({ kind }) => kind))
    expect(dossierKinds.map(({ key }) => key).filter((key) => !kinds.has(key))).toEqual([])
  })
})
