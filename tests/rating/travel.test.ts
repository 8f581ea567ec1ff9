import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { inProcessClient } from '#main/shells/in-process.ts'
import { openTestLedger, temporaryFolder } from '../helpers/ledger.ts'

async function last<T>(stream: AsyncIterable<{ type: string; result?: T }>): Promise<T> {
  for await (const event of stream) if (event.type === 'result' && event.result !== undefined) return event.result
  throw new Error('the stream has ended without a result')
}

test('an assessment, its scheme and a file added to it travel in an exchange pack and go on in the other ledger', async () => {
  const { core } = openTestLedger()
  const client = inProcessClient(core)
  const confirmed = { points: 2, note: '按办法' }
  const { revision } = await client.rating.confirm({ year: 2025, revision: 0, code: 'B2', confirmed })
  const file = join(temporaryFolder(), '归档目录.pdf')
  writeFileSync(file, '%PDF-1.4')
  await client.rating.addFile({ year: 2025, revision, code: 'G3', file: core.staging.fromPath(file).token })
  const targetId = core.targets.admit(temporaryFolder())
  const pack = await last(await client.packs.export({ year: 2025, kind: 'exchange', targetId, confirmed: true }))

  const other = openTestLedger()
  const there = inProcessClient(other.core)
  const from = { targetId: other.core.targets.admit(pack.path) }
  await last(await there.packs.import({ ...from, choices: [] }))
  const [mine, theirs] = [await client.rating.get({ year: 2025 }), await there.rating.get({ year: 2025 })]
  expect(theirs.lines).toEqual(mine.lines)
  expect(theirs).toMatchObject({ revision: 2, scheme: mine.scheme, score: mine.score })
  await there.rating.confirm({ year: 2025, revision: 2, code: 'B2', confirmed: null })
  // The older revision of the first ledger does not undo what was changed since.
  await last(await there.packs.import({ ...from, choices: [] }))
  expect((await there.rating.get({ year: 2025 })).lines.find(({ code }) => code === 'B2')?.confirmed).toBeNull()
})
