import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { inProcessClient } from '#main/shells/in-process.ts'
import { dayWords, isRestDay } from '#shared/calendar/labels.ts'
import { dossierKinds } from '#shared/dossier/kinds/index.ts'
import { temporaryFolder, testClock, testCore } from '../helpers/ledger.ts'

/** The sample branch as it is opened long after its year. */
async function sample() {
  const core = testCore({ clock: testClock('2026-11-25') })
  const client = inProcessClient(core)
  await client.ledger.create({ sample: true })
  return { core, client }
}

describe('the sample branch', () => {
  it('has sittings of every purpose and records of every kind', async () => {
    const { client } = await sample()
    const activities = await client.activities.list({ year: 2025 })
    expect(new Set(activities.flatMap(({ purposes }) => purposes)).size).toBe(8)
    const records = await client.dossier.list({ year: 2025 })
    const kinds = new Set(records.map(({ kind }) => kind))
    expect(dossierKinds.map(({ key }) => key).filter((key) => !kinds.has(key))).toEqual([])
  })

  it('has no day of rest among its dates', async () => {
    const { client } = await sample()
    const years = [2025, 2026]
    const days = await Promise.all(years.map((year) => client.calendar.days({ from: `${year}-01-01`, to: `${year}-12-31` })))
    const rest = new Map(days.flat().flatMap((day) => (isRestDay(day) ? [[day.date, dayWords(day)]] : [])))
    const sittings = (await Promise.all(years.map((year) => client.activities.list({ year })))).flat()
    const records = (await Promise.all(years.map((year) => client.dossier.list({ year })))).flat()
    const dated = [...sittings, ...records].map(({ date, title }) => ({ date, title }))
    expect(dated.length).toBeGreaterThan(150)
    expect(dated.flatMap(({ date, title }) => (rest.has(date) ? [`${date} ${rest.get(date)} ${title}`] : []))).toEqual([])
  })

  it('gives an evidence pack with a line of every kind', async () => {
    const { core, client } = await sample()
    const targetId = core.targets.admit(temporaryFolder())
    let root = ''
    for await (const event of await client.packs.export({ year: 2025, targetId, confirmed: true }))
      if (event.type === 'result') root = event.result.path
    const lines = readFileSync(join(root, 'data/records/dossiers.jsonl'), 'utf8').trim().split('\n')
    const kinds = new Set(lines.map((line) => (JSON.parse(line) as { dossierKind: string }).dossierKind))
    expect(dossierKinds.map(({ key }) => key).filter((key) => !kinds.has(key))).toEqual([])
  })
})
