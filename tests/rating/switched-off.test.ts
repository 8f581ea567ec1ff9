import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ratingCommand } from '#main/shells/cli/commands/rating.ts'
import { failureOf } from '#main/shells/cli/failure.ts'
import { inProcessClient } from '#main/shells/in-process.ts'
import { temporaryFolder, testClock, testCore } from '../helpers/ledger.ts'

const marks = /达标创星|评定办法|星级|indicator/

/** The sample with one confirmed indicator, then switched off. */
async function switchedOff() {
  const core = testCore({ clock: testClock('2026-01-10') })
  const client = inProcessClient(core)
  await client.ledger.create({ sample: true })
  const { revision } = await client.rating.confirm({ year: 2025, revision: 0, code: 'B2', confirmed: { points: 2 } })
  const { fullName, shortName, superiorName, settings } = await client.branch.get({})
  const use = (usesRating: boolean) =>
    client.branch.update({ fullName, shortName, superiorName, settings: { ...settings, usesRating } })
  await use(false)
  return { core, client, revision, use }
}

test('every call says in words that it is switched off, and keeps nothing', async () => {
  const { client, revision } = await switchedOff()
  const off = { code: 'RATING_OFF' }
  const year = 2025
  await expect(client.rating.get({ year })).rejects.toMatchObject(off)
  await expect(client.rating.history({})).rejects.toMatchObject(off)
  await expect(client.rating.schemes.list({})).rejects.toMatchObject(off)
  await expect(client.rating.confirmProposed({ year, revision })).rejects.toMatchObject(off)
  await expect(client.rating.confirm({ year, revision, code: 'B1', confirmed: { points: 1 } })).rejects.toMatchObject(off)
  await expect(client.rating.makePaper({ year, paper: 'scoreSheet', format: 'xlsx' })).rejects.toMatchObject(off)
  const context = { client, arguments: { year: () => year } } as unknown as Parameters<typeof ratingCommand.run>[0]
  const failed = await Promise.resolve(ratingCommand.run(context)).then(
    () => null,
    (error: unknown) => failureOf(error, () => undefined),
  )
  expect(failed).toEqual({ code: 'RATING_OFF', text: expect.stringMatching(/达标创星已关闭.*规则与口径/) })
})

test('a pack by indicator is refused, one by kind and day has nothing of it', async () => {
  const { core, client } = await switchedOff()
  await expect(client.packs.plan({ year: 2025, layout: 'indicator' })).rejects.toMatchObject({ code: 'RATING_OFF' })
  const folder = temporaryFolder()
  const targetId = core.targets.admit(folder)
  const refused = async () => {
    for await (const _event of await client.packs.export({ year: 2025, targetId, confirmed: true, layout: 'indicator' })) continue
  }
  await expect(refused()).rejects.toMatchObject({ code: 'RATING_OFF' })
  expect(readdirSync(folder)).toEqual([])
  for await (const _event of await client.packs.export({ year: 2025, targetId, confirmed: true, layout: 'date' })) continue
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((each) => each.isFile())
  expect(files.length).toBeGreaterThan(50)
  for (const { parentPath, name } of files) {
    expect(join(parentPath, name)).not.toMatch(marks)
    if (/\.(?:html|txt|jsonl?)$/.test(name))
      expect(readFileSync(join(parentPath, name), 'utf8'), name).not.toMatch(/达标创星|评定办法|星级/)
  }
})

test('nothing of it among what is due, in the yearbook, the duty report, the inspection, a search and a handover', async () => {
  const { client } = await switchedOff()
  const answers = [
    await client.obligations.due({}),
    await client.inspection.run({ year: 2025 }),
    await client.handover.view({}),
    await client.yearbook.get({ year: 2025, span: 'year' }),
    await client.dutyReport.get({ year: 2025 }),
    await client.search.find({ text: '评定' }),
  ]
  for (const answer of answers) expect(JSON.stringify(answer)).not.toMatch(/达标创星|星级/)
})

test('switched on again, what was confirmed is still there', async () => {
  const { client, use } = await switchedOff()
  await use(true)
  const { lines } = await client.rating.get({ year: 2025 })
  expect(lines.find(({ code }) => code === 'B2')?.confirmed).toMatchObject({ points: 2 })
})
